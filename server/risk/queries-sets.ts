import { sql } from '#platform/sql';
import type { RuleSet } from './assess/rule-set.ts';

/** Nothing happens when the version is there: a version is never changed. */
export const insertRuleSet = (one: RuleSet) => sql`
	insert into risk.rule_set (rule_set, version, content, valid_from, decision)
	values (${one.ruleSet}, ${one.version}, ${JSON.stringify(one)}::jsonb, ${one.validFrom}, ${one.decision})
	on conflict (rule_set, version) do nothing`;

export const selectRuleSetOn = (ruleSet: string, day: string) => sql<{ content: RuleSet }>`
	select content
	from risk.rule_set
	where rule_set = ${ruleSet} and valid_from <= ${day}::date
	order by version desc
	limit 1`;

export const selectNextVersion = (ruleSet: string) => sql<{ version: number }>`
	select coalesce(max(version), 0) + 1 as version from risk.rule_set where rule_set = ${ruleSet}`;

/** Every version, the newest of each first. */
export const selectRuleSets = (limit: number) => sql<{ content: RuleSet }>`
	select content
	from risk.rule_set
	order by rule_set, version desc
	limit ${limit}`;
