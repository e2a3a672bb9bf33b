import Type from 'typebox';
import { rolesOf } from '#platform/actor';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { readPlaces } from './place.ts';
import { PublicPlace, toPublicPlace } from './place-schema.ts';

const placesMax = 1_000;

export const listMyPlaces = operation({
	name: 'places.list-my-places',
	summary: { vi: 'Những địa điểm mình quản lý hay kiểm soát', en: 'The places one manages or attends' },
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		places: Type.Array(
			Type.Object({
				place: PublicPlace,
				role: Type.Union([Type.Literal('manager'), Type.Literal('controller')]),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db, caller }) => {
		const held = new Map<string, 'manager' | 'controller'>();
		// A manager who is a controller too is listed as manager.
		for (const name of ['controller', 'manager'] as const)
			for (const role of rolesOf(caller.actor)) if (role.name === name && role.place) held.set(role.place, name);
		const places = await readPlaces(db, [...held.keys()].slice(0, placesMax));
		return { places: places.map((place) => ({ place: toPublicPlace(place), role: held.get(place.placeId)! })) };
	},
});
