import type { Level } from './unit-name.ts';

/** Viet Nam's division before and since 1 July 2025, when districts ended and 63 provinces became 34. */
export const divisions = {
	old: { from: '2008-08-01', until: '2025-07-01' },
	new: { from: '2025-07-01', until: null },
} as const;
export type Division = keyof typeof divisions;

/** A unit as a source names it. Old provinces and districts may come without a code. */
export interface Named {
	code?: string;
	name: string;
	nameEn?: string;
}

/** One unit with those it lies in. Without a commune it is the district itself. */
export interface ListedUnit {
	division: Division;
	province: Named;
	district?: Named;
	commune?: Named;
	/** Where in the source it stands, for the report. */
	line: number;
}

export type Extent = 'whole' | 'part' | 'unknown';

export interface Link {
	old: ListedUnit;
	new: ListedUnit;
	extent: Extent;
}

/** What any source of units comes down to. */
export interface Source {
	/**
	 * From the statistics office: its names and districts win over stored ones, and its links are all there are. Another
	 * source adds what is missing and changes nothing.
	 */
	isOfficial: boolean;
	units: ListedUnit[];
	links: Link[];
	refused: Refusal[];
}

/** A row, or a part of it, that was not taken as it stands. */
export interface Refusal {
	line: number;
	column: string;
	vi: string;
	en: string;
}

/** The units of a listed one from the province down. */
export function chainOf(listed: ListedUnit): { level: Level; named: Named }[] {
	return [
		{ level: 'province' as const, named: listed.province },
		...(listed.district ? [{ level: 'district' as const, named: listed.district }] : []),
		...(listed.commune ? [{ level: 'commune' as const, named: listed.commune }] : []),
	];
}
