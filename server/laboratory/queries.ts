import { sql, sqlRows } from '#platform/sql';

export interface TestRow {
	person_id: string;
	test_id: string;
	version: number;
	disease: string;
	kind: string;
	sampled_at: Date;
	result: string;
	result_at: Date | null;
	laboratory: string;
	sample_id: string;
	area_path: string;
	recorded_by: string | null;
	recorded_at: Date;
	reason: string | null;
}

/** The same sample tested the same way is the same test. Two corrections at once: one breaks the primary key. */
export const insertTest = (row: TestRow) => sql`
	insert into laboratory.test (person_id, test_id, version, disease, kind, sampled_at, result, result_at, laboratory,
		sample_id, area_path, recorded_by, recorded_at, reason)
	values (${row.person_id}, ${row.test_id}, ${row.version}, ${row.disease}, ${row.kind}, ${row.sampled_at},
		${row.result}, ${row.result_at}, ${row.laboratory}, ${row.sample_id}, ${row.area_path}, ${row.recorded_by},
		${row.recorded_at}, ${row.reason})
	on conflict (person_id, disease, kind, laboratory, sample_id) where version = 1 do nothing`;

export const selectSameTest = (row: TestRow) => sql<{ test_id: string }>`
	select test_id from laboratory.test
	where person_id = ${row.person_id} and disease = ${row.disease} and kind = ${row.kind}
		and laboratory = ${row.laboratory} and sample_id = ${row.sample_id} and version = 1`;

/** A test as it stands now. */
export const selectTest = (testId: string) => sql<TestRow>`
	select person_id, test_id, version, disease, kind, sampled_at, result, result_at, laboratory, sample_id, area_path,
		recorded_by, recorded_at, reason
	from laboratory.test
	where test_id = ${testId}
	order by version desc
	limit 1`;

/** The tests of some people as they stand now, the newest sample first. */
export const selectTestsOf = (persons: readonly string[], limit: number) => sql<TestRow>`
	select t.person_id, t.test_id, t.version, t.disease, t.kind, t.sampled_at, t.result, t.result_at, t.laboratory,
		t.sample_id, t.area_path, t.recorded_by, t.recorded_at, t.reason
	from laboratory.test t
	where t.person_id = any (${persons}::bigint[])
		and not exists (
			select from laboratory.test later
			where later.person_id = t.person_id and later.test_id = t.test_id and later.version > t.version
		)
	order by t.sampled_at desc, t.test_id
	limit ${limit}`;

/** Every version of a person's tests, to show what was corrected. */
export const selectVersionsOf = (personId: string, limit: number) => sql<TestRow>`
	select person_id, test_id, version, disease, kind, sampled_at, result, result_at, laboratory, sample_id, area_path,
		recorded_by, recorded_at, reason
	from laboratory.test
	where person_id = ${personId}
	order by sampled_at desc, test_id, version desc
	limit ${limit}`;

/** Many at once, each the first version; those that are there already are not answered. */
export const insertTests = (rows: readonly unknown[][]) =>
	sqlRows<Pick<TestRow, 'person_id' | 'result' | 'sampled_at'>>(
		`insert into laboratory.test (person_id, test_id, version, disease, kind, sampled_at, result, result_at, laboratory,
			sample_id, area_path, recorded_by, recorded_at) values`,
		[
			...['bigint', 'bigint', 'integer', 'text', 'text', 'timestamptz', 'text', 'timestamptz', 'text', 'text', 'text'],
			...['bigint', 'timestamptz'],
		],
		rows,
		`on conflict (person_id, disease, kind, laboratory, sample_id) where version = 1 do nothing
		returning person_id, result, sampled_at`,
	);
