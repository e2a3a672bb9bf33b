import Type from 'typebox';
import { rolesOf } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { fold } from '#shared/text/vietnamese';
import { readPlaces } from './place.ts';
import { PublicPlace, toPublicPlace } from './place-schema.ts';
import { selectOwnPlaces } from './queries.ts';

const placesMax = 1_000;

export const listMyPlaces = operation({
	name: 'places.list-my-places',
	summary: {
		vi: 'Những địa điểm mình quản lý hay kiểm soát, theo tên; tìm được theo một phần của tên',
		en: 'The places one manages or attends, by name; found by a part of the name',
	},
	who: account,
	input: Type.Object(
		{
			text: Type.Optional(Type.String({ maxLength: 200, description: 'A part of the name, with or without marks' })),
			places: Type.Optional(Type.Array(Id, { maxItems: placesMax, description: 'Only these' })),
			after: Type.Optional(Id),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: placesMax })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		places: Type.Array(
			Type.Object({
				place: PublicPlace,
				role: Type.Union([Type.Literal('manager'), Type.Literal('controller')]),
			}),
		),
		total: Type.Integer({ description: 'All one manages or attends, whatever was asked for' }),
		next: Type.Optional(Type.String({ description: 'Give it as `after` for the next places' })),
	}),
	personal: 'none',
	run: async ({ db, caller }, { text = '', places: only, after, limit = placesMax }) => {
		const held = new Map<string, 'manager' | 'controller'>();
		// A manager who is a controller too is listed as manager.
		for (const name of ['controller', 'manager'] as const)
			for (const role of rolesOf(caller.actor)) if (role.name === name && role.place) held.set(role.place, name);
		const placeIds = only ? only.filter((place) => held.has(place)) : [...held.keys()];
		const asked = { placeIds, folded: fold(text), after: after ?? null, limit: limit + 1 };
		const found = (await db.rows(selectOwnPlaces(asked))).map(({ place_id }) => place_id);
		const places = await readPlaces(db, found.slice(0, limit));
		const last = places.at(-1)?.placeId;
		return {
			places: places.map((place) => ({ place: toPublicPlace(place), role: held.get(place.placeId)! })),
			total: held.size,
			...(found.length > limit && last ? { next: last } : {}),
		};
	},
});
