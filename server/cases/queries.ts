import { sql } from '#platform/sql';

export interface CaseRow {
	case_id: string;
	/** `BN-2026-000123`; cases an older version of the server opened meanwhile have none. */
	number: string | null;
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
	closed_reason: string | null;
	closed_note: string | null;
	outcome: string | null;
	outcome_on: string | null;
	source: string | null;
	occupation: string | null;
	outbreak_id: string | null;
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
	decision_en: string | null;
}

export const selectCaseArea = (caseId: string) => sql<{ area_path: string }>`
	select area_path from cases.case where case_id = ${caseId}`;

export const selectCase = (caseId: string) => sql<RuledCaseRow>`
	select c.case_id, c.number, c.person_id, c.disease, c.classification, c.area_path, c.onset_on, c.sampled_on,
		c.isolated_at, c.rule, c.rule_version, c.opened_by, c.opened_at, c.closed_at, c.closed_reason, c.closed_note,
		c.outcome, c.outcome_on, c.source, c.occupation, c.outbreak_id,
		r.name_vi as rule_name_vi, r.name_en as rule_name_en, r.days_before, r.days_after, r.minutes_min, r.meters_max,
		r.within_hours, r.same_gate, r.same_trip, r.seat_rows, r.symptom_free_days, r.follow_up_days, r.decision,
		r.decision_en
	from cases.case c
	join diseases.contact_rule r on r.rule = c.rule and r.version = c.rule_version
	where c.case_id = ${caseId}`;

type NewCaseRow = Omit<
	CaseRow,
	'number' | 'closed_at' | 'closed_reason' | 'closed_note' | 'outcome' | 'outcome_on' | 'occupation' | 'outbreak_id'
>;

/** A second open case of the same person, disease and area is the first one again. */
export const insertCase = (row: NewCaseRow) => sql`
	insert into cases.case
		(case_id, person_id, disease, classification, area_path, onset_on, sampled_on, isolated_at, rule, rule_version,
		opened_by, opened_at, source)
	values (${row.case_id}, ${row.person_id}, ${row.disease}, ${row.classification}, ${row.area_path}, ${row.onset_on},
		${row.sampled_on}, ${row.isolated_at}, ${row.rule}, ${row.rule_version}, ${row.opened_by}, ${row.opened_at},
		${row.source})
	on conflict (person_id, disease, area_path) where closed_at is null do nothing`;

export const selectOpenCase = (personId: string, disease: string, areaPath: string) => sql<{ case_id: string }>`
	select case_id from cases.case
	where person_id = ${personId} and disease = ${disease} and area_path = ${areaPath} and closed_at is null`;

export const updateNumber = (caseId: string, number: string) => sql`
	update cases.case set number = ${number} where case_id = ${caseId}`;

/** What an officer may change of an open case. */
export interface FactsRow {
	classification: string;
	onset_on: string | null;
	sampled_on: string | null;
	isolated_at: Date | null;
	outcome: string | null;
	outcome_on: string | null;
	source: string | null;
	occupation: string | null;
	outbreak_id: string | null;
}

export const updateFacts = (caseId: string, row: FactsRow) => sql`
	update cases.case
	set classification = ${row.classification}, onset_on = ${row.onset_on}, sampled_on = ${row.sampled_on},
		isolated_at = ${row.isolated_at}, outcome = ${row.outcome}, outcome_on = ${row.outcome_on},
		source = ${row.source}, occupation = ${row.occupation}, outbreak_id = ${row.outbreak_id}
	where case_id = ${caseId} and closed_at is null`;

export const updateRule = (caseId: string, rule: string, version: number) => sql`
	update cases.case set rule = ${rule}, rule_version = ${version}
	where case_id = ${caseId} and closed_at is null`;

export const updateClosed = (caseId: string, { reason, note, now }: { reason: string; note: string; now: Date }) => sql`
	update cases.case set closed_at = ${now}, closed_reason = ${reason}, closed_note = ${note}
	where case_id = ${caseId} and closed_at is null`;

export const updateReopened = (caseId: string) => sql`
	update cases.case set closed_at = null, closed_reason = null, closed_note = null
	where case_id = ${caseId} and closed_at is not null`;

/** The open cases of some people that lie in some ranges of area paths. */
export const selectOpenCasesOf = (
	persons: readonly string[],
	ranges: { from: readonly string[]; until: readonly string[] },
	limit: number,
) => sql<CaseRow>`
	select c.case_id, c.number, c.person_id, c.disease, c.classification, c.area_path, c.onset_on, c.sampled_on,
		c.isolated_at, c.rule, c.rule_version, c.opened_by, c.opened_at, c.closed_at, c.closed_reason, c.closed_note,
		c.outcome, c.outcome_on, c.source, c.occupation, c.outbreak_id
	from cases.case c
	where c.person_id = any (${persons}::bigint[]) and c.closed_at is null and exists (
		select from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
		where c.area_path collate "C" >= reach.path_from and c.area_path collate "C" < reach.path_until
	)
	order by c.opened_at desc, c.case_id desc
	limit ${limit}`;
