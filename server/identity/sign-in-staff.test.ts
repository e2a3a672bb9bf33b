import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createStaff, resolveActor, signInStaff, totpCode } from '#identity';
import { call } from '#platform/call';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { administrator, anybody, as, signIn, staff } from '#test/people';

let platform: TestPlatform;
let logins = 0;
let login: string;
const password = 'một hai ba bốn năm';
const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const officer = {
	name: 'Trần Văn Cam',
	authority: 'CDC Hà Nội',
	password,
	totpSecret,
	roles: [{ name: 'health-officer' as const, area: '1.2' }],
};

beforeAll(async () => {
	platform = await openTestPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
	platform.clock.set('2026-11-24T08:00:00+07:00');
	login = `cdc.hanoi.${logins++}`;
	await call(platform, createStaff, administrator, { login, ...officer });
});

const later = (seconds: number) =>
	platform.clock.set(new Date(platform.clock.now().getTime() + seconds * 1_000).toISOString());
const code = (seconds = 0) => totpCode(totpSecret, new Date(platform.clock.now().getTime() + seconds * 1_000));
let addresses = 0;
const enter = (change: object = {}) =>
	call(platform, signInStaff, as({ kind: 'anyone' }, `10.1.0.${addresses++}`), {
		login,
		password,
		totp: code(),
		...change,
	});
const fails = { code: 'sign-in-failed' };

describe('an officer', () => {
	test('signs in with the password and the code of the moment, for twelve hours', async () => {
		const { token, expiresAt } = await enter({
			login: ` ${login.toUpperCase()} `,
			password: password.normalize('NFD'),
		});

		expect(await resolveActor(platform, token)).toMatchObject({
			kind: 'staff',
			authority: 'CDC Hà Nội',
			roles: [{ name: 'health-officer', area: '1.2' }],
		});
		expect(new Date(expiresAt).getTime() - platform.clock.now().getTime()).toBe(12 * 3_600_000);
	});

	test.each([
		['a wrong password', { password: 'một hai ba bốn sáu' }],
		['a wrong code', { totp: '000000' }],
		['a code of a minute ago', { totp: totpCode(totpSecret, new Date('2026-11-24T07:59:00+07:00')) }],
		['an unknown login', { login: 'ai.do' }],
	])('with %s is told the same', async (_what, change) => {
		await expect(enter(change)).rejects.toMatchObject(fails);
	});

	test('whose clock is half a minute off signs in', async () => {
		await enter({ totp: code(30) });
	});

	test('uses each code once, also when it is sent twice at once', async () => {
		const totp = code();
		const entered = await Promise.allSettled([enter({ totp }), enter({ totp })]);
		expect(entered.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

		await expect(enter({ totp })).rejects.toMatchObject(fails);
		later(30);
		await enter();
	});

	test('is locked out by the fifth wrong try in a row, for fifteen minutes', async () => {
		for (let tries = 0; tries < 5; tries++)
			await expect(enter({ password: 'sai rồi nhé bạn ơi' })).rejects.toMatchObject(fails);

		await expect(enter()).rejects.toMatchObject({ code: 'account-locked', options: { retryAfterSeconds: 900 } });
		later(899);
		await expect(enter()).rejects.toMatchObject({ code: 'account-locked', options: { retryAfterSeconds: 1 } });
		later(1);
		await enter();
	});

	test('who gets it right after four wrong tries starts counting anew', async () => {
		for (let round = 0; round < 2; round++) {
			for (let tries = 0; tries < 4; tries++) await expect(enter({ totp: '000000' })).rejects.toMatchObject(fails);
			await enter();
			later(30);
		}
	});

	test('is locked however many try at once', async () => {
		const tries = await Promise.allSettled(Array.from({ length: 20 }, () => enter({ totp: '000000' })));

		for (const { status } of tries) expect(status).toBe('rejected');
		await expect(enter()).rejects.toMatchObject({ code: 'account-locked' });
	});
});

describe('an account for staff', () => {
	test.each([
		['a password of eleven characters', { password: 'mot2ba4nam6' }, 'password-weak'],
		['a password with the login in it', { password: `${'CDC.new'} 123456` }, 'password-weak'],
		['a password of one letter', { password: 'aaaaaaaaaaaaaaaa' }, 'password-weak'],
		['an empty area, which would be everywhere', { roles: [{ name: 'health-officer', area: '' }] }, 'invalid-input'],
		['an area that is no path', { roles: [{ name: 'health-officer', area: '1.x' }] }, 'invalid-input'],
		['an administrator of one area', { roles: [{ name: 'administrator', area: '1.2' }] }, 'invalid-input'],
		['an unknown role', { roles: [{ name: 'god' }] }, 'invalid-input'],
		['no role', { roles: [] }, 'invalid-input'],
	])('is not made with %s', async (_what, change, problem) => {
		const input = { login: 'cdc.new', ...officer, ...change } as never;

		await expect(call(platform, createStaff, administrator, input)).rejects.toMatchObject({ code: problem });
	});

	test('is not made twice', async () => {
		await expect(call(platform, createStaff, administrator, { login, ...officer })).rejects.toMatchObject({
			code: 'login-taken',
		});
	});

	test('is made by an administrator only', async () => {
		const person = await signIn(platform, '+84905000001');
		const input = { login: 'cdc.other', ...officer };

		for (const caller of [
			await person.caller(),
			staff('CDC', { name: 'health-officer' }),
			staff('CDC', { name: 'analyst' }),
		])
			await expect(call(platform, createStaff, caller, input)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, createStaff, anybody, input)).rejects.toMatchObject({ code: 'not-signed-in' });
	});
});
