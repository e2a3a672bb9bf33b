import { type CaseTimes, type Indicators, measureTimeliness } from '#shared/epi/timeliness';
import { known, readColumn, rowBytes } from './packed.ts';

const minute = 60_000;
export const toMoment = (minutes: number): number | undefined => {
	const value = known(minutes);
	return value === undefined ? undefined : value * minute;
};

/** The indicators that cases tell by themselves. */
export function measureCases(
	cases: Uint8Array,
	now: number,
): Pick<Indicators, 'interviewed' | 'isolated' | 'known-contact'> {
	const column = (at: number) => readColumn(cases, rowBytes.cases, at);
	const [reported, isolated, interviewed, wasContact] = [20, 24, 28, 40].map(column) as Int32Array[];
	function* each(): Iterable<CaseTimes> {
		for (let one = 0; one < reported!.length; one++)
			yield {
				reported: reported![one]! * minute,
				isolated: toMoment(isolated![one]!),
				interviewed: toMoment(interviewed![one]!),
				wasContact: wasContact![one] === 1,
			};
	}
	const all = measureTimeliness(each(), [], now);
	return { interviewed: all.interviewed, isolated: all.isolated, 'known-contact': all['known-contact'] };
}
