import { hasAliases, sameAs } from '#identity';
import type { Db } from '#platform/db';
import { selectListed } from './queries-record.ts';

/**
 * Under which id each of some people is on the list of a case: where a tracer decided about them, else where they stand,
 * else the id given. So nobody is on it twice because two records of them became one.
 */
export async function readListed(
	db: Db,
	caseId: string,
	persons: readonly string[],
): Promise<(person: string) => string> {
	if (!persons.length || !(await hasAliases(db))) return (person) => person;
	const merged = [...(await sameAs(db, persons))].filter(([, ids]) => ids.length > 1);
	const listed = await db.rows(
		selectListed(
			caseId,
			merged.flatMap(([, ids]) => ids),
		),
	);
	const isDecided = new Map(listed.map((row) => [row.person_id, row.is_decided]));
	const listedAs = new Map(
		merged.map(([person, ids]) => {
			const onList = ids.filter((id) => isDecided.has(id));
			return [person, onList.find((id) => isDecided.get(id)) ?? onList[0] ?? person];
		}),
	);
	return (person) => listedAs.get(person) ?? person;
}
