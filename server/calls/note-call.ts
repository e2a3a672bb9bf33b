import Type from 'typebox';
import { readIds } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { selectCall, updateOutcome } from './queries.ts';
import { officerOfCall } from './reach.ts';

export const Outcome = Type.Union([
	Type.Literal('told'),
	Type.Literal('no-answer'),
	Type.Literal('wrong-person'),
	Type.Literal('visited'),
	Type.Literal('given-up'),
]);

export const noteCall = operation({
	name: 'calls.note-call',
	summary: { vi: 'Ghi kết quả một cuộc gọi', en: 'Notes how a call went' },
	who: officerOfCall,
	input: Type.Object(
		{ callId: Id, outcome: Outcome, note: Type.Optional(Type.String({ maxLength: 500 })) },
		{ additionalProperties: false },
	),
	output: Type.Object({ notedAt: Type.String({ format: 'date-time' }) }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { callId, outcome, note }) => {
		const row = await db.find(selectCall(callId));
		if (!row) throw new Problem('not-found', { field: 'callId' });
		about(row.person_id);
		const by = actorId(caller.actor) ?? null;
		if (row.noted_at) throw new Problem('already-ended');
		const persons = await readIds(db, row.person_id);
		const noted = { persons, sourceId: row.source_id, outcome, note: note || null, by, now };
		if (!(await db.run(updateOutcome(noted)))) throw new Problem('already-ended');
		return { notedAt: now.toISOString() };
	},
});
