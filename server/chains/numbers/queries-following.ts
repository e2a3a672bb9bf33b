import { idArray, sql } from '#platform/sql';

/**
 * Of the confirmed contacts at first hand of some cases: their days of follow-up until a day, on how many of them they
 * reported or an officer reached them, how many people they are, and how many nobody heard of on the last `silentDays`
 * due days. Follow-up that began before the reports that are still kept is not counted.
 */
export const countFollowing = (cases: readonly string[], until: string, silentDays: number) => sql<{
	due: number;
	seen: number;
	people: number;
	lost: number;
}>`
	with kept as (
		select ${until}::date - coalesce((select keep_days from monitoring.rule order by version desc limit 1), 90) + 1 as first_on
	), watched as materialized (
		select d.person_id, d.duty_id, d.from_on,
			least(d.until_on, ${until}::date, (d.ended_at at time zone 'Asia/Ho_Chi_Minh')::date - 1) as last_on
		from unnest(${idArray(cases)}::bigint[]) as chosen (case_id)
		join contacts.contact k on k.case_id = chosen.case_id and k.level = 1 and k.state = 'confirmed'
		cross join lateral (
			select person_id, duty_id, from_on, until_on, ended_at
			from monitoring.duty
			where person_id = k.person_id and kind = 'contact' and source_id = k.contact_id
			offset 0
		) d
		where d.from_on <= ${until}::date and d.from_on >= (select first_on from kept)
	), heard as (
		select w.duty_id, r.day
		from watched w
		join monitoring.report r on r.person_id = w.person_id and r.day between w.from_on and w.last_on
		where r.day >= (select first_on from kept)
		union
		select w.duty_id, (a.at at time zone 'Asia/Ho_Chi_Minh')::date
		from watched w
		join monitoring.contact_attempt a on a.person_id = w.person_id and a.outcome in ('reached', 'visited')
			and (a.at at time zone 'Asia/Ho_Chi_Minh')::date between w.from_on and w.last_on
	), followed as (
		select w.duty_id, w.last_on - w.from_on + 1 as due, count(h.day) as seen,
			count(h.day) filter (where h.day > w.last_on - ${silentDays}::integer) as seen_lately
		from watched w
		left join heard h on h.duty_id = w.duty_id
		where w.last_on >= w.from_on
		group by w.duty_id, w.from_on, w.last_on
	)
	select coalesce(sum(due), 0)::integer as due, coalesce(sum(seen), 0)::integer as seen, count(*)::integer as people,
		(count(*) filter (where due >= ${silentDays}::integer and seen_lately = 0))::integer as lost
	from followed`;
