import { sql } from '#platform/sql';
import type { Facts } from './assess/facts.ts';

export interface AreaFactsRow {
	area_id: number;
	area_path: string;
	level: string;
	population: number | null;
	facts: Facts | null;
	facts_on: string | null;
	current: number | null;
}

/** The provinces and communes of a subtree on a day, with what is known of each and the level that holds. */
export const selectAreaFacts = (asked: {
	path: string;
	disease: string;
	day: string;
	now: Date;
	limit: number;
}) => sql<AreaFactsRow>`
	select u.area_id, u.path as area_path, u.level, p.people as population, f.facts, f.as_of as facts_on, d.level as current
	from areas.unit u
	left join lateral (
		select k.people from risk.population k
		where k.area_id = u.area_id and k.since <= ${asked.day}::date order by k.since desc limit 1
	) p on true
	left join lateral (
		select k.facts, k.as_of from risk.facts k
		where k.disease = ${asked.disease} and k.area_id = u.area_id and k.as_of <= ${asked.day}::date
			and k.as_of > ${asked.day}::date - 15
		order by k.as_of desc limit 1
	) f on true
	left join lateral (
		select k.level from risk.decision k
		where k.area_id = u.area_id and k.disease = ${asked.disease} and k.holds_from <= ${asked.now}
		order by k.holds_from desc, k.decision_id desc limit 1
	) d on true
	where u.path collate "C" >= ${asked.path} and u.path collate "C" < ${asked.path} || '/'
		and (u.path = ${asked.path} or starts_with(u.path, ${asked.path} || '.'))
		and u.level in ('province', 'commune') and u.valid_from <= ${asked.day}::date
		and (u.valid_until is null or u.valid_until > ${asked.day}::date)
	order by u.path collate "C"
	limit ${asked.limit}`;

/** Confirmed cases of a disease by the area that leads them, counted from some days on. */
export const selectCaseCounts = (
	path: string,
	disease: string,
	from: { week: Date; weekStart: Date; monthStart: Date },
) => sql<{
	area_path: string;
	last7: number;
	week: number;
	month: number;
	open: number;
}>`
	select area_path, count(*) filter (where opened_at >= ${from.week})::integer as last7,
		count(*) filter (where opened_at >= ${from.weekStart})::integer as week,
		count(*) filter (where opened_at >= ${from.monthStart})::integer as month,
		count(*) filter (where closed_at is null)::integer as open
	from cases.case
	where area_path collate "C" >= ${path} and area_path collate "C" < ${path} || '/'
		and (area_path = ${path} or starts_with(area_path, ${path} || '.'))
		and classification = 'confirmed' and lower(disease) = ${disease}
		and (opened_at >= least(${from.week}::timestamptz, ${from.weekStart}, ${from.monthStart}) or closed_at is null)
	group by area_path
	order by area_path
	limit 20000`;

export interface HistoryRow {
	area_id: number;
	span: 'week' | 'month';
	year: number;
	cases: number;
	is_epidemic: boolean;
}

/**
 * How many cases an area had in the same week (by its number in ISO 8601) and month of earlier years. What was counted of
 * the units it was made of in 2025 is added up; units that went to several are left out, since nobody knows which part.
 */
export const selectHistory = (asked: { areas: readonly number[]; disease: string; day: string }) => sql<HistoryRow>`
	with member as (
		select a.area_id, a.area_id as counted_id from unnest(${asked.areas}::integer[]) as a (area_id)
		union all
		select s.new_id, s.old_id from areas.succession s
		where s.new_id = any (${asked.areas}::integer[]) and s.extent <> 'part'
	)
	select m.area_id, c.span,
		(case c.span when 'week' then extract(isoyear from c.begins_on) else extract(year from c.begins_on) end)::integer
			as year,
		sum(c.cases)::integer as cases, bool_or(c.is_epidemic) as is_epidemic
	from member m
	join risk.case_count c on c.area_id = m.counted_id and c.disease = ${asked.disease}
	where (c.span = 'week' and extract(week from c.begins_on) = extract(week from ${asked.day}::date)
			and extract(isoyear from c.begins_on) < extract(isoyear from ${asked.day}::date))
		or (c.span = 'month' and extract(month from c.begins_on) = extract(month from ${asked.day}::date)
			and extract(year from c.begins_on) < extract(year from ${asked.day}::date))
	group by m.area_id, c.span, year
	order by m.area_id, c.span, year
	limit 200000`;

/** What was counted of this week and this month, where a file told it: the larger of that and our own cases counts. */
export const selectCounted = (asked: {
	areas: readonly number[];
	disease: string;
	weekStart: string;
	monthStart: string;
}) => sql<{
	area_id: number;
	span: 'week' | 'month';
	cases: number;
}>`
	select area_id, span, cases
	from risk.case_count
	where disease = ${asked.disease} and area_id = any (${asked.areas}::integer[])
		and ((span = 'week' and begins_on = ${asked.weekStart}::date) or (span = 'month' and begins_on = ${asked.monthStart}::date))
	order by area_id
	limit 20000`;
