import Type, { type Static } from 'typebox';
import type { Context } from '#platform/operation';
import { operation } from '#platform/operation';
import { Id, Moment } from './answer.ts';
import { getOpenCaseRow } from './case.ts';
import { recordChange } from './changes.ts';
import { type CaseRow, updateClosed } from './queries.ts';
import { officerOfCase } from './reach.ts';

/** Why a case is followed no more. */
export const ClosingReason = Type.Union([
	Type.Literal('finished', { description: 'Its illness and the work on its contacts are over' }),
	Type.Literal('discarded', { description: 'It was not the disease' }),
	Type.Literal('moved', { description: 'Another area leads it' }),
	Type.Literal('twice', { description: 'The same illness is another case' }),
	Type.Literal('mistake', { description: 'It was opened by mistake' }),
]);
export type ClosingReason = Static<typeof ClosingReason>;

export const Note = Type.String({ maxLength: 500 });

export const closeCase = operation({
	name: 'cases.close-case',
	summary: {
		vi: 'Kết thúc ca bệnh, ghi lý do; từ lúc đó không ai xem được tên và danh sách tiếp xúc nữa',
		en: 'Closes a case for a reason; from then on nobody sees its names and contacts any more',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id, reason: ClosingReason, note: Type.Optional(Note) }, { additionalProperties: false }),
	output: Type.Object({ closedAt: Moment }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async (context, { caseId, reason, note = '' }) => {
		const stored = await getOpenCaseRow(context.db, caseId);
		context.about(stored.person_id);
		await close(context, stored, { reason, note });
		return { closedAt: context.now.toISOString() };
	},
});

/** Tells whoever works on a case's people that it was closed, in the same transaction. */
export type ClosedListener = (
	context: Pick<Context, 'db' | 'now'>,
	closed: { caseId: string; reason: ClosingReason },
) => Promise<void>;

const listeners: ClosedListener[] = [];

/** For modules after this one, which it cannot know: what ends with a case. To be called once, when they are loaded. */
export const onClosed = (listener: ClosedListener): void => void listeners.push(listener);

/** Closes a case that is open; what follows from it ends with it. */
export async function close(
	context: Pick<Context, 'db' | 'caller' | 'now'>,
	stored: CaseRow,
	{ reason, note }: { reason: ClosingReason; note: string },
): Promise<void> {
	const { db, now } = context;
	await db.run(updateClosed(stored.case_id, { reason, note, now }));
	const after = { closed: reason };
	await recordChange(context, { caseId: stored.case_id, kind: 'closed', before: {}, after, reason: note });
	for (const listener of listeners) await listener(context, { caseId: stored.case_id, reason });
}
