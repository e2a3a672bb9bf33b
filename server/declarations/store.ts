import type { Context } from '#platform/operation';
import type { Platform } from '#platform/platform';
import type { Answers } from '#shared/form/answers';
import type { FormSettings } from '#shared/form/questionnaire';
import { type DeclarationRule, type Judgement, judge } from './judge.ts';
import { type DeclarationRow, insertDeclaration, upsertStanding } from './queries.ts';
import { currentRule, reasonTexts } from './rules.ts';

const hour = 3_600_000;
/** One phone number declares for so many people at most. */
export const personsMax = 200;

export interface NewDeclaration {
	id: string;
	personId: string;
	/** The account that declares. */
	declaredBy: string;
	/** Whether it is another's than the person's own. */
	isProxy: boolean;
	placeId?: string;
	confirms?: string;
	form: { url: string; version: string; settings: FormSettings };
	health: Answers;
}

/** Judges a declaration by the rule in force, stores it and makes it the person's standing. */
export async function storeDeclaration({ db, platform: { keys }, now }: Context, declaration: NewDeclaration) {
	const rule = await currentRule(db, now);
	const judgement = judge(rule, declaration.health);
	const row = toRow({ keys, now }, declaration, { rule, judgement });
	await db.run(insertDeclaration(row));
	await db.run(upsertStanding(row));
	return toDeclared(row, judgement.advice);
}

/** A declaration as it is stored: the answers sealed, with the rule that judged them and what it came to. */
export function toRow(
	{ keys, now }: { keys: Platform['keys']; now: Date },
	declaration: NewDeclaration,
	{ rule, judgement }: { rule: DeclarationRule; judgement: Judgement },
): DeclarationRow {
	return {
		person_id: declaration.personId,
		declared_at: now,
		declaration_id: declaration.id,
		declared_by: declaration.declaredBy,
		is_proxy: declaration.isProxy,
		place_id: declaration.placeId ?? null,
		confirms: declaration.confirms ?? null,
		form_url: declaration.form.url,
		form_version: declaration.form.version,
		form_settings: declaration.form.settings,
		answers_sealed: keys.encrypt(JSON.stringify(declaration.health)),
		rule: rule.rule,
		rule_version: rule.version,
		level: judgement.level,
		reasons: judgement.reasons.map(({ code }) => code),
		valid_until: new Date(now.getTime() + rule.validHours * hour),
	};
}

/** What the person is answered. */
export function toDeclared(row: DeclarationRow, advice: Judgement['advice']) {
	return {
		declarationId: row.declaration_id,
		personId: row.person_id,
		level: row.level,
		reasons: reasonTexts(row.reasons),
		advice,
		validUntil: row.valid_until.toISOString(),
	};
}
