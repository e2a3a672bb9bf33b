import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, Purpose, requireGrounds } from '#cases';
import { searchContacts } from '#exposures';
import { RevealedPerson, readContact } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { selectContactOf } from './queries.ts';

export const revealContact = operation({
	name: 'contacts.reveal-contact',
	summary: {
		vi: 'Họ tên, điện thoại và địa chỉ đầy đủ của ca bệnh hoặc của một người cùng địa điểm',
		en: 'The full name, phone and address of the case or of one person who shared a place with it',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id, person: Id, purpose: Purpose }, { additionalProperties: false }),
	output: RevealedPerson,
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, platform, about }, { caseId, person }) => {
		const row = await getOpenCaseRow(db, caseId);
		if (person !== row.person_id) {
			await requireGrounds(db, row);
			const isOnList = await db.find(selectContactOf(caseId, person));
			if (!isOnList && !(await searchContacts(db, row, now, { limit: 1, only: person })).total)
				throw new Problem('person-not-found', { field: 'person' });
		}
		about(person);
		const revealed = await readContact({ db, keys: platform.keys }, person);
		if (!revealed) throw new Problem('person-not-found', { field: 'person' });
		return revealed;
	},
});
