import Type from 'typebox';
import { getOutbreakRow, officerOfOutbreak } from '#outbreaks';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { draftFields } from './alert.ts';
import { beginDraft } from './begin-draft.ts';

export const draftOutbreakAlert = operation({
	name: 'alerts.draft-outbreak-alert',
	summary: {
		vi: 'Bắt đầu soạn cảnh báo cho mọi người tiếp xúc đã xác nhận của một ổ dịch, mỗi người một lần',
		en: 'Begins an alert to all confirmed contacts of an outbreak’s open cases with grounds, each person once',
	},
	who: officerOfOutbreak,
	input: Type.Object({ outbreakId: Id, ...draftFields }, { additionalProperties: false }),
	output: Type.Object({ alertId: Id }),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	run: async (context, { outbreakId, ...draft }) => {
		const { area_path: areaPath } = await getOutbreakRow(context.db, outbreakId);
		const { alertId, persons } = await beginDraft(context, draft, { areaPath, outbreakId });
		context.about(...persons);
		return { alertId };
	},
});
