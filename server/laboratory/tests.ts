import type { Db } from '#platform/db';
import { selectTestsOf } from './queries.ts';
import { type TestRecord, toTest } from './test-record.ts';

/** Hundreds of people with a few tests each. */
const testsMax = 5_000;

/** The tests of some people for a disease as they stand now, by person, the newest sample first. */
export async function readTestsOf(
	db: Db,
	persons: readonly string[],
	disease?: string,
): Promise<Map<string, TestRecord[]>> {
	const found = new Map<string, TestRecord[]>();
	if (!persons.length) return found;
	for (const row of await db.rows(selectTestsOf([...new Set(persons)], testsMax))) {
		if (disease !== undefined && row.disease !== disease) continue;
		const known = found.get(row.person_id);
		if (known) known.push(toTest(row));
		else found.set(row.person_id, [toTest(row)]);
	}
	return found;
}

/** Whether a sample of a person, taken at a moment or later, was positive for a disease and was not corrected since. */
export async function hasPositive(db: Db, person: string, disease: string, since: Date): Promise<boolean> {
	const tests = (await readTestsOf(db, [person], disease)).get(person) ?? [];
	return tests.some(({ result, sampledAt }) => result === 'positive' && new Date(sampledAt) >= since);
}
