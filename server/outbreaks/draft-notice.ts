import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { draftNotice, Template } from './notice.ts';
import { Form, getOutbreakRow } from './outbreak.ts';
import { officerOfOutbreak } from './reach.ts';

export const draftNoticeOperation = operation({
	name: 'outbreaks.draft-notice',
	summary: {
		vi: 'Soạn thông báo về ổ dịch theo mẫu, điền sẵn những gì đã biết',
		en: 'The notice of an outbreak by its form, filled with what is known',
	},
	who: officerOfOutbreak,
	input: Type.Object({ outbreakId: Id, form: Form }, { additionalProperties: false }),
	output: Template,
	personal: 'none',
	run: async ({ db }, { outbreakId, form }) => draftNotice(db, await getOutbreakRow(db, outbreakId), form),
});
