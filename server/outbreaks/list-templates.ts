import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { Template, toTemplate } from './notice.ts';
import { selectTemplates } from './queries-notices.ts';

export const listTemplates = operation({
	name: 'outbreaks.list-templates',
	summary: {
		vi: 'Các mẫu thông báo về ổ dịch đang dùng',
		en: 'The forms by which outbreaks are made public, as they are now',
	},
	who: role(['health-officer', 'administrator']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ templates: Type.Array(Template) }),
	personal: 'none',
	run: async ({ db }) => ({ templates: (await db.rows(selectTemplates())).map(toTemplate) }),
});
