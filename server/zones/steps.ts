import Type, { type Static } from 'typebox';
import { type Actor, actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { insertStep, selectSteps } from './queries-steps.ts';

const Moment = Type.String({ format: 'date-time' });

export const StepKind = Type.Union([
	Type.Literal('proposed'),
	Type.Literal('declared'),
	Type.Literal('told'),
	Type.Literal('changed'),
	Type.Literal('ended'),
]);

export const Step = Type.Object({
	kind: StepKind,
	at: Moment,
	authority: Type.String(),
	words: Type.String({ description: 'Number of the decision and why' }),
	changes: Type.Record(
		Type.String({ pattern: '^(part|shape|until|stopsResidents|noticeAt)$' }),
		Type.Tuple([Type.String(), Type.String()]),
		{ description: 'From what to what; empty text where nothing was' },
	),
});
export type Step = Static<typeof Step>;

/** Keeps what was done with a cordon, in the transaction that does it. */
export async function noteStep(
	{ db, actor, now }: { db: Db; actor: Actor; now: Date },
	step: { cordonId: string; kind: Step['kind']; words: string; changes?: Step['changes'] },
): Promise<void> {
	const authority = 'authority' in actor ? actor.authority : '';
	await db.run(insertStep({ changes: {}, ...step, at: now, by: actorId(actor) ?? null, authority }));
}

/** The first step first. */
export async function listSteps(db: Db, cordonId: string): Promise<Step[]> {
	const rows = await db.rows(selectSteps(cordonId));
	return rows.map(({ kind, at, authority, words, changes }) => ({
		...{ kind, at: at.toISOString(), authority, words, changes },
	}));
}
