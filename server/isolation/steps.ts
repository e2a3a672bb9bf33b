import Type, { type Static } from 'typebox';
import { actorId, type Caller } from '#platform/actor';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { insertSteps, type StepRow, selectSteps } from './queries-steps.ts';

/** What was done about an order. */
const StepKind = Type.Union([
	Type.Literal('issued'),
	Type.Literal('held'),
	Type.Literal('extended'),
	Type.Literal('transferred'),
	Type.Literal('bed'),
	Type.Literal('ended'),
]);

export const Step = Type.Object({
	kind: StepKind,
	at: Type.String({ format: 'date-time' }),
	authority: Type.Optional(Type.String()),
	decidedBy: Type.Optional(Type.String()),
	decisionNumber: Type.Optional(Type.String()),
	reason: Type.Optional(Type.String()),
	before: Type.Optional(Type.String()),
	after: Type.Optional(Type.String()),
});

export type NewStep = Omit<Static<typeof Step>, 'at' | 'authority'> & { personId: string; orderId: string };

interface Acting {
	db: Db;
	caller: Caller;
	now: Date;
}

/** Who did something, as a step keeps it. */
export const actingAs = ({ actor }: Caller) => ({
	by: actorId(actor) ?? null,
	authority: 'authority' in actor ? actor.authority : null,
});

/** Adds to the history of some orders, in the transaction of what was done. */
export async function addSteps({ db, caller, now }: Acting, steps: readonly NewStep[]): Promise<void> {
	const rows = steps.map((step) => toRow(step, caller, now));
	for (const part of chunks(rows)) await db.run(insertSteps(part));
}

const toRow = (step: NewStep, caller: Caller, now: Date): StepRow => ({
	person_id: step.personId,
	order_id: step.orderId,
	step_id: newId(),
	kind: step.kind,
	at: now,
	...actingAs(caller),
	decided_by: step.decidedBy ?? null,
	decision_number: step.decisionNumber ?? null,
	reason: step.reason ?? null,
	before: step.before ?? null,
	after: step.after ?? null,
});

/** More than an order ever has. */
const stepsMax = 500;

/** The history of an order, from its beginning. */
export async function readSteps(db: Db, personId: string, orderId: string): Promise<Static<typeof Step>[]> {
	const rows = await db.rows(selectSteps(personId, orderId, stepsMax));
	return rows.map((row) => ({
		kind: row.kind as Static<typeof StepKind>,
		at: row.at.toISOString(),
		...(row.authority ? { authority: row.authority } : {}),
		...(row.decided_by ? { decidedBy: row.decided_by } : {}),
		...(row.decision_number ? { decisionNumber: row.decision_number } : {}),
		...(row.reason ? { reason: row.reason } : {}),
		...(row.before ? { before: row.before } : {}),
		...(row.after ? { after: row.after } : {}),
	}));
}
