import { sql } from '#platform/sql';

export interface RuleRow {
	rule: string;
	version: number;
	disease: string;
	name_vi: string;
	name_en: string;
	days_before: number;
	days_after: number;
	minutes_min: number;
	valid_from: string;
	valid_until: string | null;
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

/** Every version, the newest of each rule first. */
export const selectRules = (limit: number) => sql<RuleRow>`
	select rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, valid_until, meters_max,
		within_hours, same_gate, same_trip, seat_rows, symptom_free_days, follow_up_days, decision,
		decision_en
	from diseases.contact_rule
	order by rule, version desc
	limit ${limit}`;

/** The version in force on a day. */
export const selectRuleOn = (rule: string, day: string) => sql<RuleRow>`
	select rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, valid_until, meters_max,
		within_hours, same_gate, same_trip, seat_rows, symptom_free_days, follow_up_days, decision,
		decision_en
	from diseases.contact_rule
	where rule = ${rule} and valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)
	order by version desc
	limit 1`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertRule = (row: RuleRow) => sql`
	insert into diseases.contact_rule
		(rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, valid_until, meters_max,
		within_hours, same_gate, same_trip, seat_rows, symptom_free_days, follow_up_days, decision, decision_en)
	values (${row.rule}, ${row.version}, ${row.disease}, ${row.name_vi}, ${row.name_en}, ${row.days_before},
		${row.days_after}, ${row.minutes_min}, ${row.valid_from}, ${row.valid_until}, ${row.meters_max}, ${row.within_hours}, ${row.same_gate},
		${row.same_trip}, ${row.seat_rows}, ${row.symptom_free_days}, ${row.follow_up_days}, ${row.decision}, ${row.decision_en})
	on conflict (rule, version) do nothing`;

/** Adds the next version of a rule, or its first. Two at once: one breaks the primary key. */
export const insertNextRule = (row: Omit<RuleRow, 'version'>) => sql<{ version: number }>`
	insert into diseases.contact_rule
		(rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, valid_until, meters_max,
		within_hours, same_gate, same_trip, seat_rows, symptom_free_days, follow_up_days, decision, decision_en)
	select ${row.rule}, coalesce(max(version), 0) + 1, ${row.disease}, ${row.name_vi}, ${row.name_en},
		${row.days_before}::integer, ${row.days_after}::integer, ${row.minutes_min}::integer, ${row.valid_from}::date,
		${row.valid_until}::date, ${row.meters_max}::numeric, ${row.within_hours}::integer, ${row.same_gate}::boolean,
		${row.same_trip}::boolean, ${row.seat_rows}::integer, ${row.symptom_free_days}::integer,
		${row.follow_up_days}::integer, ${row.decision}, ${row.decision_en}
	from diseases.contact_rule
	where rule = ${row.rule}
	returning version`;
