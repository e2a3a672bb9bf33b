import { chunks, type Sql, sqlRows } from '#platform/sql';

interface PlaceToInsert {
	placeId: string;
	name: string;
	folded: string;
	type: string;
	areaId: number;
	areaPath: string;
	address: string | null;
	capacity: number | null;
}

/** One statement for some hundred places each, as are those below. */
export const insertPlaceRows = (
	places: readonly PlaceToInsert[],
	{ sealed, registeredBy, now }: { sealed: Buffer; registeredBy: string; now: Date },
): Sql[] =>
	chunks(
		places.map(({ placeId, name, folded, type, areaId, areaPath, address, capacity }) => [
			...[placeId, name, folded, type, areaId, areaPath, address, capacity, sealed, registeredBy, now],
		]),
	).map((rows) => sqlRows(insertPlaces, placeColumns, rows));

const insertPlaces = `insert into places.place (
	place_id, name, folded, type, area_id, area_path, address, capacity, registrant_sealed, registered_by, registered_at
) values`;
const placeColumns = [
	...['bigint', 'text', 'text', 'text', 'integer', 'text', 'text', 'integer', 'bytea', 'bigint', 'timestamptz'],
];

export const insertGateRows = (places: readonly { placeId: string; gates: readonly { name: string }[] }[]): Sql[] =>
	chunks(places.flatMap(({ placeId, gates }) => gates.map(({ name }, index) => [placeId, index + 1, name]))).map(
		(rows) => sqlRows('insert into places.gate (place_id, gate, name) values', ['bigint', 'smallint', 'text'], rows),
	);

/** Returns the codes that were free and are now these gates’. */
export const insertCodeRows = (
	gates: readonly { placeId: string; gate: number; of: { code: string } }[],
	now: Date,
): Sql<{ code: string }>[] =>
	chunks(gates.map(({ placeId, gate, of }) => [of.code, placeId, gate, now])).map((rows) =>
		sqlRows<{ code: string }>(
			'insert into places.code (code, place_id, gate, issued_at) values',
			['text', 'bigint', 'smallint', 'timestamptz'],
			rows,
			'on conflict (code) do nothing returning code',
		),
	);
