import type { Db } from '#platform/db';
import { entryReasonWords } from '#shared/gate/judge-entry';
import type { Text } from '#shared/language';
import type { DeclarationRule } from './judge.ts';
import { insertRule, selectAllRules, selectRule } from './queries.ts';
import general from './rules/general-1.json' with { type: 'json' };

/** The rule in force. */
export async function currentRule(db: Db, now: Date): Promise<DeclarationRule> {
	const rule = await findRule(db, 'general', now);
	if (!rule) throw new Error('no declaration rule is in force');
	return rule;
}

/** The rule in force that judges the form of a name; undefined when none does. */
export const findRule = async (db: Db, name: string, now: Date): Promise<DeclarationRule | undefined> =>
	(await db.find(selectRule(name, now)))?.body;

/** Makes sure the shipped rule is there, and learns the words of all reasons. */
export async function prepareRules(db: Db): Promise<void> {
	await db.run(insertRule(general as DeclarationRule));
	for (const { body } of await db.rows(selectAllRules()))
		for (const { code, reason } of body.conditions) reasonWords.set(code, reason);
}

const reasonWords = new Map<string, Text>(Object.entries(entryReasonWords));
for (const { code, reason } of general.conditions) reasonWords.set(code, reason);

/** The words of reasons a declaration or a visit was judged by. */
export const reasonTexts = (codes: readonly string[]) =>
	codes.map((code) => ({ code, ...(reasonWords.get(code) ?? { vi: code, en: code }) }));
