import { sql } from '#platform/sql';

export interface SightingRow {
	person_id: string;
	visit_id: string;
	source_id: string;
	sighting_id: string;
	restriction: 'isolation' | 'cordon';
	area_path: string;
	place_id: string;
	gate: number;
	seen_at: Date;
	recorded_at: Date;
	verdict: string;
	was_let_in: boolean;
	noted_by: 'visitor' | 'controller';
	handled_at: Date | null;
	handled_authority: string | null;
	handled_note: string | null;
}

export const insertSightings = `insert into isolation.sighting
	(person_id, visit_id, source_id, sighting_id, restriction, area_path, place_id, gate, seen_at, recorded_at, verdict,
	was_let_in, noted_by) values`;
export const sightingTypes = [
	...['bigint', 'uuid', 'bigint', 'bigint', 'text', 'text', 'bigint', 'smallint', 'timestamptz', 'timestamptz'],
	...['text', 'boolean', 'text'],
];

export const selectSighting = (sightingId: string) => sql<{ person_id: string; area_path: string }>`
	select person_id, area_path from isolation.sighting where sighting_id = ${sightingId}`;

/** One page of what was seen in some ranges of area paths, the newest first, continuing before (seen_at, sighting_id). */
export const selectSightings = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	isHandled: boolean | null;
	before: { at: Date; id: string };
	limit: number;
}) => sql<SightingRow>`
	select s.person_id, s.visit_id, s.source_id, s.sighting_id, s.restriction, s.area_path, s.place_id, s.gate, s.seen_at,
		s.recorded_at, s.verdict, s.was_let_in, s.noted_by, s.handled_at, s.handled_authority, s.handled_note
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.person_id, k.visit_id, k.source_id, k.sighting_id, k.restriction, k.area_path, k.place_id, k.gate,
			k.seen_at, k.recorded_at, k.verdict, k.was_let_in, k.noted_by, k.handled_at, k.handled_authority, k.handled_note
		from isolation.sighting k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.seen_at, k.sighting_id) < (${page.before.at}, ${page.before.id}::bigint)
			and (${page.isHandled}::boolean is null or (k.handled_at is not null) = ${page.isHandled})
		order by k.seen_at desc, k.sighting_id desc
		limit ${page.limit}
	) s
	order by s.seen_at desc, s.sighting_id desc
	limit ${page.limit}`;

/** How many wait to be handled; counts no further than `limit`. */
export const countOpenSightings = (
	ranges: { from: readonly string[]; until: readonly string[] },
	limit: number,
) => sql<{
	open: number;
}>`
	select count(*)::integer as open from (
		select 1
		from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
		join isolation.sighting k on k.area_path collate "C" >= reach.path_from
			and k.area_path collate "C" < reach.path_until and k.handled_at is null
		limit ${limit}
	) waiting`;

/** Marks a sighting and those before it of the same person under the same order or cordon. */
export const handleSightings = (handled: {
	sightingId: string;
	by: string | null;
	authority: string;
	note: string;
	now: Date;
}) => sql`
	update isolation.sighting s
	set handled_at = ${handled.now}, handled_by = ${handled.by}, handled_authority = ${handled.authority},
		handled_note = ${handled.note}
	from isolation.sighting seen
	where seen.sighting_id = ${handled.sightingId} and s.person_id = seen.person_id and s.source_id = seen.source_id
		and s.seen_at <= seen.seen_at and s.handled_at is null`;

export const deleteSightings = (before: Date) => sql`
	delete from isolation.sighting where seen_at < ${before}`;

export const selectKeepDays = (now: Date) => sql<{ keep_days: number }>`
	select keep_days from isolation.retention
	where valid_from <= ${now} order by version desc limit 1`;

export const insertFirstRetention = (now: Date) => sql`
	insert into isolation.retention (version, keep_days, valid_from, decision)
	values (1, 31, ${now}, 'Initial setting; as long as visits are kept')
	on conflict (version) do nothing`;
