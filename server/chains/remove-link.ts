import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { getOpenCaseRow } from './case.ts';
import { deleteLink } from './queries.ts';
import { officerOfCase } from './reach.ts';

export const removeLink = operation({
	name: 'chains.remove-link',
	summary: { vi: 'Bỏ một mối lây đã ghi của ca này', en: 'Removes what was said of who infected this case' },
	who: officerOfCase,
	input: Type.Object({ caseId: Id, infectorCaseId: Id }, { additionalProperties: false }),
	output: Type.Object({ caseId: Id }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, about }, { caseId, infectorCaseId }) => {
		about((await getOpenCaseRow(db, caseId)).person_id);
		if (!(await db.run(deleteLink(caseId, infectorCaseId))))
			throw new Problem('not-found', { field: 'infectorCaseId' });
		return { caseId };
	},
});
