import Type from 'typebox';
import type { Db } from '#platform/db';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { Words } from './fields.ts';
import type { PlaceType } from './place-types.ts';
import { selectPlaceTypes } from './queries.ts';

export const listTypes = operation({
	name: 'places.list-types',
	summary: { vi: 'Các loại địa điểm và phương tiện', en: 'The kinds of places and vehicles' },
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		types: Type.Array(
			Type.Object({
				type: Type.String(),
				name: Words,
				icon: Type.String(),
				isVehicle: Type.Boolean(),
				usualStayMinutes: Type.Integer(),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }) => ({ types: await listPlaceTypes(db) }),
});

/** The kinds of places in the order in which they are offered. */
export async function listPlaceTypes(db: Db): Promise<PlaceType[]> {
	return (await db.rows(selectPlaceTypes())).map((row) => ({
		type: row.type,
		name: { vi: row.name_vi, en: row.name_en },
		icon: row.icon,
		isVehicle: row.is_vehicle,
		usualStayMinutes: row.usual_stay_minutes,
	}));
}
