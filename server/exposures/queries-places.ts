import { sql } from '#platform/sql';

/**
 * Open cases of a disease in some ranges of area paths, the newest first: who caught it when. Those discarded are not asked,
 * nor those without a day of onset or sampling since `anchorFrom`.
 */
export const selectCasesOfDisease = (asked: {
	disease: string;
	ranges: { from: readonly string[]; until: readonly string[] };
	anchorFrom: string;
	limit: number;
}) => sql<{ case_id: string; person_id: string; anchor_on: string }>`
	select c.case_id, c.person_id, c.anchor_on
	from unnest(${asked.ranges.from}::text[], ${asked.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.case_id, k.person_id, coalesce(k.onset_on, k.sampled_on) as anchor_on, k.opened_at
		from cases.case k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and k.disease = ${asked.disease} and k.closed_at is null and k.classification <> 'discarded'
			and coalesce(k.onset_on, k.sampled_on) >= ${asked.anchorFrom}::date
		order by k.opened_at desc, k.case_id desc
		limit ${asked.limit}
	) c
	order by c.opened_at desc, c.case_id desc
	limit ${asked.limit}`;

/** The places that several of these people went to within the days of each, under any of their ids; most people first. */
export const selectCommonPlaces = (
	people: readonly { personId: string; ids: readonly string[]; from: Date; until: Date }[],
	limit: number,
) => sql<{ place_id: string; persons: string[] }>`
	select v.place_id, array_agg(distinct asked.person_id::text) as persons
	from unnest(${people.flatMap(({ ids, personId }) => ids.map(() => personId))}::bigint[],
		${people.flatMap(({ ids }) => ids)}::bigint[],
		${people.flatMap(({ ids, from }) => ids.map(() => from))}::timestamptz[],
		${people.flatMap(({ ids, until }) => ids.map(() => until))}::timestamptz[])
		as asked (person_id, known_as, starts_at, ends_at)
	cross join lateral (
		select place_id
		from visits.visit
		where person_id = asked.known_as and entered_at >= asked.starts_at and entered_at < asked.ends_at
		offset 0
	) v
	group by v.place_id
	having count(distinct asked.person_id) > 1
	order by count(distinct asked.person_id) desc, v.place_id
	limit ${limit}`;

/** How many visits of anybody each place had in [from, until). */
export const selectFootfall = (places: readonly string[], from: Date, until: Date) => sql<{
	place_id: string;
	visits: number;
}>`
	select asked.place_id, v.visits
	from unnest(${places}::bigint[]) as asked (place_id)
	cross join lateral (
		select count(*)::integer as visits
		from visits.visit
		where place_id = asked.place_id and entered_at >= ${from} and entered_at < ${until}
	) v`;
