import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { Id } from '#platform/ids';
import { readCurrent, sameAs } from './aliases.ts';
import { toAddress } from './full-address.ts';
import { listProfiles, type Store } from './profile.ts';

/** Somebody unmasked: what an officer needs to call them or to go there. */
export const RevealedPerson = Type.Object({
	person: Id,
	fullName: Type.String(),
	phone: Type.Optional(Type.String()),
	address: Type.Optional(Type.String()),
});

/**
 * Who somebody is, whole; undefined when nobody has the id. Of a person under several ids it is what the one that stayed
 * says, and where that has no phone or address, another's. Whoever calls it says so in the audit log.
 */
export async function readContact(store: Store, person: string): Promise<Static<typeof RevealedPerson> | undefined> {
	const stays = (await readCurrent(store.db, [person]))(person);
	const others = (await sameAs(store.db, [stays])).get(stays)!;
	const found = await listProfiles(store, others);
	const profiles = others.flatMap((id) => found.get(id) ?? []);
	if (!profiles.length) return undefined;
	const areas = await getAreas(
		store.db,
		profiles.flatMap(({ areaId }) => areaId ?? []),
	);
	const phone = profiles.find((one) => one.phone)?.phone;
	const address = profiles.map((one) => toAddress(one, areas)).find((one) => one);
	return {
		person,
		fullName: profiles[0]!.fullName,
		...(phone ? { phone } : {}),
		...(address ? { address } : {}),
	};
}
