import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestCode, resolveActor, verifyCode } from '#identity';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { as, signIn } from '#test/people';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openTestPlatform();
});
afterAll(() => platform.close());

let phones = 0;
const newPhone = () => `+849012340${String(phones++).padStart(2, '0')}`;
const from = (address: string) => as({ kind: 'anyone' }, address);
const now = () => platform.clock.now().getTime();
const later = (seconds: number) => platform.clock.set(new Date(now() + seconds * 1_000).toISOString());

async function ask(phone = newPhone()) {
	const { challengeId, expiresAt } = await call(platform, requestCode, from(phone), { phone });
	const code = platform.codeFor(phone);
	const wrong = code === '000000' ? '000001' : '000000';
	const verify = (digits: string) => call(platform, verifyCode, from(phone), { challengeId, code: digits });
	return { phone, challengeId, expiresAt, code, wrong, verify };
}

describe('a one-time code', () => {
	test('signs in the phone it was sent to', async () => {
		const { phone, code, verify } = await ask();

		const { token, accountId, hasDeclared, expiresAt } = await verify(code);

		expect(platform.messages.at(-1)).toMatchObject({ phone, text: expect.stringContaining(code) });
		expect(await resolveActor(platform, token)).toMatchObject({
			kind: 'account',
			id: accountId,
			persons: [],
			roles: [],
		});
		expect(hasDeclared).toBe(false);
		expect(new Date(expiresAt).getTime() - now()).toBe(30 * 86_400_000);
	});

	test('is read with spaces and in full width', async () => {
		const { code, verify } = await ask();

		const written = `${code.slice(0, 3)} ${code.slice(3)}`.replace(/\d/g, (digit) =>
			String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
		);

		expect(await verify(written)).toHaveProperty('token');
	});

	test('works once', async () => {
		const { code, verify } = await ask();
		await verify(code);

		await expect(verify(code)).rejects.toMatchObject({ code: 'code-expired' });
	});

	test('works a second before five minutes are over, and not at five minutes', async () => {
		const first = await ask();
		later(299);
		await first.verify(first.code);

		const second = await ask();
		later(300);
		await expect(second.verify(second.code)).rejects.toMatchObject({ code: 'code-expired' });
	});

	test('works after four wrong tries, and not after five', async () => {
		const four = await ask();
		for (let tries = 0; tries < 4; tries++)
			await expect(four.verify(four.wrong)).rejects.toMatchObject({ code: 'code-wrong' });
		await four.verify(four.code);

		const five = await ask();
		for (let tries = 0; tries < 5; tries++)
			await expect(five.verify(five.wrong)).rejects.toMatchObject({ code: 'code-wrong' });
		await expect(five.verify(five.code)).rejects.toMatchObject({ code: 'code-expired' });
	});

	test('no longer works when a newer one was sent', async () => {
		const older = await ask();
		const newer = await ask(older.phone);

		await expect(older.verify(older.code)).rejects.toMatchObject({ code: 'code-expired' });
		await newer.verify(newer.code);
	});

	test('fits no other challenge', async () => {
		const [one, other] = [await ask(), await ask()];

		if (one.code !== other.code) await expect(one.verify(other.code)).rejects.toMatchObject({ code: 'code-wrong' });
		await expect(
			call(platform, verifyCode, from(one.phone), { challengeId: 'x', code: one.code }),
		).rejects.toMatchObject({ code: 'code-expired' });
	});

	test('of two hundred wrong tries at once five are counted, and none helps', async () => {
		const { challengeId, code, wrong } = await ask();
		const tries = Array.from({ length: 200 }, (_, index) =>
			call(platform, verifyCode, from(`10.0.0.${index}`), { challengeId, code: wrong }),
		);

		const codes = (await Promise.allSettled(tries)).map((one) => (one as PromiseRejectedResult).reason.code);

		expect(codes.filter((one) => one === 'code-wrong')).toHaveLength(5);
		expect(codes.filter((one) => one === 'code-expired')).toHaveLength(195);
		await expect(call(platform, verifyCode, from('10.0.1.1'), { challengeId, code })).rejects.toMatchObject({
			code: 'code-expired',
		});
	});

	test('of a hundred right tries at once one signs in', async () => {
		const { challengeId, code } = await ask();
		const before = await platform.db.one(sql<{ count: string }>`select count(*) from identity.session`);
		const tries = Array.from({ length: 100 }, (_, index) =>
			call(platform, verifyCode, from(`10.0.2.${index}`), { challengeId, code }),
		);

		const answers = await Promise.allSettled(tries);

		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const after = await platform.db.one(sql<{ count: string }>`select count(*) from identity.session`);
		expect(Number(after.count) - Number(before.count)).toBe(1);
	});
});

describe('asking for codes', () => {
	test('more than three times in five minutes is refused, however the number is written', async () => {
		later(300);
		for (const phone of ['0909 000 001', '+84909000001', '84.909.000.001'])
			await call(platform, requestCode, from('a'), { phone });

		const fourth = call(platform, requestCode, from('b'), { phone: '0909000001' });

		await expect(fourth).rejects.toMatchObject({
			code: 'too-many-requests',
			options: { retryAfterSeconds: expect.any(Number) },
		});
		later(300);
		await call(platform, requestCode, from('b'), { phone: '0909000001' });
	});

	test('more than ten times a day is refused', async () => {
		platform.clock.set('2026-11-25T08:00:00+07:00');
		for (let asked = 0; asked < 10; asked++) {
			await call(platform, requestCode, from('c'), { phone: '0909000002' });
			later(300);
		}

		await expect(call(platform, requestCode, from('c'), { phone: '0909000002' })).rejects.toMatchObject({
			code: 'too-many-requests',
		});
	});

	test('for many numbers from one address is refused', async () => {
		later(600);
		for (let asked = 0; asked < 60; asked++)
			await call(platform, requestCode, from('d'), { phone: `09100000${String(asked).padStart(2, '0')}` });

		await expect(call(platform, requestCode, from('d'), { phone: '0910000099' })).rejects.toMatchObject({
			code: 'too-many-requests',
		});
	});

	test('is answered alike for a number that is known and one that is not', async () => {
		const known = await signIn(platform, newPhone());

		const [one, other] = await Promise.all([ask(known.phone), ask()]);

		expect(Object.keys(one)).toEqual(Object.keys(other));
		expect(one.expiresAt).toBe(other.expiresAt);
		expect(platform.messages.at(-1)!.text.length).toBe(platform.messages.at(-2)!.text.length);
	});

	test('for what is no number is refused, and nothing is sent', async () => {
		const sent = platform.messages.length;

		await expect(call(platform, requestCode, from('e'), { phone: '0901 234' })).rejects.toMatchObject({
			code: 'phone-invalid',
		});

		expect(platform.messages).toHaveLength(sent);
	});
});
