import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';
import { Words } from './fields.ts';
import type { Place } from './place.ts';

/** What everybody may know of a place. */
export const PublicPlace = Type.Object({
	placeId: Id,
	name: Type.String(),
	type: Type.String(),
	typeName: Words,
	icon: Type.String(),
	isVehicle: Type.Boolean(),
	areaId: Type.Optional(Type.Integer()),
	areaName: Type.Optional(Words),
	address: Type.Optional(Type.String()),
	isClosed: Type.Boolean(),
});

export function toPublicPlace(place: Place): Static<typeof PublicPlace> {
	const { placeId, name, type, typeName, icon, isVehicle, areaId, areaName, address, isClosed } = place;
	return {
		...{ placeId, name, type, typeName, icon, isVehicle, isClosed },
		...(areaId === undefined ? {} : { areaId }),
		...(areaName === undefined ? {} : { areaName }),
		...(address === undefined ? {} : { address }),
	};
}
