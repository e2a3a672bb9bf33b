import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { findNextLevel } from './expanded.ts';
import { deleteNotFound } from './queries-record.ts';
import { saveFound } from './recorded.ts';

export const expand = operation({
	name: 'contacts.expand',
	summary: {
		vi: 'Tìm F2 từ các F1, hoặc F3 từ các F2: suy ra từ lượt vào ra, không nhập tay',
		en: 'Derives F2 from the F1 of a case, or F3 from its F2, from their visits',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, level: Type.Union([Type.Literal(2), Type.Literal(3)]) },
		{ additionalProperties: false },
	),
	output: Type.Object({ found: Type.Integer(), added: Type.Integer(), gone: Type.Integer() }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId, level }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const rows = await findNextLevel(db, row, level, now);
		// Who is of a nearer level already stays there.
		const { added, idOf } = await saveFound(db, row, rows, now);
		const gone = await db.run(deleteNotFound(caseId, level, now));
		about(row.person_id, ...added);
		return { found: idOf.size, added: added.length, gone };
	},
});
