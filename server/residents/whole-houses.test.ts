import { expect, test } from 'vitest';
import type { ResidentRow } from './queries-completion.ts';
import { wholeHouses } from './whole-houses.ts';

const due = { day: '2026-11-24', slot: 0 };
/** A house by the days on which its people reported last. */
const house = (number: number, ...days: (string | null)[]) =>
	days.map(
		(last_report_on, index) =>
			({ number, person_id: `${number}.${index}`, last_report_on, last_slot: 0 }) as ResidentRow,
	);
const today = '2026-11-24';

test.each([
	[
		'as many houses as fit',
		[...house(1, null, null), ...house(2, null), ...house(3, null, null)],
		4,
		['1.0', '1.1', '2.0'],
	],
	['all of them', [...house(1, null), ...house(2, null)], 4, ['1.0', '2.0']],
	['a house that alone fills the page', house(1, null, today), 2, ['1.0', '1.1']],
	['of one that is larger those who have yet to report', house(1, today, null, today, null), 3, ['1.1', '1.3', '1.0']],
	['nobody', [], 4, []],
])('%s', (_what, rows, most, expected) => {
	expect(wholeHouses(rows, due, most).map(({ person_id }) => person_id)).toEqual(expected);
});
