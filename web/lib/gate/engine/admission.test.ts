import { describe, expect, test } from 'vitest';
import type { PersonReading } from '#web/gate/gate.ts';
import { fullness } from '#web/gate/screen/fullness.ts';
import { tellGuard } from '#web/gate/screen/guard-words.ts';
import { admit } from './admission.ts';

type Judged = Pick<PersonReading, 'direction' | 'verdict'>;
const reading = (judged: Judged, ...reasons: string[]): PersonReading => ({
	...judged,
	kind: 'person',
	who: { kind: 'sealed', sealed: '' },
	reasons: reasons.map((code) => ({ code, words: { vi: code, en: code } })),
	isRepeat: false,
});

describe('before the guard says anything', () => {
	test.each<[string, Judged, string[], ReturnType<typeof admit>]>([
		['green goes in', { direction: 'in', verdict: 'green' }, [], 'goes'],
		['amber goes in', { direction: 'in', verdict: 'amber' }, ['declared-amber'], 'goes'],
		['a card nobody can look up goes in', { direction: 'in', verdict: 'amber' }, ['cannot-look-up'], 'goes'],
		[
			'one more than the place holds waits for the guard',
			{ direction: 'in', verdict: 'amber' },
			['place-full'],
			'asks',
		],
		['red is stopped', { direction: 'in', verdict: 'red' }, ['call-health-station'], 'stopped'],
		['red is stopped at a full place too', { direction: 'in', verdict: 'red' }, ['symptoms', 'place-full'], 'stopped'],
		['who has not declared is stopped', { direction: 'in', verdict: 'not-declared' }, ['not-declared'], 'stopped'],
		['nobody is kept from leaving', { direction: 'out', verdict: 'red' }, ['call-health-station'], 'goes'],
	])('%s', (_what, judged, reasons, expected) => {
		expect(admit(reading(judged, ...reasons))).toBe(expected);
	});
});

describe('what fills the screen', () => {
	const sure = { isDegraded: false, bundleAgeMinutes: 5 };
	const old = { isDegraded: true, bundleAgeMinutes: 1_505 };

	test.each<[string, Judged, typeof sure, string, string]>([
		['green', { direction: 'in', verdict: 'green' }, sure, 'green', 'ĐƯỢC VÀO'],
		['valid by old data is not sure', { direction: 'in', verdict: 'green' }, old, 'amber', 'CHƯA CHẮC'],
		['a stop stays a stop by old data', { direction: 'in', verdict: 'red' }, old, 'red', 'DỪNG LẠI'],
		['who leaves', { direction: 'out', verdict: 'not-declared' }, sure, 'grey', 'ĐÃ RA'],
		['who leaves while an order stands', { direction: 'out', verdict: 'red' }, sure, 'red', 'GỌI TRẠM Y TẾ'],
	])('%s', (_what, judged, certainty, look, word) => {
		expect(tellGuard(judged, certainty)).toMatchObject({ look, word: { vi: word } });
	});

	test('not sure says how old the data is', () => {
		expect(tellGuard({ direction: 'in', verdict: 'green' }, old).next.vi).toContain('dữ liệu cũ 25 giờ');
	});
});

test('a place is nearly full from nine tenths and full at its limit; without a limit it never is', () => {
	expect(fullness(89, 100)).toBe('free');
	expect(fullness(90, 100)).toBe('nearly');
	expect(fullness(99, 100)).toBe('nearly');
	expect(fullness(100, 100)).toBe('full');
	expect(fullness(5_000, undefined)).toBe('free');
	expect(fullness(undefined, 100)).toBe('free');
});
