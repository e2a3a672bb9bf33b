import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { Contact, Cursor, foundFields, searchContacts } from '#exposures';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';

export const findContacts = operation({
	name: 'contacts.find-contacts',
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
		await requireGrounds(db, row);
		const found = await searchContacts(db, row, now, { limit, cursor });
		about(row.person_id, ...found.contacts.map((contact) => contact.person));
		return found;
	},
});
