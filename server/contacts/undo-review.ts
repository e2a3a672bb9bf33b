import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { followConfirmed } from './follow.ts';
import { lockContacts, markUndone, restoreStates, selectNewestReview, selectReviewed } from './queries-review.ts';

export const undoReview = operation({
	name: 'contacts.undo-review',
	summary: {
		vi: 'Hoàn tác lần xem xét gần nhất của chính mình; người đã được xem xét lại sau đó giữ nguyên',
		en: 'Undoes one’s own last review of a case; who was decided about since stays as they are',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({ restored: Type.Integer() }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const last = await db.find(selectNewestReview(caseId, actorId(caller.actor) ?? '0'));
		if (!last) throw new Problem('nothing-to-undo');
		const reviewed = await db.rows(selectReviewed(last.review_id, 200));
		await db.rows(
			lockContacts(
				caseId,
				reviewed.map((one) => one.contact_id),
			),
		);
		if (!(await db.run(markUndone(last.review_id, now)))) throw new Problem('nothing-to-undo');
		const restored = await db.rows(restoreStates(caseId, last.review_id));
		about(...restored.map((one) => one.person_id));
		await followConfirmed(db, row, restored, now);
		return { restored: restored.length };
	},
});
