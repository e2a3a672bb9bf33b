import { sql } from '#platform/sql';
import type { VisitRow } from './queries.ts';

export const selectHeadcounts = (places: readonly { placeId: string; since: Date }[], until: Date) => sql<{
	place_id: string;
	inside: number;
}>`
	select asked.place_id, count(v.person_id)::integer as inside
	from unnest(
		${places.map((one) => one.placeId)}::bigint[], ${places.map((one) => one.since)}::timestamptz[]
	) as asked (place_id, since)
	left join visits.visit v
		on v.place_id = asked.place_id and v.entered_at > asked.since and v.left_at is null
		and v.entered_at > ${new Date(Math.min(...places.map((one) => one.since.getTime())))} and v.entered_at <= ${until}
	group by asked.place_id`;

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

/**
 * Ends open visits that began before a moment, at that moment. One that was ended meanwhile stays as it is.
 */
export const closeOpenVisits = (asked: {
	placeId: string;
	from: Date;
	leftAt: Date;
	/** Only these; all where null. */
	visits: readonly string[] | null;
	leftKnown: number;
	limit: number;
}) => sql<{ person_id: string }>`
	with chosen as (
		select entered_at, person_id
		from visits.visit
		where place_id = ${asked.placeId} and entered_at >= ${asked.from} and entered_at < ${asked.leftAt} and left_at is null
			and (${asked.visits}::uuid[] is null or visit_id = any(${asked.visits}::uuid[]))
		order by entered_at, person_id
		limit ${asked.limit}
	)
	update visits.visit v
	set left_at = ${asked.leftAt}, left_known = ${asked.leftKnown}
	from chosen
	where v.place_id = ${asked.placeId} and v.entered_at = chosen.entered_at and v.person_id = chosen.person_id
		and v.entered_at >= ${asked.from} and v.left_at is null
	returning v.person_id`;
