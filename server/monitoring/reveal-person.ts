import Type from 'typebox';
import { RevealedPerson, readContact } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { officerOfPerson } from './reach.ts';
import { Purpose } from './shapes.ts';

export const revealPerson = operation({
	name: 'monitoring.reveal-person',
	summary: {
		vi: 'Họ tên, điện thoại và địa chỉ đầy đủ của người đang được theo dõi, để gọi hoặc đến thăm',
		en: 'The full name, phone and address of somebody who is watched, to call them or go there',
	},
	who: officerOfPerson,
	input: Type.Object({ person: Id, purpose: Purpose }, { additionalProperties: false }),
	output: RevealedPerson,
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	run: async ({ db, platform: { keys }, about }, { person }) => {
		about(person);
		const revealed = await readContact({ db, keys }, person);
		if (!revealed) throw new Problem('person-not-found', { field: 'person' });
		return revealed;
	},
});
