import { expect, test } from 'vitest';
import { findCircles } from './circles.ts';

/** `AB`: A infected B. */
const links = (...pairs: string[]) =>
	pairs.map(([infectorId, infecteeId]) => ({ infectorId: infectorId!, infecteeId: infecteeId! }));

test.each([
	['links that are there close a circle with a new one', ['AB', 'BC'], ['CA'], [0]],
	['new ones close it among themselves, the last of them', [], ['AB', 'BC', 'CA', 'CD'], [2]],
	['what was refused closes none', [], ['AB', 'BA', 'BA'], [1, 2]],
	['two ways to the same case are no circle', ['AB', 'AC'], ['BD', 'CD'], []],
	['a case infects itself', [], ['AA'], [0]],
	['both ways at once: the second', [], ['AB', 'BA'], [1]],
])('%s', (_what, known, added, circles) => {
	expect([...findCircles(links(...known), links(...added))]).toEqual(circles);
});

test('a chain of 50,000 cases is gone up without recursion', () => {
	const chain = Array.from({ length: 50_000 }, (_, at) => ({ infectorId: String(at), infecteeId: String(at + 1) }));

	expect([...findCircles(chain, [{ infectorId: '50000', infecteeId: '0' }])]).toEqual([0]);
});
