import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type from 'typebox';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { insertRule, type RuleRow, selectRuleOn } from './queries-rules.ts';

export const RuleName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example qd-5053' });

const Sentence = Type.String({ minLength: 3, maxLength: 300 });

/** What a rule says, without its version. */
export const ruleFields = {
	rule: RuleName,
	disease: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example covid-19' }),
	name: Type.Object({ vi: Sentence, en: Sentence }, { additionalProperties: false }),
	daysBefore: Type.Integer({ minimum: 0, maximum: 60, description: 'Days before the onset (or the sampling)' }),
	daysAfter: Type.Integer({ minimum: 0, maximum: 60, description: 'Days after it, unless isolated before' }),
	minutesMin: Type.Integer({
		minimum: 0,
		maximum: 1440,
		description: 'Time at one place with the case that counts, added up; 0 counts every overlap longer than nothing',
	}),
	validFrom: Type.String({ format: 'date' }),
	decision: Type.String({ minLength: 3, maxLength: 500, description: 'The decision or guidance the rule comes from' }),
};

export const ContactRule = Type.Object({ ...ruleFields, version: Type.Integer({ minimum: 1 }) });
export type ContactRule = Type.Static<typeof ContactRule>;

export const toRule = (row: RuleRow): ContactRule => ({
	rule: row.rule,
	version: row.version,
	disease: row.disease,
	name: { vi: row.name_vi, en: row.name_en },
	daysBefore: row.days_before,
	daysAfter: row.days_after,
	minutesMin: row.minutes_min,
	validFrom: row.valid_from,
	decision: row.decision,
});

export const toRuleRow = (rule: ContactRule): RuleRow => ({
	rule: rule.rule,
	version: rule.version,
	disease: rule.disease,
	name_vi: rule.name.vi,
	name_en: rule.name.en,
	days_before: rule.daysBefore,
	days_after: rule.daysAfter,
	minutes_min: rule.minutesMin,
	valid_from: rule.validFrom,
	decision: rule.decision,
});

/** The version in force now. Throws `invalid-input` for the field `rule` when there is none. */
export async function getRule(db: Db, rule: string, now: Date): Promise<ContactRule> {
	const row = await db.find(selectRuleOn(rule, dayOf(now)));
	if (!row) throw new Problem('invalid-input', { field: 'rule' });
	return toRule(row);
}

/** Adds the rules the product comes with; those that are there stay as they are. */
export async function ensureRules(db: Db): Promise<void> {
	const folder = join(import.meta.dirname, 'rules');
	for (const file of readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort())
		await db.run(insertRule(toRuleRow(JSON.parse(readFileSync(join(folder, file), 'utf8')))));
}
