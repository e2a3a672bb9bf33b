import { type Sql, sql } from '#platform/sql';
import type { PlaceType } from './place-types.ts';

export interface PlaceRow {
	place_id: string;
	name: string;
	type: string;
	type_vi: string;
	type_en: string;
	icon: string;
	is_vehicle: boolean;
	area_id: number | null;
	area_path: string | null;
	address: string | null;
	usual_stay_minutes: number;
	capacity: number | null;
	/** `21:30:00`. */
	closes_at: string | null;
	registered_at: Date | null;
	closed_at: Date | null;
}

export const selectPlaces = (placeIds: readonly string[]): Sql<PlaceRow> => sql<PlaceRow>`
	select
		place.place_id, place.name, place.type, place_type.name_vi as type_vi, place_type.name_en as type_en,
		place_type.icon, place_type.is_vehicle, place.area_id, place.area_path, place.address,
		coalesce(place.usual_stay_minutes, place_type.usual_stay_minutes) as usual_stay_minutes,
		place.capacity, place.closes_at, place.registered_at, place.closed_at
	from places.place
	join places.place_type on place_type.type = place.type
	where place.place_id = any(${placeIds}::bigint[])
	order by place.folded, place.place_id`;

/** By name, those after a place of them; `folded` is a part of the name, or empty for all. */
export const selectOwnPlaces = (asked: {
	placeIds: readonly string[];
	folded: string;
	after: string | null;
	limit: number;
}) => sql<{ place_id: string }>`
	select place.place_id
	from places.place
	left join places.place earlier on earlier.place_id = ${asked.after}::bigint
	where place.place_id = any(${asked.placeIds}::bigint[])
		and strpos(place.folded, ${asked.folded}) > 0
		and (earlier.place_id is null or (place.folded, place.place_id) > (earlier.folded, earlier.place_id))
	order by place.folded, place.place_id
	limit ${asked.limit}`;

export const updatePlace = (change: {
	placeId: string;
	name: string;
	folded: string;
	type: string;
	areaId: number;
	areaPath: string;
	address: string | null;
	usualStayMinutes: number | null;
	capacity: number | null;
	closesAt: string | null;
}): Sql => sql`
	update places.place
	set name = ${change.name}, folded = ${change.folded}, type = ${change.type}, area_id = ${change.areaId},
		area_path = ${change.areaPath}, address = ${change.address}, usual_stay_minutes = ${change.usualStayMinutes},
		capacity = ${change.capacity}, closes_at = ${change.closesAt}::time
	where place_id = ${change.placeId} and closed_at is null`;

export const closePlaceRow = (placeId: string, now: Date): Sql => sql`
	update places.place
	set closed_at = ${now}
	where place_id = ${placeId} and closed_at is null`;

/** Holds a place still while its gates or controllers are counted and one is added. */
export const lockPlace = (placeId: string) => sql<{ closed_at: Date | null }>`
	select closed_at
	from places.place
	where place_id = ${placeId}
	for update`;

export interface GateRow {
	gate: number;
	name: string;
	closed_at: Date | null;
	code: string | null;
	issued_at: Date | null;
}

/** The gates with the code that is good now. */
export const selectGates = (placeId: string): Sql<GateRow> => sql<GateRow>`
	select gate.gate, gate.name, gate.closed_at, code.code, code.issued_at
	from places.gate
	left join places.code
		on code.place_id = gate.place_id and code.gate = gate.gate and code.retired_at is null
	where gate.place_id = ${placeId}
	order by gate.gate
	limit 1000`;

/** The open gates of many places with their good codes. A place has a hundred of them at most. */
export const selectOpenGates = (placeIds: readonly string[]) => sql<{
	place_id: string;
	gate: number;
	name: string;
	code: string;
}>`
	select gate.place_id, gate.gate, gate.name, code.code
	from places.gate
	join places.code on code.place_id = gate.place_id and code.gate = gate.gate and code.retired_at is null
	where gate.place_id = any(${placeIds}::bigint[]) and gate.closed_at is null
	order by gate.place_id, gate.gate
	limit 100 * cardinality(${placeIds}::bigint[])`;

export const countGates = (placeIds: readonly string[]) => sql<{ gates: number }>`
	select count(*)::integer as gates
	from places.gate
	join places.place on place.place_id = gate.place_id
	where gate.place_id = any(${placeIds}::bigint[]) and gate.closed_at is null and place.closed_at is null`;

export const insertGate = (gate: { placeId: string; gate: number; name: string }): Sql => sql`
	insert into places.gate (place_id, gate, name)
	values (${gate.placeId}, ${gate.gate}, ${gate.name})`;

export const closeGateRow = (placeId: string, gate: number, now: Date): Sql => sql`
	update places.gate
	set closed_at = ${now}
	where place_id = ${placeId} and gate = ${gate} and closed_at is null`;

/** A code that exists already, by a chance of one in many billions, is left as it is and nothing is inserted. */
export const insertCode = (code: { code: string; placeId: string; gate: number; now: Date }): Sql => sql`
	insert into places.code (code, place_id, gate, issued_at)
	values (${code.code}, ${code.placeId}, ${code.gate}, ${code.now})
	on conflict (code) do nothing`;

export const retireCodes = (placeId: string, gate: number, now: Date): Sql => sql`
	update places.code
	set retired_at = ${now}
	where place_id = ${placeId} and gate = ${gate} and retired_at is null`;

export interface CodeRow {
	code: string;
	place_id: string;
	gate: number;
	gate_name: string;
	gate_closed_at: Date | null;
	open_gates: number;
	issued_at: Date;
	retired_at: Date | null;
}

export const selectCode = (code: string): Sql<CodeRow> => sql<CodeRow>`
	select
		code.code, code.place_id, code.gate, gate.name as gate_name, gate.closed_at as gate_closed_at,
		(
			select count(*)::integer
			from places.gate as other
			where other.place_id = code.place_id and other.closed_at is null
		) as open_gates,
		code.issued_at, code.retired_at
	from places.code
	join places.gate on gate.place_id = code.place_id and gate.gate = code.gate
	where code.code = ${code}`;

export const insertImported = (places: readonly { placeId: string; reference: string }[], type: string): Sql => sql`
	insert into places.place (place_id, name, folded, type, reference)
	select place_id, reference, lower(reference), ${type}, reference
	from unnest(
		${places.map((place) => place.placeId)}::bigint[],
		${places.map((place) => place.reference)}::text[]
	) as given (place_id, reference)
	order by reference
	on conflict (reference) do nothing`;

export const selectByReferences = (references: readonly string[]) => sql<{ place_id: string; reference: string }>`
	select place_id, reference
	from places.place
	where reference = any(${references}::text[])`;

interface TypeRow {
	type: string;
	name_vi: string;
	name_en: string;
	icon: string;
	is_vehicle: boolean;
	usual_stay_minutes: number;
}

export const selectPlaceTypes = (): Sql<TypeRow> => sql<TypeRow>`
	select type, name_vi, name_en, icon, is_vehicle, usual_stay_minutes
	from places.place_type
	order by position, type`;

/** Types that are there already stay as the operator has them. */
export const insertPlaceTypes = (types: readonly PlaceType[]): Sql => sql`
	insert into places.place_type (type, name_vi, name_en, icon, is_vehicle, usual_stay_minutes, position)
	select type, name_vi, name_en, icon, is_vehicle, usual_stay_minutes, position
	from unnest(
		${types.map((one) => one.type)}::text[], ${types.map((one) => one.name.vi)}::text[],
		${types.map((one) => one.name.en)}::text[], ${types.map((one) => one.icon)}::text[],
		${types.map((one) => one.isVehicle)}::boolean[], ${types.map((one) => one.usualStayMinutes)}::integer[]
	) with ordinality as given (type, name_vi, name_en, icon, is_vehicle, usual_stay_minutes, position)
	on conflict (type) do nothing`;
