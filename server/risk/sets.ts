import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import type { RuleSet } from './assess/rule-set.ts';
import { insertRuleSet, selectRuleSetOn } from './queries-sets.ts';

/** The version in force now. Throws `invalid-input` for the field `ruleSet` when there is none. */
export async function getRuleSet(db: Db, ruleSet: string, now: Date): Promise<RuleSet> {
	const row = await db.find(selectRuleSetOn(ruleSet, dayOf(now)));
	if (!row) throw new Problem('invalid-input', { field: 'ruleSet' });
	return row.content;
}

const folder = join(import.meta.dirname, 'rule-sets');

/** Adds the rule sets the product comes with; those that are there stay as they are. */
export async function ensureRuleSets(db: Db): Promise<void> {
	for (const name of readdirSync(folder).sort())
		await db.run(insertRuleSet(JSON.parse(readFileSync(join(folder, name), 'utf8')) as RuleSet));
}
