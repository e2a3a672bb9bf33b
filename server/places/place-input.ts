import { getAreas } from '#areas';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { fold } from '#shared/text/vietnamese';
import { readOptionalText, readText } from './fields.ts';
import { selectPlaceTypes } from './queries.ts';

/** What people write about a place. For a vehicle the name is its route or number plate, and it needs no address. */
export interface PlaceInput {
	name: string;
	type: string;
	area: number;
	address?: string;
}

/**
 * The stored form of what people wrote. Throws `invalid-input`, naming the field: an unknown type, an area that is not a
 * commune in force today, a place of bricks without an address.
 */
export async function readPlaceInput(db: Db, input: PlaceInput, now: Date) {
	const [read] = await readPlaceInputs(db, [input], now);
	return read!;
}

/** The same for many, in their order; the first that is wrong throws. */
export async function readPlaceInputs(db: Db, inputs: readonly PlaceInput[], now: Date) {
	const types = new Map((await db.rows(selectPlaceTypes())).map((one) => [one.type, one]));
	const areas = await getAreas(
		db,
		inputs.map(({ area }) => area),
	);
	const today = dayOf(now);
	return inputs.map((input) => {
		const name = readText(input.name, 'name');
		const type = types.get(input.type);
		if (!type) throw new Problem('invalid-input', { field: 'type' });
		const area = areas.get(input.area);
		const isInForce = area && area.validFrom <= today && (area.validUntil === null || area.validUntil > today);
		if (!isInForce || area.level !== 'commune') throw new Problem('invalid-input', { field: 'area' });
		const address = readOptionalText(input.address, 'address');
		if (!address && !type.is_vehicle) throw new Problem('invalid-input', { field: 'address' });
		return {
			...{ name, folded: fold(name), type: input.type },
			...{ areaId: area.areaId, areaPath: area.path, address: address ?? null },
		};
	});
}
