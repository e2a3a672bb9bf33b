import Type from 'typebox';
import { RevealedPerson, readContact } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { selectCall } from './queries.ts';
import { officerOfCall } from './reach.ts';

export const revealPerson = operation({
	name: 'calls.reveal-person',
	summary: {
		vi: 'Họ tên, điện thoại và địa chỉ đầy đủ của người cần gọi',
		en: 'The full name, phone and address of somebody to call',
	},
	who: officerOfCall,
	input: Type.Object(
		{
			callId: Id,
			purpose: Type.String({ minLength: 5, maxLength: 500, description: 'Why; the person concerned will read it' }),
		},
		{ additionalProperties: false },
	),
	output: RevealedPerson,
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	run: async ({ db, platform: { keys }, about }, { callId }) => {
		const row = await db.find(selectCall(callId));
		if (!row) throw new Problem('not-found', { field: 'callId' });
		about(row.person_id);
		// Once the outcome is noted there is nothing left to call for.
		if (row.noted_at) throw new Problem('already-ended');
		const revealed = await readContact({ db, keys }, row.person_id);
		if (!revealed) throw new Problem('person-not-found', { field: 'person' });
		return revealed;
	},
});
