import { idArray, sql } from '#platform/sql';

/** How the visits around those of a case were noted, of one place. */
export interface NotedRow {
	place_id: string;
	visits: number;
	left_recorded: number;
	by_controller: number;
	by_visitor: number;
}

/**
 * How the visits were noted that may have touched a person's within [from, until), place by place: those of the same place
 * from half a day before the person came until half a day after. A visit nobody ended has no recorded leaving.
 */
export const selectNoted = (
	persons: readonly string[],
	window: { from: Date; until: Date },
	limit: number,
) => sql<NotedRow>`
	with stretch as (
		select place_id, range_agg(tstzrange(entered_at - interval '12 hours', entered_at + interval '12 hours')) as times
		from visits.visit
		where person_id = any (${idArray(persons)}::bigint[])
			and entered_at > ${window.from}::timestamptz - interval '24 hours' and entered_at < ${window.until}
		group by place_id
	)
	select stretch.place_id, count(*)::integer as visits,
		(count(*) filter (where v.left_at is not null and v.left_known = 0))::integer as left_recorded,
		(count(*) filter (where v.noted_by = 1))::integer as by_controller,
		(count(*) filter (where v.noted_by = 0))::integer as by_visitor
	from stretch
	cross join lateral unnest(stretch.times) as span
	cross join lateral (
		select left_at, left_known, noted_by
		from visits.visit
		where place_id = stretch.place_id and entered_at >= lower(span) and entered_at < least(upper(span), ${window.until})
		offset 0
	) v
	group by stretch.place_id
	order by visits desc, stretch.place_id
	limit ${limit}`;
