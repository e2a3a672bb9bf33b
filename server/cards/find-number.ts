import Type from 'typebox';
import { maskedNames } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, role } from '#platform/who';
import { findPersonByNumber } from './numbers.ts';

export const findNumber = operation({
	name: 'cards.find-number',
	summary: {
		vi: 'Tra một mã số cá nhân trong sổ giấy; chỉ thấy tên đã che',
		en: 'Looks up a personal number from a log on paper; only a masked name is shown',
	},
	who: anyOf(
		role(['controller', 'manager'], (input: { place?: string }) => ({ place: input.place })),
		role(['health-officer']),
	),
	input: Type.Object(
		{
			number: Type.String({ minLength: 6, maxLength: 20 }),
			place: Type.Optional(Id),
			purpose: Type.String({ minLength: 3, maxLength: 200, description: 'The person will read it' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ person: Id, maskedName: Type.String({ description: 'Nguyễn Văn ***' }) }),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	// A billion numbers, of which a country uses a tenth: tried out, they would be found.
	limits: [
		{ what: 'actor', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 200, seconds: 3_600 } },
		{ what: 'address', by: (_input, { address }) => address, limit: { count: 1_000, seconds: 3_600 } },
	],
	run: async ({ db, platform: { keys }, caller: { actor }, about }, { number }) => {
		const found = await findPersonByNumber({ db, keys }, number);
		// A number that was changed may stand in a log an officer reads, and at no door.
		if (!found || (found.isEnded && actor.kind !== 'staff')) throw new Problem('not-found', { field: 'number' });
		about(found.personId);
		const name = (await maskedNames({ db, keys }, [found.personId])).get(found.personId);
		// Not the phone, not even masked: the number was written so that no phone need be.
		return { person: found.personId, maskedName: (name ?? '***').replace(/ \([^)]*\)$/, '') };
	},
});
