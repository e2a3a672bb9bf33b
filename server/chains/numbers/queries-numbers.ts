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
	/** All circumstances in which contacts may have met, in the order of the numbers that stand for them. */
	circumstances: string[] | null;
}

/** How contacts became known: the first circumstances, whatever an operator adds to the others. */
const origins = '{visit,interview,import,proximity}';

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
 * - A contact at first hand that was not dismissed has 44: case, person; minute of being found, of the first order to
 *   isolate; day of falling ill and of sampling, as a case found later; last day of follow-up; in which circumstances
 *   they met; minute of the first message or call of an alert about the case that came through.
 *
 * The circumstances are how near they were by the nearest meeting told of (`mode:household`), else the type of the place
 * they shared longest (`place:school`), else only how the contact became known (`origin:import`). A message came through
 * when a text message was sent or when it was read; of an alert that was taken back it did not.
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
		select k.contact_id, k.case_id, k.person_id, k.found_at, k.last_exposed_at, k.origin, c.follow_up_days
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
	), circumstance as materialized (
		select name, (row_number() over (order by place, name) - 1)::integer as number
		from (
			select 'origin:' || origin as name, place from unnest(${origins}::text[]) with ordinality as known (origin, place)
			union all
			select 'mode:' || mode, 100 from interviews.contact_mode
			union all
			select 'place:' || type, 100 from places.place_type
		) every
	), nearest as (
		select distinct on (t.contact_id) t.contact_id, e.number
		from contact k
		join interviews.told t on t.contact_id = k.contact_id and t.mode <> 'unknown'
		join interviews.contact_mode m on m.mode = t.mode
		join circumstance e on e.name = 'mode:' || m.mode
		order by t.contact_id, m.grade, m.mode
	), longest as materialized (
		select distinct on (s.contact_id) s.contact_id, s.place_id
		from chosen c join contacts.shared_place s on s.case_id = c.case_id
		order by s.contact_id, s.minutes desc, s.place_id
	), shared as (
		select l.contact_id, e.number
		from longest l
		join places.place p on p.place_id = l.place_id
		join circumstance e on e.name = 'place:' || p.type
	), came_through as (
		select k.contact_id, min(told.at) as first_at
		from contact k
		join alerts.alert_case a on a.case_id = k.case_id
		join alerts.alert o on o.alert_id = a.alert_id and o.state not in ('recalling', 'recalled')
		cross join lateral (
			select least(case when m.state = 'sent' and m.channel = 'sms' then m.settled_at end, m.read_at) as at
			from messages.message m
			where m.source_id = a.alert_id and m.person_id = k.person_id
			union all
			select d.noted_at from calls.call d
			where d.source_id = a.alert_id and d.person_id = k.person_id and d.outcome in ('told', 'visited')
		) told
		group by k.contact_id
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
			|| int4send(coalesce(n.number, s.number, array_position(${origins}::text[], k.origin) - 1))
			|| int4send(coalesce((date_part('epoch', h.first_at) / 60)::integer, ${unknown}::integer)), '')
		from contact k
		left join nearest n on n.contact_id = k.contact_id
		left join shared s on s.contact_id = k.contact_id
		left join came_through h on h.contact_id = k.contact_id
		left join ill i on i.person_id = k.person_id and i.opened_at >= k.found_at
		left join ordered o on o.person_id = k.person_id
	) as contacts, (select array_agg(name order by number) from circumstance) as circumstances`;
