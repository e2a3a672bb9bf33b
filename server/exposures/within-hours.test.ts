import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostWithinHours } from './within-hours.ts';

const at = (text: string) => {
	const [day, clock] = text.split(' ') as [string, string];
	return Date.parse(`2026-11-${day}T${clock}:00+07:00`);
};
const stay = ([from, until]: [string, string]) => ({ enteredAt: at(from), leftAt: at(until) });

describe('the most minutes within 24 hours', () => {
	test.each<[string, [string, string][], number]>([
		['of one stay are its own', [['20 08:00', '20 08:20']], 20],
		[
			'add up over stays of one day',
			[
				['20 08:00', '20 08:10'],
				['20 20:00', '20 20:05'],
			],
			15,
		],
		[
			'go over midnight',
			[
				['20 23:50', '20 23:58'],
				['21 10:00', '21 10:07'],
			],
			15,
		],
		[
			'hold a stay that begins exactly as they end not',
			[
				['20 08:00', '20 08:10'],
				['21 08:00', '21 08:10'],
			],
			10,
		],
		[
			'hold a minute of one that begins a minute before',
			[
				['20 08:00', '20 08:10'],
				['21 07:59', '21 08:09'],
			],
			11,
		],
		[
			'are the best of three days',
			[
				['19 08:00', '19 08:05'],
				['20 08:00', '20 08:30'],
				['22 08:00', '22 08:10'],
			],
			30,
		],
		['cut a stay longer than a day', [['19 08:00', '20 09:00']], 1_440],
		[
			'count a moment in two stays once',
			[
				['20 08:00', '20 08:10'],
				['20 08:05', '20 08:12'],
			],
			12,
		],
		['of nothing are none', [], 0],
	])('%s', (_words, stays, minutes) => {
		expect(mostWithinHours(stays.map(stay), 24) / 60_000).toBe(minutes);
	});

	test('are those of a window moved minute by minute over all of them', () => {
		const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 90 })), {
			maxLength: 8,
		});
		fc.assert(
			fc.property(stays, fc.integer({ min: 1, max: 4 }), (all, hours) => {
				const covered = new Set(all.flatMap(([from, length]) => Array.from({ length }, (_none, i) => from + i)));
				let most = 0;
				for (let from = -250; from < 500; from++)
					most = Math.max(most, [...covered].filter((minute) => minute >= from && minute < from + hours * 60).length);

				const found = mostWithinHours(
					all.map(([from, length]) => ({ enteredAt: from * 60_000, leftAt: (from + length) * 60_000 })),
					hours,
				);

				expect(found / 60_000).toBe(most);
			}),
		);
	});
});
