import { type Actor, rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { isWithin, role } from '#platform/who';

const roleName = 'health-officer';

/** Who decides on isolation (NĐ 165/2026 Đ14-20): each for the kind of place it is responsible for. */
export const officeRoles = ['commune-chair', 'facility-head', 'gate-authority'] as const;

/** A health officer, wherever; the operation itself keeps to the officer's areas. */
export const officer = role([roleName]);

/**
 * A health officer whose role reaches the path of an area. Without one nobody's does but a national officer's, so what
 * lies elsewhere and what does not exist are refused alike, and an id tells nothing.
 */
export const officerOf = <Input>(pathOf: (input: Input, db: Db) => Promise<string | undefined>) =>
	role([roleName], async (input: Input, db: Db) => ({ area: await pathOf(input, db) }));

/** Stretches of area paths in the order of their characters, from `from` until before `until`. */
export interface AreaRanges {
	from: string[];
	until: string[];
}

/**
 * The subtrees an officer may see, as ranges of area paths: `1.24` covers itself and all that begins with `1.24.`. Ranges
 * do not overlap, so that nothing is listed twice. `names`: of which roles, a health officer's unless told.
 */
export function officerRanges(actor: Actor, names: readonly string[] = [roleName]): AreaRanges {
	const held = rolesOf(actor).filter((one) => names.includes(one.name) && one.place === undefined);
	// Digits and dots sort before a colon: this is every path.
	if (held.some((one) => one.area === undefined)) return { from: [''], until: [':'] };
	const paths = [...new Set(held.map((one) => one.area!))];
	const widest = paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
	// A slash sorts right after the dot.
	return { from: widest, until: widest.map((path) => `${path}/`) };
}
