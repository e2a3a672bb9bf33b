import { hasAliases, sameAs } from '#identity';
import type { Db } from '#platform/db';
import { selectOpenCaseIds } from './queries-add.ts';

interface Opened {
	personId: string;
	areaPath: string;
}

/**
 * Under which id each of some people has an open case of a disease in an area, where two records of them became one: else
 * the id given. So nobody has the same case twice.
 */
export async function readHeldAs(db: Db, people: readonly Opened[], disease: string): Promise<(one: Opened) => string> {
	if (!people.length || !(await hasAliases(db))) return ({ personId }) => personId;
	const same = await sameAs(
		db,
		people.map(({ personId }) => personId),
	);
	const merged = [...same.values()].filter((ids) => ids.length > 1).flat();
	const open = merged.length ? await db.rows(selectOpenCaseIds(merged, disease)) : [];
	const held = new Set(open.map((row) => `${row.person_id} ${row.area_path}`));
	return ({ personId, areaPath }) => same.get(personId)!.find((id) => held.has(`${id} ${areaPath}`)) ?? personId;
}
