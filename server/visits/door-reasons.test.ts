import { expect, test } from 'vitest';
import { entryReasonWords } from '#shared/gate/judge-entry';
import { reasonWords } from '#shared/visit-words';
import { doorReasons, packReasons, unpackReasons } from './door-reasons.ts';

test.each([
	['nothing to say', [], false, []],
	['a full place and a seat that was taken', ['place-full', 'seat-taken'], false, ['place-full', 'seat-taken']],
	['a gate past its data’s age', [], true, ['not-sure']],
	['a fever that was declared', ['symptoms', 'met-patient'], false, ['health']],
	['an isolation order is not told from an illness', ['call-health-station'], false, ['health']],
	[
		'an expired declaration at a full place',
		['declaration-expired', 'place-full'],
		true,
		['declaration-expired', 'place-full', 'not-sure'],
	],
] as const)('%s', (_what, reasons, isDegraded, stored) => {
	expect(unpackReasons(packReasons(reasons, isDegraded))).toEqual(stored);
});

test('every reason of a door is kept as itself or as health, fits its column and has words for the log', () => {
	const packed = packReasons([...Object.keys(entryReasonWords), 'health'], true);

	expect(unpackReasons(packed)).toEqual(Object.keys(doorReasons));
	expect(packed).toBeLessThan(32_768);
	expect(Object.keys(reasonWords)).toEqual(Object.keys(doorReasons));
});
