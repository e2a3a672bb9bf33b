import { sql } from '#platform/sql';

/** Which cases are counted. */
export interface Chosen {
	disease: string;
	ranges: { from: readonly string[]; until: readonly string[] };
	/** Days of onset, else of sampling, else of opening; both included. */
	from: string;
	until: string;
	/** How sure links have to be. */
	kinds: readonly string[];
	/** Cases at most. */
	limit: number;
}

/** Rows one after the other as bytes, numbers as PostgreSQL sends them; null where there is none. */
export interface PackedRow {
	cases: Buffer | null;
	links: Buffer | null;
	contacts: Buffer | null;
}

/** Stands where a number is not known. */
export const unknown = -2_147_483_648;

/**
 * For the transaction: planned for the days and areas that are asked about, since the plan for any of them, which PostgreSQL
 * turns to at the sixth time, takes ten times as long; and a hundred thousand contacts are joined in memory, not in files.
 */
export const planForAsked = () => sql`
	select set_config(name, value, true)
	from (values ('plan_cache_mode', 'force_custom_plan'), ('work_mem', '64MB')) as setting (name, value)`;

/**
 * What the numbers are counted from, in one statement and so of one moment. Days and minutes are whole ones since 1970;
 * a day of Viet Nam begins 25,200 seconds early, which is quicker to add than to ask for a time zone a million times.
 * - A case has 44 bytes: id; day it counts for, of onset, of sampling; minute of its opening, of its isolation, of the
 *   first contact told in an interview; days of its rule before and after; whether its person was a contact before.
 * - A link with an end among the cases has 24: infector, infectee; day of contact; how sure.
 * - A contact at first hand that was not dismissed has 40: case, person; minute of being found, of the first order to
 *   isolate; day of falling ill and of sampling, as a case found later; last day of follow-up; how it was found.
 */
export const packNumbers = (chosen: Chosen) => sql<PackedRow>`
	with chosen as materialized (
		select c.case_id, c.person_id, c.onset_on, c.sampled_on, c.isolated_at, c.opened_at,
			coalesce(c.onset_on, c.sampled_on, (c.opened_at at time zone 'Asia/Ho_Chi_Minh')::date) as counts_on,
			r.days_before, r.days_after, r.follow_up_days
		from cases.case c
		join diseases.contact_rule r on r.rule = c.rule and r.version = c.rule_version
		where c.disease = ${chosen.disease} and c.classification <> 'discarded'
			and coalesce(c.onset_on, c.sampled_on, (c.opened_at at time zone 'Asia/Ho_Chi_Minh')::date)
				between ${chosen.from} and ${chosen.until}
			and exists (
				select from unnest(${chosen.ranges.from}::text[], ${chosen.ranges.until}::text[]) as reach (path_from, path_until)
				where c.area_path collate "C" >= reach.path_from and c.area_path collate "C" < reach.path_until
			)
		limit ${chosen.limit}
	), contact as materialized (
		select k.case_id, k.person_id, k.found_at, k.last_exposed_at, k.origin, c.follow_up_days
		from chosen c join contacts.contact k on k.case_id = c.case_id
		where k.level = 1 and k.state <> 'dismissed'
	), told as (
		select case_id, min(found_at) as first_at from contact where origin = 'interview' group by case_id
	), met as (
		select distinct c.case_id
		from chosen c join contacts.contact k on k.person_id = c.person_id
		where k.case_id <> c.case_id and k.found_at < c.opened_at and k.state <> 'dismissed'
	), ordered as (
		select person_id, min(issued_at) as first_at
		from isolation.isolation_order
		where person_id in (select person_id from chosen union all select person_id from contact)
		group by person_id
	), ill as (
		select person_id, min(opened_at) as opened_at, min(sampled_on) as sampled_on,
			min(coalesce(onset_on, sampled_on, (opened_at at time zone 'Asia/Ho_Chi_Minh')::date)) as ill_on
		from cases.case
		where disease = ${chosen.disease} and classification <> 'discarded'
		group by person_id
	), link as (
		select l.infector_id, l.infectee_id, l.contact_on, l.kind
		from chosen c join chains.link l on l.infectee_id = c.case_id
		where l.kind = any (${chosen.kinds}::text[])
		union all
		select l.infector_id, l.infectee_id, l.contact_on, l.kind
		from chosen c join chains.link l on l.infector_id = c.case_id
		where l.kind = any (${chosen.kinds}::text[]) and not exists (select from chosen o where o.case_id = l.infectee_id)
	)
	select (
		select string_agg(int8send(c.case_id)
			|| int4send(c.counts_on - date '1970-01-01')
			|| int4send(coalesce(c.onset_on - date '1970-01-01', ${unknown}::integer))
			|| int4send(coalesce(c.sampled_on - date '1970-01-01', ${unknown}::integer))
			|| int4send((date_part('epoch', c.opened_at) / 60)::integer)
			|| int4send(coalesce((date_part('epoch', least(c.isolated_at, o.first_at)) / 60)::integer, ${unknown}::integer))
			|| int4send(coalesce((date_part('epoch', t.first_at) / 60)::integer, ${unknown}::integer))
			|| int4send(c.days_before) || int4send(c.days_after) || int4send((m.case_id is not null)::integer), '')
		from chosen c
		left join told t on t.case_id = c.case_id
		left join met m on m.case_id = c.case_id
		left join ordered o on o.person_id = c.person_id
	) as cases, (
		select string_agg(int8send(l.infector_id) || int8send(l.infectee_id)
			|| int4send(coalesce(l.contact_on - date '1970-01-01', ${unknown}::integer))
			|| int4send(case l.kind when 'confirmed' then 0 when 'probable' then 1 else 2 end), '')
		from link l
	) as links, (
		select string_agg(int8send(k.case_id) || int8send(k.person_id)
			|| int4send((date_part('epoch', k.found_at) / 60)::integer)
			|| int4send(coalesce((date_part('epoch', o.first_at) / 60)::integer, ${unknown}::integer))
			|| int4send(coalesce(i.ill_on - date '1970-01-01', ${unknown}::integer))
			|| int4send(coalesce(i.sampled_on - date '1970-01-01', ${unknown}::integer))
			|| int4send(floor((date_part('epoch', k.last_exposed_at) + 25200) / 86400)::integer + k.follow_up_days)
			|| int4send(case k.origin when 'visit' then 0 when 'interview' then 1 when 'import' then 2 else 3 end), '')
		from contact k
		left join ill i on i.person_id = k.person_id and i.opened_at >= k.found_at
		left join ordered o on o.person_id = k.person_id
	) as contacts`;
