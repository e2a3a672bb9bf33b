import Type from 'typebox';
import { operation } from '#platform/operation';
import { Id } from './answer.ts';
import { getOpenCaseRow } from './case.ts';
import { officerOfCase } from './reach.ts';
import { Contact, Cursor, foundFields, searchContacts } from './search.ts';

export const findContacts = operation({
	name: 'cases.find-contacts',
	summary: {
		vi: 'Những người cùng địa điểm với ca bệnh trong khoảng thời gian lây, không kèm tên',
		en: 'Who shared a place with a case in its infectious window, without names',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })), cursor: Cursor },
		{ additionalProperties: false },
	),
	output: Type.Object({ ...foundFields, contacts: Type.Array(Contact) }),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId, limit = 5_000, cursor }) => {
		const row = await getOpenCaseRow(db, caseId);
		const found = await searchContacts(db, row, now, { limit, cursor });
		about(row.person_id, ...found.contacts.map((contact) => contact.person));
		return found;
	},
});
