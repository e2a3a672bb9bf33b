import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { administrator } from '#test/people';
import { message, openSending, type Sending } from '#test/sending';
import { isFailing } from './breaker.ts';
import { getSettings, listPauses, resumeSending, sendDue, setSettings } from './index.ts';

test.each([
	[{ taken: 0, failed: 49 }, false],
	[{ taken: 0, failed: 50 }, true],
	[{ taken: 35, failed: 15 }, true],
	[{ taken: 36, failed: 14 }, false],
	[{ taken: 700, failed: 300 }, true],
	[{ taken: 701, failed: 299 }, false],
	[{ taken: 1_000, failed: 0 }, false],
])('of thirty in a hundred, at least fifty: %o pauses %s', (sum, pauses) => {
	expect(isFailing(sum, { percent: 30, least: 50, minutes: 10 })).toBe(pauses);
});

describe('the breaker', () => {
	let sending: Sending;
	beforeAll(async () => void (sending = await openSending()));
	afterAll(() => sending.close());
	beforeEach(() => sending.renew());

	const pauses = async () => (await call(sending.platform, listPauses, administrator, {})).pauses;

	async function queueMany(count: number, kind: 'alert' | 'reminder') {
		const people = await Promise.all(Array.from({ length: count }, () => sending.addReached()));
		await sending.queue(...people.map(({ personId }) => message(personId, { kind })));
		return people;
	}

	test('says no to the rest of a kind when the gateway fails, and lets other kinds through, until resumed', async () => {
		const { version, validFrom: _, ...set } = await call(sending.platform, getSettings, administrator, {});
		const breaker = { percent: 50, least: 10, minutes: 10 };
		await call(sending.platform, setSettings, administrator, { ...set, after: version, breaker });
		await queueMany(60, 'alert');
		const [reminded] = await queueMany(1, 'reminder');
		sending.gateway.answer = ({ phone }) => (phone === reminded!.phone ? 200 : 503);

		await sendDue(sending.platform);

		// One handful failed; the ten others were not tried at all.
		expect(sending.gateway.phones()).toHaveLength(51);
		expect(sending.gateway.sentTo(reminded!.phone)).toHaveLength(1);
		expect(await pauses()).toMatchObject([{ kind: 'alert', taken: 0, failed: 50 }]);

		sending.gateway.answer = () => 200;
		sending.platform.clock.set('2026-11-24T08:05:00+07:00');
		await sendDue(sending.platform);
		expect(sending.gateway.phones()).toHaveLength(51);
		const [pause] = await pauses();
		await call(sending.platform, resumeSending, administrator, { pauseId: pause!.pauseId });
		await sendDue(sending.platform);

		expect(sending.gateway.phones()).toHaveLength(111);
		expect(await pauses()).toMatchObject([{ resumedAt: '2026-11-24T01:05:00.000Z' }]);
		await expect(
			call(sending.platform, resumeSending, administrator, { pauseId: pause!.pauseId }),
		).rejects.toMatchObject({ code: 'already-ended' });
	});

	test('does not pause for a few who fail among many', async () => {
		const before = (await pauses()).length;
		const people = await queueMany(40, 'alert');
		const wrong = new Set(people.slice(0, 15).map(({ phone }) => phone));
		sending.gateway.answer = ({ phone }) => (wrong.has(phone) ? 422 : 200);

		await sendDue(sending.platform);

		expect(await pauses()).toHaveLength(before);
	});

	test('new rules change only the version they were made from', async () => {
		const { validFrom: _, ...set } = await call(sending.platform, getSettings, administrator, {});
		const { version, ...rules } = set;

		const stale = call(sending.platform, setSettings, administrator, { ...rules, after: version - 1 });

		await expect(stale).rejects.toMatchObject({ code: 'conflict' });
	});
});
