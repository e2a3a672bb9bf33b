import { sql } from '#platform/sql';

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
