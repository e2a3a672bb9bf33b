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
	decision: string;
}

/** Every version, the newest of each rule first. */
export const selectRules = (limit: number) => sql<RuleRow>`
	select rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, decision
	from cases.contact_rule
	order by rule, version desc
	limit ${limit}`;

/** The version in force on a day. */
export const selectRuleOn = (rule: string, day: string) => sql<RuleRow>`
	select rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, decision
	from cases.contact_rule
	where rule = ${rule} and valid_from <= ${day}::date
	order by version desc
	limit 1`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertRule = (row: RuleRow) => sql`
	insert into cases.contact_rule
		(rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, decision)
	values (${row.rule}, ${row.version}, ${row.disease}, ${row.name_vi}, ${row.name_en}, ${row.days_before},
		${row.days_after}, ${row.minutes_min}, ${row.valid_from}, ${row.decision})
	on conflict (rule, version) do nothing`;

/** Adds the next version of a rule, or its first. Two at once: one breaks the primary key. */
export const insertNextRule = (row: Omit<RuleRow, 'version'>) => sql<{ version: number }>`
	insert into cases.contact_rule
		(rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, decision)
	select ${row.rule}, coalesce(max(version), 0) + 1, ${row.disease}, ${row.name_vi}, ${row.name_en},
		${row.days_before}::integer, ${row.days_after}::integer, ${row.minutes_min}::integer, ${row.valid_from}::date,
		${row.decision}
	from cases.contact_rule
	where rule = ${row.rule}
	returning version`;
