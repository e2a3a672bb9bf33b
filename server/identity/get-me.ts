import Type from 'typebox';
import { rolesOf } from '#platform/actor';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { listPhones } from './account.ts';
import { listProfiles, Profile } from './profile.ts';
import { selectPersonsOf } from './queries.ts';

export const getMe = operation({
	name: 'identity.get-me',
	summary: {
		vi: 'Mình là ai trong Vaora: quyền, và những người mình khai báo cho',
		en: 'Who one is to Vaora: roles, and the people one declares for',
	},
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		kind: Type.String({ description: 'anyone, account, staff, partner' }),
		phone: Type.Optional(Type.String()),
		authority: Type.Optional(Type.String()),
		roles: Type.Array(
			Type.Object({ name: Type.String(), place: Type.Optional(Type.String()), area: Type.Optional(Type.String()) }),
		),
		persons: Type.Array(Type.Object({ personId: Type.String(), relation: Type.String(), profile: Profile }), {
			description: 'Oneself first, then those one declared for',
		}),
	}),
	personal: 'reads',
	run: async ({ db, platform: { keys }, caller: { actor }, about }) => {
		const own = actor.kind === 'account' ? await db.rows(selectPersonsOf(actor.id)) : [];
		const profiles = await listProfiles(
			{ db, keys },
			own.map((row) => row.person_id),
		);
		const phone = actor.kind === 'account' ? (await listPhones({ db, keys }, [actor.id])).get(actor.id) : undefined;
		about(...profiles.keys());
		return {
			kind: actor.kind,
			roles: rolesOf(actor),
			...(phone ? { phone } : {}),
			...('authority' in actor ? { authority: actor.authority } : {}),
			persons: own.flatMap(({ person_id: personId, relation }) => {
				const profile = profiles.get(personId);
				return profile ? [{ personId, relation, profile }] : [];
			}),
		};
	},
});
