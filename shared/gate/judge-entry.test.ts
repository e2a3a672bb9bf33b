import { describe, expect, test } from 'vitest';
import { type Entry, entryReasonWords, judgeEntry } from './judge-entry.ts';

const at = new Date('2026-11-24T06:00:00+07:00');
const minute = 60_000;
const after = (minutes: number) => new Date(at.getTime() + minutes * minute);
const healthy = { level: 'green', reasons: [], validUntil: after(60) } as const;
const entry = (change: Partial<Entry> = {}): Entry => ({ at, standing: healthy, restrictions: [], ...change });

describe('at a door', () => {
	test.each<[string, Partial<Entry>, string, string[]]>([
		['somebody healthy goes in', {}, 'green', []],
		['who never declared is asked to', { standing: undefined }, 'not-declared', ['not-declared']],
		['a declaration holds to its last minute', { standing: { ...healthy, validUntil: after(1) } }, 'green', []],
		['and not a minute longer', { standing: { ...healthy, validUntil: at } }, 'not-declared', ['declaration-expired']],
		[
			'signs of disease stop, with the declaration’s own reasons',
			{ standing: { ...healthy, level: 'red', reasons: ['symptoms', 'met-patient'] } },
			'red',
			['symptoms', 'met-patient'],
		],
		[
			'a code read offline knows no more than its level',
			{ standing: { ...healthy, level: 'amber' } },
			'amber',
			['declared-amber'],
		],
		['who is to be in isolation is stopped', { restrictions: ['isolation'] }, 'red', ['call-health-station']],
		[
			'an order and no declaration: the order decides, the reason for it is not told',
			{ restrictions: ['cordon', 'isolation'], standing: undefined },
			'red',
			['call-health-station', 'not-declared'],
		],
		['the last free place is taken', { inside: 9, capacity: 10 }, 'green', []],
		['whoever comes after it is told the place is full', { inside: 10, capacity: 10 }, 'amber', ['place-full']],
		['a seat somebody else has is told', { isSeatTaken: true }, 'amber', ['seat-taken']],
		['a place without a limit is never full', { inside: 10_000 }, 'green', []],
		[
			'a card nobody can look up is left to whoever watches',
			{ standing: undefined, isUnknown: true },
			'amber',
			['cannot-look-up'],
		],
		[
			'a card of somebody to be in isolation is stopped, looked up or not',
			{ standing: undefined, isUnknown: true, restrictions: ['isolation'] },
			'red',
			['call-health-station', 'cannot-look-up'],
		],
	])('%s', (_what, change, verdict, reasons) => {
		expect(judgeEntry(entry(change))).toEqual({ verdict, reasons });
	});

	test('every reason of the rule has words, and none says why an authority stops somebody', () => {
		for (const { vi, en } of Object.values(entryReasonWords)) expect(vi && en).toBeTruthy();
		expect(JSON.stringify(entryReasonWords)).not.toMatch(/cách ly|isolat|khoanh|cordon/i);
	});
});
