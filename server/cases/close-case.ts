import Type from 'typebox';
import { operation } from '#platform/operation';
import { Id, Moment } from './answer.ts';
import { getOpenCaseRow } from './case.ts';
import { closeCase as closeCaseRow } from './queries.ts';
import { officerOfCase } from './reach.ts';

export const closeCase = operation({
	name: 'cases.close-case',
	summary: {
		vi: 'Kết thúc ca bệnh; từ lúc đó không ai xem được tên và danh sách tiếp xúc nữa',
		en: 'Closes a case; from then on nobody sees its names and contacts any more',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({ closedAt: Moment }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId }) => {
		const { person_id } = await getOpenCaseRow(db, caseId);
		about(person_id);
		await db.run(closeCaseRow(caseId, now));
		return { closedAt: now.toISOString() };
	},
});
