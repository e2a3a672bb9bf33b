import { type Actor, rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { isWithin, role } from '#platform/who';
import { selectCaseArea } from './queries.ts';

const officerRole = 'health-officer';

/** A health officer, wherever; the operation itself keeps to the officer's areas. */
export const officer = role([officerRole]);

/**
 * A health officer whose area the case lies in. A case elsewhere and one that does not exist are refused alike, so an id
 * tells nothing.
 */
export const officerOfCase = role([officerRole], async ({ caseId }: { caseId: string }, db: Db) => {
	const found = await db.find(selectCaseArea(caseId));
	return { area: found?.area_path };
});

/** Stretches of area paths in the order of their characters, from `from` until before `until`. */
export interface PathRanges {
	from: string[];
	until: string[];
}

/**
 * The subtrees an officer may see, as ranges of area paths: `1.24` covers itself and all that begins with `1.24.`. Ranges
 * do not overlap, so that no case is listed twice.
 */
export function rangesOf(actor: Actor): PathRanges {
	const held = rolesOf(actor).filter((one) => one.name === officerRole && one.place === undefined);
	// Digits and dots sort before a colon: this is every path.
	if (held.some((one) => one.area === undefined)) return { from: [''], until: [':'] };
	const paths = [...new Set(held.map((one) => one.area!))];
	const widest = paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
	// A slash sorts right after the dot.
	return { from: widest, until: widest.map((path) => `${path}/`) };
}
