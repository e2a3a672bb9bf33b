import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { CaseHead, Id, toHeads } from './answer.ts';
import { getCaseRow } from './case.ts';
import { recordChange } from './changes.ts';
import { updateReopened } from './queries.ts';
import { officerOfCase } from './reach.ts';

export const reopenCase = operation({
	name: 'cases.reopen-case',
	summary: {
		vi: 'Mở lại một ca đã kết thúc, ghi lý do; người bệnh sẽ đọc được',
		en: 'Opens a closed case again for a reason, which the person will read',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, reason: Type.String({ minLength: 5, maxLength: 500 }) },
		{ additionalProperties: false },
	),
	output: CaseHead,
	personal: 'changes',
	purpose: ({ reason }) => reason,
	caseId: ({ caseId }) => caseId,
	run: async (context, { caseId, reason }) => {
		const { db, about } = context;
		const stored = await getCaseRow(db, caseId);
		about(stored.person_id);
		if (!stored.closed_at) throw new Problem('case-open-already');
		try {
			await db.run(updateReopened(caseId));
		} catch (error) {
			if (brokenConstraint(error) === 'case_open') throw new Problem('case-open-already', { cause: error });
			throw error;
		}
		const before = { closed: stored.closed_reason };
		await recordChange(context, { caseId, kind: 'reopened', before, after: { closed: null }, reason });
		return (await toHeads(db, [{ ...stored, closed_at: null, closed_reason: null }]))[0]!;
	},
});
