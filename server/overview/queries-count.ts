import { sql } from '#platform/sql';

/**
 * Counts how it stands today, every area with all below it, from the duties themselves: one pass over them a minute.
 * What no area has any more goes.
 */
export const countToday = ({ today, from, until }: { today: string; from: Date; until: Date }) => sql`
	with leaf as (
		select area_path, count(*) filter (where is_due) as due, count(*) filter (where is_due and has_reported) as reported,
			0 as red, 0 as cases, count(*) filter (where state not in ('coming', 'ended')) as watched,
			count(*) filter (where state = 'not-reported') as silent,
			count(*) filter (where state = 'symptomatic') as symptomatic,
			count(*) filter (where state = 'needs-review') as needs_review,
			count(*) filter (where state = 'due-to-end') as due_to_end, 0 as red_waiting, 0 as beds, 0 as beds_free
		from (
			select d.area_path,
				d.from_on <= ${today}::date and coalesce(d.until_on >= ${today}::date, true) as is_due,
				coalesce(d.last_report_on >= ${today}::date, false) as has_reported,
				case when (select turned_on from monitoring.turn where only_one) >= ${today}::date then d.state
					else monitoring.state_on(d, ${today}::date) end as state
			from monitoring.duty d
			where d.leads and d.ended_at is null
		) standing
		group by area_path
		union all
		select area_path, 0, 0, count(distinct person_id), 0, 0, 0, 0, 0, 0, 0, 0, 0 from monitoring.alarm
		where day = ${today}::date group by area_path
		union all
		select area_path, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), 0, 0 from monitoring.alarm
		where handled_at is null group by area_path
		union all
		select area_path, 0, 0, 0, count(*), 0, 0, 0, 0, 0, 0, 0, 0 from cases.case
		where opened_at >= ${from} and opened_at < ${until} and classification <> 'discarded' group by area_path
		union all
		select s.area_path, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*) filter (where b.state = 'usable'),
			count(*) filter (where b.state = 'usable' and t.stay_id is null)
		from sites.site s
		join sites.bed b on b.site_id = s.site_id
		left join sites.stay t on t.site_id = b.site_id and t.bed_id = b.bed_id and t.left_at is null
		where s.closed_at is null
		group by s.area_path
	), counted as (
		select array_to_string((string_to_array(leaf.area_path, '.'))[1:depth], '.') as area_path,
			sum(due) as due, sum(reported) as reported, sum(red) as red, sum(cases) as cases, sum(watched) as watched,
			sum(silent) as silent, sum(symptomatic) as symptomatic, sum(needs_review) as needs_review,
			sum(due_to_end) as due_to_end, sum(red_waiting) as red_waiting, sum(beds) as beds, sum(beds_free) as beds_free
		from leaf
		cross join lateral generate_series(1, array_length(string_to_array(leaf.area_path, '.'), 1)) as depth
		group by 1
	), gone as (
		delete from overview.area_day a
		where a.day = ${today}::date and not exists (select from counted c where c.area_path = a.area_path)
	)
	insert into overview.area_day as kept (area_path, parent_path, day, due, reported, red, cases, watched, silent,
		symptomatic, needs_review, due_to_end, red_waiting, beds, beds_free)
	select area_path, coalesce(substring(area_path from '^(.*)\\.'), ''), ${today}::date, due, reported, red, cases,
		watched, silent, symptomatic, needs_review, due_to_end, red_waiting, beds, beds_free
	from counted
	order by area_path
	on conflict (area_path, day) do update set due = excluded.due, reported = excluded.reported, red = excluded.red,
		cases = excluded.cases, watched = excluded.watched, silent = excluded.silent, symptomatic = excluded.symptomatic,
		needs_review = excluded.needs_review, due_to_end = excluded.due_to_end, red_waiting = excluded.red_waiting,
		beds = excluded.beds, beds_free = excluded.beds_free
	where (kept.due, kept.reported, kept.red, kept.cases, kept.watched, kept.silent, kept.symptomatic, kept.needs_review,
			kept.due_to_end, kept.red_waiting, kept.beds, kept.beds_free)
		is distinct from (excluded.due, excluded.reported, excluded.red, excluded.cases, excluded.watched, excluded.silent,
			excluded.symptomatic, excluded.needs_review, excluded.due_to_end, excluded.red_waiting, excluded.beds,
			excluded.beds_free)`;

/**
 * Counts a day that is over by its own reports, those that came late included. How people stood is as it was counted on
 * the day itself.
 */
export const countPast = ({ day, from, until }: { day: string; from: Date; until: Date }) => sql`
	with merged as materialized (
		select person_id, stays_id from identity.merged
	), watched as (
		select distinct coalesce(m.stays_id, d.person_id) as person_id, d.area_path
		from monitoring.duty d
		left join merged m on m.person_id = d.person_id
		where from_on <= ${day}::date and coalesce(until_on >= ${day}::date, true) and begun_at < ${until}
			and coalesce(ended_at >= ${until}, true)
	), leaf as (
		select w.area_path, count(*) as due, count(r.person_id) as reported, 0 as red, 0 as cases
		from watched w
		left join (
			select distinct coalesce(m.stays_id, said.person_id) as person_id
			from monitoring.report said
			left join merged m on m.person_id = said.person_id
			where said.day = ${day}::date
		) r on r.person_id = w.person_id
		group by w.area_path
		union all
		select area_path, 0, 0, count(distinct person_id), 0 from monitoring.alarm
		where day = ${day}::date group by area_path
		union all
		select area_path, 0, 0, 0, count(*) from cases.case
		where opened_at >= ${from} and opened_at < ${until} and classification <> 'discarded' group by area_path
	), counted as (
		select array_to_string((string_to_array(leaf.area_path, '.'))[1:depth], '.') as area_path,
			sum(due) as due, sum(reported) as reported, sum(red) as red, sum(cases) as cases
		from leaf
		cross join lateral generate_series(1, array_length(string_to_array(leaf.area_path, '.'), 1)) as depth
		group by 1
	)
	insert into overview.area_day as kept (area_path, parent_path, day, due, reported, red, cases)
	select area_path, coalesce(substring(area_path from '^(.*)\\.'), ''), ${day}::date, due, reported, red, cases
	from counted
	order by area_path
	on conflict (area_path, day) do update set due = excluded.due, reported = excluded.reported, red = excluded.red,
		cases = excluded.cases`;

export const selectCounted = (day: string) => sql<{ counted_at: Date }>`
	select counted_at from overview.counted where day = ${day}::date`;

/** The days of a stretch that were counted, with when. */
export const selectCountedDays = (from: string, until: string) => sql<{ day: string; counted_at: Date }>`
	select day, counted_at from overview.counted
	where day >= ${from}::date and day <= ${until}::date
	order by day
	limit 400`;

export const setCounted = (day: string, now: Date) => sql`
	insert into overview.counted (day, counted_at) values (${day}::date, ${now})
	on conflict (day) do update set counted_at = excluded.counted_at`;

export const deleteDays = (firstKept: string) => sql`
	delete from overview.area_day where day < ${firstKept}::date`;

export const deleteCounted = (firstKept: string) => sql`
	delete from overview.counted where day < ${firstKept}::date`;
