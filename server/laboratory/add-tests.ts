import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { dayOf, shiftDay } from '#shared/language';
import { insertTests, type TestRow } from './queries.ts';
import { tellPositive } from './tell-positive.ts';

export type NewTest = Pick<
	TestRow,
	'person_id' | 'kind' | 'sampled_at' | 'result' | 'result_at' | 'laboratory' | 'sample_id'
>;

/** A positive sample of longer ago changes nothing for whoever watches the person today. */
const newsDays = 30;

/**
 * Records many tests of one disease in the caller's transaction, in the name of an area, whose officers may correct them.
 * The same sample tested the same way is the same test. Returns how many were not there before.
 */
export async function addTests(
	{ db, now, by }: { db: Db; now: Date; by: string | null },
	of: { disease: string; areaPath: string },
	given: readonly NewTest[],
): Promise<number> {
	const rows = given.map((one) => [
		...[one.person_id, newId(), 1, of.disease, one.kind, one.sampled_at, one.result, one.result_at],
		...[one.laboratory, one.sample_id, of.areaPath, by, now],
	]);
	let added = 0;
	const positive = new Set<string>();
	for (const part of chunks(rows))
		for (const row of await db.rows(insertTests(part))) {
			added++;
			if (row.result === 'positive' && dayOf(row.sampled_at) >= shiftDay(dayOf(now), -newsDays))
				positive.add(row.person_id);
		}
	for (const person of positive) await tellPositive(db, person, now);
	return added;
}
