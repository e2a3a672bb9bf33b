import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { anyOf, system } from '#platform/who';
import { recordMet } from './recorded.ts';

export const recordFound = operation({
	name: 'contacts.record-found',
	summary: {
		vi: 'Ghi những người cùng nơi với ca bệnh thành danh sách để xem xét; ghi lại không mất việc đã làm',
		en: 'Records who shared a place with a case as its contacts, to be reviewed; again, nothing decided is lost',
	},
	who: anyOf(officerOfCase, system),
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		found: Type.Integer({ description: 'How many shared a place with the case' }),
		added: Type.Integer({ description: 'How many of them are new on the list' }),
		gone: Type.Integer({ description: 'How many nobody had decided about are not found any more' }),
	}),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const { found, added, gone } = await recordMet(db, row, now);
		about(row.person_id, ...added);
		return { found, added: added.length, gone };
	},
});
