import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { draftFields } from './alert.ts';
import { beginDraft } from './begin-draft.ts';
import { selectCaseAreas } from './queries.ts';
import { officerOfCase, requireReachOfCases } from './reach.ts';

export const draftAlert = operation({
	name: 'alerts.draft-alert',
	summary: {
		vi: 'Bắt đầu soạn cảnh báo cho người tiếp xúc đã xác nhận của một hoặc nhiều ca bệnh',
		en: 'Begins an alert to the confirmed contacts of a case or of several',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			alsoCases: Type.Optional(Type.Array(Id, { maxItems: 99, uniqueItems: true })),
			...draftFields,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ alertId: Id }),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	run: async (context, { caseId, alsoCases = [], ...draft }) => {
		const { db, caller, about } = context;
		await requireReachOfCases(db, caller.actor, alsoCases);
		const [area] = await db.rows(selectCaseAreas([caseId]));
		const of = { areaPath: area!.area_path, cases: [caseId, ...alsoCases] };
		const { alertId, persons } = await beginDraft(context, draft, of);
		about(...persons);
		return { alertId };
	},
});
