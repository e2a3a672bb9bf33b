import Type from 'typebox';
import { RevealedPerson, readContact } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Purpose } from './order.ts';
import { selectSighting } from './queries-sightings.ts';
import { officerOfSighting } from './reach.ts';

export const revealPerson = operation({
	name: 'isolation.reveal-person',
	summary: {
		vi: 'Họ tên, điện thoại và địa chỉ đầy đủ của người đang cách ly xuất hiện ở nơi khác',
		en: 'The full name, phone and address of somebody in isolation who was seen elsewhere',
	},
	who: officerOfSighting,
	input: Type.Object({ sightingId: Id, purpose: Purpose }, { additionalProperties: false }),
	output: RevealedPerson,
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	run: async ({ db, platform: { keys }, about }, { sightingId }) => {
		const seen = await db.find(selectSighting(sightingId));
		if (!seen) throw new Problem('not-found', { field: 'sightingId' });
		about(seen.person_id);
		const revealed = await readContact({ db, keys }, seen.person_id);
		if (!revealed) throw new Problem('person-not-found', { field: 'person' });
		return revealed;
	},
});
