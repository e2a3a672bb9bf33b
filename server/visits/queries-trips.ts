import { sql } from '#platform/sql';

const longestTrip = 4 * 86_400_000;

/**
 * Who sits in one of these seats: has boarded, was not stopped, and was not seen leaving. An hour that was only usual
 * ends nobody's journey, so those count too.
 */
export const selectSeated = (asked: {
	places: readonly string[];
	trips: readonly string[];
	seats: readonly string[];
	around: { from: Date; until: Date };
}) => sql<{ trip_id: string; seat: string; person_id: string }>`
	select trip_id, seat, person_id
	from visits.visit
	where place_id = any(${asked.places}::bigint[]) and trip_id = any(${asked.trips}::bigint[])
		and seat = any(${asked.seats}::text[])
		and entered_at >= ${new Date(asked.around.from.getTime() - longestTrip)}
		and entered_at <= ${new Date(asked.around.until.getTime() + 300_000)}
		and (left_at is null or (left_known = 1 and left_at > entered_at))
	order by entered_at desc, person_id
	limit 1000`;
