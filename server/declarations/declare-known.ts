import { createHash } from 'node:crypto';
import { currentForm, getForm } from '#forms';
import { actorId } from '#platform/actor';
import type { Context } from '#platform/operation';
import { checkForm } from './check-form.ts';
import { judge, type Level } from './judge.ts';
import { insertDeclarations, selectDeclaredAt, selectGraver, selectRepeats, upsertStandings } from './queries-many.ts';
import { currentRule } from './rules.ts';
import { toRow } from './store.ts';

const dayLong = 86_400_000;

export interface Statement {
	/** A UUID made by the client: the same statement sent again declares for nobody twice. */
	id: string;
	placeId: string;
	form: { url: string; version: string };
	/** The answers about health, travel and contacts that hold for every one of them. */
	answers: Record<string, unknown>;
}

/**
 * Declares for people who are known to a place: what its manager states of all of them once is stored as a declaration of
 * each. Gives what each declaration came to. One that says better does not lift a graver one that still holds and was made
 * by somebody else: a class's statement must not let in a pupil whose family has declared a fever. Throws `invalid-input`
 * as one person's form does, and then nothing is stored.
 */
export async function declareForKnown(
	context: Context,
	persons: readonly string[],
	{ id, placeId, form, answers }: Statement,
): Promise<Map<string, { level: Level; reasons: readonly string[] }>> {
	const { db, now, platform, caller } = context;
	const questionnaire = await getForm(db, form.url, form.version);
	const { settings } = await currentForm(db, 'general');
	const { health } = await checkForm(db, { questionnaire, settings, answers, isKnown: true, now });
	const rule = await currentRule(db, now);
	const judged = { rule, judgement: judge(rule, health) };
	const declaredBy = actorId(caller.actor)!;
	const ids = persons.map((person) => declarationId(id, person));
	const told = await db.rows(selectRepeats(persons, ids, new Date(now.getTime() - dayLong)));
	const before = new Map(told.map((row) => [row.person_id, row]));
	const rows = persons.flatMap((personId, index) => {
		if (before.has(personId)) return [];
		const made = { id: ids[index]!, personId, declaredBy, isProxy: true, placeId };
		return [toRow({ keys: platform.keys, now }, { ...made, form: { ...form, settings }, health }, judged)];
	});
	const { level } = judged.judgement;
	const graver = await db.rows(selectGraver({ persons, level, declaredBy, now }));
	const isLifted = new Set(graver.map((row) => row.person_id));
	for (const statement of insertDeclarations(rows)) await db.run(statement);
	for (const statement of upsertStandings(rows.filter((row) => !isLifted.has(row.person_id)))) await db.run(statement);
	return new Map([...before, ...rows.map((row) => [row.person_id, row] as const)]);
}

/** Of one statement each person's declaration has an id of its own, the same when it is sent again. */
function declarationId(statement: string, person: string): string {
	const hex = createHash('sha256').update(`${statement.toLowerCase()} ${person}`).digest('hex');
	// Version 8 of RFC 9562: made in a way of one's own.
	return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		'-',
	);
}

/** What an account has declared at a place for each of some people since a moment: the newest. */
export async function listDeclaredAt(
	{ db, caller }: Pick<Context, 'db' | 'caller'>,
	asked: { placeId: string; persons: readonly string[]; since: Date },
): Promise<Map<string, { at: Date; level: Level }>> {
	const declaredBy = actorId(caller.actor);
	if (declaredBy === undefined) return new Map();
	const rows = await db.rows(selectDeclaredAt({ ...asked, declaredBy }));
	return new Map(rows.map((row) => [row.person_id, { at: row.declared_at, level: row.level }]));
}
