import { sql } from '#platform/sql';

/** In the order of the columns below. */
export interface AddedCaseRow {
	case_id: string;
	person_id: string;
	disease: string;
	classification: string;
	area_path: string;
	onset_on: string | null;
	sampled_on: string | null;
	isolated_at: Date | null;
	rule: string;
	rule_version: number;
	opened_by: string | null;
	opened_at: Date;
	source: string | null;
	outcome: string | null;
	outcome_on: string | null;
	occupation: string | null;
	closed_at: Date | null;
	closed_reason: string | null;
}

export const insertAddedCases = `insert into cases.case
	(case_id, person_id, disease, classification, area_path, onset_on, sampled_on, isolated_at, rule, rule_version,
	opened_by, opened_at, source, outcome, outcome_on, occupation, closed_at, closed_reason) values`;

export const addedCaseTypes = [
	...['bigint', 'bigint', 'text', 'text', 'text', 'date', 'date', 'timestamptz', 'text', 'integer', 'bigint'],
	...['timestamptz', 'text', 'text', 'date', 'text', 'timestamptz', 'text'],
];

export const onOpenCase =
	'on conflict (person_id, disease, area_path) where closed_at is null do nothing returning case_id';

export const selectOpenCaseIds = (persons: readonly string[], disease: string) => sql<{
	case_id: string;
	person_id: string;
	area_path: string;
}>`
	select case_id, person_id, area_path from cases.case
	where person_id = any (${persons}::bigint[]) and disease = ${disease} and closed_at is null
	order by case_id
	limit 20000`;

/** The last of the next numbers of a province's year; whoever opens a case there at the same moment waits for it. */
export const takeNumber = (areaPath: string, year: number, count: number) => sql<{ last: number }>`
	insert into cases.case_number (area_path, year, last) values (${areaPath}, ${year}, ${count})
	on conflict (area_path, year) do update set last = cases.case_number.last + ${count}
	returning last`;

export const updateNumbers = (numbered: readonly { caseId: string; number: string }[]) => sql`
	update cases.case c set number = n.number
	from unnest(${numbered.map((one) => one.caseId)}::bigint[], ${numbered.map((one) => one.number)}::text[])
		as n (case_id, number)
	where c.case_id = n.case_id`;
