import { sql } from '#platform/sql';
import type { VisitRow } from '#visits';

export interface LogFilter {
	placeId: string;
	from: Date;
	/** The first moment that is too late. */
	until: Date;
	gate: number | null;
	state: string | null;
	tripId: string | null;
}

/** A page of a place's log, the newest first, continuing before (entered_at, person_id). */
export const selectLog = (
	{ placeId, from, until, gate, state, tripId }: LogFilter,
	before: { enteredAt: Date; personId: string },
	limit: number,
) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${from} and entered_at < ${until}
		and entered_at <= ${before.enteredAt} and (entered_at, person_id) < (${before.enteredAt}, ${before.personId}::bigint)
		and (${gate}::integer is null or gate = ${gate}) and (${tripId}::bigint is null or trip_id = ${tripId})
		and case ${state}::text
			when 'inside' then left_at is null
			when 'stopped' then left_at = entered_at
			when 'left' then left_at > entered_at and left_known = 0
			when 'inferred' then left_at > entered_at and left_known > 0
			else true
		end
	order by entered_at desc, person_id desc
	limit ${limit}`;

/** These people's visits to one place, the newest first. */
export const selectVisitsOf = (placeId: string, persons: readonly string[], from: Date, limit: number) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where person_id = any(${persons}::bigint[]) and place_id = ${placeId} and entered_at >= ${from}
	order by entered_at desc, person_id desc
	limit ${limit}`;

/** Who boarded a trip and was not stopped, in the order they came. */
export const selectPassengers = (trip: { placeId: string; tripId: string; from: Date; until: Date }, limit: number) =>
	sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where place_id = ${trip.placeId} and entered_at >= ${trip.from} and entered_at < ${trip.until}
		and trip_id = ${trip.tripId} and left_at is distinct from entered_at
	order by entered_at, person_id
	limit ${limit}`;

/** A stretch of the log in the order of time, from behind the key (entered_at, person_id) on. */
export const selectStretch = (
	{ placeId, until }: { placeId: string; until: Date },
	after: { enteredAt: Date; personId: string },
	limit: number,
) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${after.enteredAt} and entered_at < ${until}
		and (entered_at, person_id) > (${after.enteredAt}, ${after.personId}::bigint)
	order by entered_at, person_id
	limit ${limit}`;

/** How many visits begin in each stretch of ten minutes that has any. */
export const countStretches = (placeId: string, from: Date, until: Date, limit: number) => sql<{
	begins: Date;
	visits: number;
}>`
	select date_bin('10 minutes', entered_at, ${from}) as begins, count(*)::integer as visits
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${from} and entered_at < ${until}
	group by begins
	order by begins
	limit ${limit}`;

/** One page of a place's visits, the newest first, continuing before (entered_at, person_id). */
export const selectPlaceVisits = (
	placeId: string,
	from: Date,
	before: { enteredAt: Date; personId: string },
	limit: number,
) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${from} and entered_at <= ${before.enteredAt}
		and (entered_at, person_id) < (${before.enteredAt}, ${before.personId}::bigint)
	order by entered_at desc, person_id desc
	limit ${limit}`;

/** Who is inside: went in after that, was not stopped, and has not left. */
export const selectInside = (placeId: string, since: Date, until: Date, limit: number) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where place_id = ${placeId} and entered_at > ${since} and entered_at <= ${until} and left_at is null
	order by entered_at desc, person_id desc
	limit ${limit}`;

export const countPlaceDay = (placeId: string, from: Date, until: Date) => sql<{ entries: number; stopped: number }>`
	select count(*) filter (where left_at is distinct from entered_at)::integer as entries,
		count(*) filter (where left_at = entered_at)::integer as stopped
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${from} and entered_at <= ${until}`;

/** Who went in, was not stopped, and has not left, those who came first first. */
export const selectNotLeft = (placeId: string, from: Date, until: Date, limit: number) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${from} and entered_at <= ${until} and left_at is null
	order by entered_at, person_id
	limit ${limit}`;

export const countNotLeft = (placeId: string, from: Date, until: Date, closedAt: Date) => sql<{
	total: number;
	sinceClosing: number;
}>`
	select count(*)::integer as total, count(*) filter (where entered_at < ${closedAt})::integer as "sinceClosing"
	from visits.visit
	where place_id = ${placeId} and entered_at >= ${from} and entered_at <= ${until} and left_at is null`;
