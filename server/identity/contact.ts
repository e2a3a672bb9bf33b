import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { Id } from '#platform/ids';
import { toAddress } from './full-address.ts';
import { listProfiles, type Store } from './profile.ts';

/** Somebody unmasked: what an officer needs to call them or to go there. */
export const RevealedPerson = Type.Object({
	person: Id,
	fullName: Type.String(),
	phone: Type.Optional(Type.String()),
	address: Type.Optional(Type.String()),
});

/** Who somebody is, whole; undefined when nobody has the id. Whoever calls it says so in the audit log. */
export async function readContact(store: Store, person: string): Promise<Static<typeof RevealedPerson> | undefined> {
	const profile = (await listProfiles(store, [person])).get(person);
	if (!profile) return undefined;
	const areas = await getAreas(store.db, profile.areaId === undefined ? [] : [profile.areaId]);
	const address = toAddress(profile, areas);
	return {
		person,
		fullName: profile.fullName,
		...(profile.phone ? { phone: profile.phone } : {}),
		...(address ? { address } : {}),
	};
}
