import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { Contact, Cursor, foundFields, searchContacts } from '#exposures';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';

/**
 * A page is a look at those who stand on it: they are told, each once however many pages are turned. The people on other
 * pages are only counted.
 */
export const listContacts = operation({
	name: 'contacts.list-contacts',
	summary: {
		vi: 'Danh sách người cùng địa điểm với ca bệnh, nhiều phút nhất trước, tên được che',
		en: 'Who shared a place with a case, those with most minutes first, with masked names',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })), cursor: Cursor },
		{ additionalProperties: false },
	),
	output: Type.Object({
		...foundFields,
		contacts: Type.Array(
			Type.Object({
				...Contact.properties,
				maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
			}),
		),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, platform, about }, { caseId, limit = 50, cursor }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const found = await searchContacts(db, row, now, { limit, cursor });
		const persons = found.contacts.map((contact) => contact.person);
		about(row.person_id, ...persons);
		const names = await maskedNames({ db, keys: platform.keys }, persons);
		return {
			...found,
			contacts: found.contacts.map((contact) => ({ ...contact, maskedName: names.get(contact.person) ?? '***' })),
		};
	},
});
