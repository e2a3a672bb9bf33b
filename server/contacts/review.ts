import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { chunks } from '#platform/sql';
import { ContactState } from './contact-state.ts';
import { followConfirmed } from './follow.ts';
import { insertReview, insertReviewed, lockContacts, updateStates } from './queries-review.ts';

export const review = operation({
	name: 'contacts.review',
	summary: {
		vi: 'Xác nhận, hạ mức hoặc loại nhiều người tiếp xúc một lúc; người được xác nhận bắt đầu được theo dõi',
		en: 'Confirms, downgrades or dismisses several contacts at once; those confirmed begin to be followed',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			contactIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
			state: ContactState,
			note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ reviewed: Type.Integer() }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId, contactIds, state, note }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const ids = [...new Set(contactIds)];
		const before = await db.rows(lockContacts(caseId, ids));
		if (before.length < ids.length) throw new Problem('not-found', { field: 'contactIds' });
		about(...before.map((one) => one.person_id));
		const made = {
			...{ review_id: newId(), case_id: caseId, state, note: note ?? null },
			...{ reviewed_by: actorId(caller.actor) ?? '0', reviewed_at: now },
		};
		await db.run(insertReview(made));
		for (const some of chunks(before)) await db.run(insertReviewed(made.review_id, some));
		await db.run(updateStates(made, ids));
		await followConfirmed(
			db,
			row,
			before.map((one) => ({ ...one, state })),
			now,
		);
		return { reviewed: before.length };
	},
});
