import Type from 'typebox';
import { getOpenCaseRow, officerOfCase } from '#cases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { recordTold, ToldPerson } from './told.ts';

export const add = operation({
	name: 'interviews.add',
	summary: {
		vi: 'Ghi một người mà ca bệnh kể đã gặp',
		en: 'Writes down somebody a case says they met',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id, ...ToldPerson.properties }, { additionalProperties: false }),
	output: Type.Object({ contactId: Id }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, platform, about }, { caseId, ...person }) => {
		const row = await getOpenCaseRow(db, caseId);
		try {
			const [recorded] = await recordTold({ db, keys: platform.keys, now }, row, [person], 'officer');
			about(row.person_id, recorded!.personId);
			return { contactId: recorded!.contactId };
		} catch (problem) {
			throw problem instanceof Problem ? ofOnePerson(problem) : problem;
		}
	},
});

/** `people.0.phone` of a list is `phone` of one person. */
function ofOnePerson(problem: Problem): Problem {
	const fields = (problem.options.fields ?? []).map((one) => ({ ...one, field: one.field.replace('people.0.', '') }));
	if (!fields.length) return problem;
	return new Problem(problem.code, { ...problem.options, field: fields[0]!.field, fields });
}
