import { describe, expect, test } from 'vitest';
import { type Clock, correctedTime, hearServer, newClock, readClock } from './clock.ts';

const minute = 60_000;
const hour = 60 * minute;
const morning = Date.parse('2026-11-25T06:00:00+07:00');

describe('the device’s clock against the server’s', () => {
	test.each<[string, number]>([
		['right', 0],
		['three hours slow', -3 * hour],
		['three hours fast', 3 * hour],
		['a day and two hours fast', 26 * hour],
	])('a clock that is %s is put right by the first answer', (_how, wrong) => {
		const asked = { device: morning + wrong, elapsed: 1_000 };
		const heard = { device: morning + wrong + 400, elapsed: 1_400 };

		const clock = hearServer(asked, heard, new Date(morning + 200));

		expect(correctedTime(clock)).toEqual(new Date(morning + 400));
	});

	const known: Clock = { skew: 3 * hour, device: morning, elapsed: 1_000 };

	test.each<[string, { device: number; elapsed: number }, number, Clock['jump']]>([
		['goes on', { device: morning + minute, elapsed: 1_000 + minute }, morning + 3 * hour + minute, undefined],
		[
			'is put right by a few seconds',
			{ device: morning + minute - 4_000, elapsed: 1_000 + minute },
			morning + 3 * hour + minute - 4_000,
			undefined,
		],
		[
			'is set back by an hour',
			{ device: morning + minute - hour, elapsed: 1_000 + minute },
			morning + 3 * hour + minute,
			'back',
		],
		['slept for an hour', { device: morning + hour, elapsed: 1_000 }, morning + 4 * hour, 'ahead'],
	])('while the page is open and the device %s, time does not run backwards', (_how, reading, now, jump) => {
		const clock = readClock(known, reading);

		expect(correctedTime(clock)).toEqual(new Date(now));
		expect(clock.jump).toBe(jump);
	});

	test('a clock set back while the device was off is noticed, and the time seen last is the least it can be', () => {
		const clock = readClock({ ...known, elapsed: undefined }, { device: Date.parse('1970-01-02'), elapsed: 50 });

		expect(correctedTime(clock)).toEqual(new Date(morning + 3 * hour));
		expect(clock.jump).toBe('back');
	});

	test('hearing the server ends the doubt', () => {
		const reading = { device: 0, elapsed: 50 };
		const doubtful = readClock({ ...known, elapsed: undefined }, reading);

		expect(doubtful.jump).toBe('back');
		expect(hearServer(reading, reading, new Date(morning))).toEqual({ skew: morning, ...reading });
	});

	test('before the server was ever heard, a device believes itself', () => {
		expect(correctedTime(newClock({ device: morning, elapsed: 5 }))).toEqual(new Date(morning));
	});
});
