import { sameAs } from '#identity';
import type { Db } from '#platform/db';
import { selectTestsOf } from './queries.ts';
import { type TestRecord, toTest } from './test-record.ts';

/** Hundreds of people with a few tests each. */
const testsMax = 5_000;

/** The tests of some people for a disease as they stand now, under whatever id, by person, the newest sample first. */
export async function readTestsOf(
	db: Db,
	persons: readonly string[],
	disease?: string,
): Promise<Map<string, TestRecord[]>> {
	const same = await sameAs(db, [...new Set(persons)]);
	const rows = persons.length ? await db.rows(selectTestsOf([...same.values()].flat(), testsMax)) : [];
	const fitting = rows.filter((row) => disease === undefined || row.disease === disease);
	return new Map(
		[...same].map(([person, ids]) => [person, fitting.filter((row) => ids.includes(row.person_id)).map(toTest)]),
	);
}

/** Whether a sample of a person, taken at a moment or later, was positive for a disease and was not corrected since. */
export async function hasPositive(db: Db, person: string, disease: string, since: Date): Promise<boolean> {
	const tests = (await readTestsOf(db, [person], disease)).get(person) ?? [];
	return tests.some(({ result, sampledAt }) => result === 'positive' && new Date(sampledAt) >= since);
}
