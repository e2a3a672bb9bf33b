import { sql } from '#platform/sql';

export interface CaseRow {
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
	closed_at: Date | null;
}

/** A case with the numbers of the rule version it keeps. */
export interface RuledCaseRow extends CaseRow {
	rule_name_vi: string;
	rule_name_en: string;
	days_before: number;
	days_after: number;
	minutes_min: number;
	meters_max: string | null;
	within_hours: number | null;
	same_gate: boolean;
	same_trip: boolean;
	seat_rows: number | null;
	symptom_free_days: number;
	follow_up_days: number;
	decision: string;
}

export const selectCaseArea = (caseId: string) => sql<{ area_path: string }>`
	select area_path from cases.case where case_id = ${caseId}`;

export const selectCase = (caseId: string) => sql<RuledCaseRow>`
	select c.case_id, c.person_id, c.disease, c.classification, c.area_path, c.onset_on, c.sampled_on, c.isolated_at,
		c.rule, c.rule_version, c.opened_by, c.opened_at, c.closed_at,
		r.name_vi as rule_name_vi, r.name_en as rule_name_en, r.days_before, r.days_after, r.minutes_min, r.meters_max,
		r.within_hours, r.same_gate, r.same_trip, r.seat_rows, r.symptom_free_days, r.follow_up_days, r.decision
	from cases.case c
	join diseases.contact_rule r on r.rule = c.rule and r.version = c.rule_version
	where c.case_id = ${caseId}`;

/** A second open case of the same person, disease and area is the first one again. */
export const insertCase = (row: CaseRow) => sql`
	insert into cases.case
		(case_id, person_id, disease, classification, area_path, onset_on, sampled_on, isolated_at, rule, rule_version,
		opened_by, opened_at)
	values (${row.case_id}, ${row.person_id}, ${row.disease}, ${row.classification}, ${row.area_path}, ${row.onset_on},
		${row.sampled_on}, ${row.isolated_at}, ${row.rule}, ${row.rule_version}, ${row.opened_by}, ${row.opened_at})
	on conflict (person_id, disease, area_path) where closed_at is null do nothing`;

export const selectOpenCase = (personId: string, disease: string, areaPath: string) => sql<{ case_id: string }>`
	select case_id from cases.case
	where person_id = ${personId} and disease = ${disease} and area_path = ${areaPath} and closed_at is null`;

export interface CaseDatesRow {
	classification: string;
	onset_on: string | null;
	sampled_on: string | null;
	isolated_at: Date | null;
}

export const updateDates = (caseId: string, row: CaseDatesRow) => sql`
	update cases.case
	set classification = ${row.classification}, onset_on = ${row.onset_on}, sampled_on = ${row.sampled_on},
		isolated_at = ${row.isolated_at}
	where case_id = ${caseId} and closed_at is null`;

export const updateRule = (caseId: string, rule: string, version: number) => sql`
	update cases.case set rule = ${rule}, rule_version = ${version}
	where case_id = ${caseId} and closed_at is null`;

export const closeCase = (caseId: string, now: Date) => sql`
	update cases.case set closed_at = ${now}
	where case_id = ${caseId} and closed_at is null`;

/** The open cases of some people that lie in some ranges of area paths. */
export const selectOpenCasesOf = (
	persons: readonly string[],
	ranges: { from: readonly string[]; until: readonly string[] },
	limit: number,
) => sql<CaseRow>`
	select c.case_id, c.person_id, c.disease, c.classification, c.area_path, c.onset_on, c.sampled_on, c.isolated_at,
		c.rule, c.rule_version, c.opened_by, c.opened_at, c.closed_at
	from cases.case c
	where c.person_id = any (${persons}::bigint[]) and c.closed_at is null and exists (
		select from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
		where c.area_path collate "C" >= reach.path_from and c.area_path collate "C" < reach.path_until
	)
	order by c.opened_at desc, c.case_id desc
	limit ${limit}`;

/**
 * One page of the cases in some ranges of area paths, the newest first, continuing before (opened_at, case_id). Each
 * range gives at most a page, from its own stretch of the index. `isOpen`: true, false, or null for both.
 */
export const selectCases = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	isOpen: boolean | null;
	before: { at: Date; id: string };
	limit: number;
}) => sql<CaseRow>`
	select c.case_id, c.person_id, c.disease, c.classification, c.area_path, c.onset_on, c.sampled_on, c.isolated_at,
		c.rule, c.rule_version, c.opened_by, c.opened_at, c.closed_at
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.case_id, k.person_id, k.disease, k.classification, k.area_path, k.onset_on, k.sampled_on, k.isolated_at,
			k.rule, k.rule_version, k.opened_by, k.opened_at, k.closed_at
		from cases.case k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.opened_at, k.case_id) < (${page.before.at}, ${page.before.id}::bigint)
			and (${page.isOpen}::boolean is null or (k.closed_at is null) = ${page.isOpen})
		order by k.opened_at desc, k.case_id desc
		limit ${page.limit}
	) c
	order by c.opened_at desc, c.case_id desc
	limit ${page.limit}`;
