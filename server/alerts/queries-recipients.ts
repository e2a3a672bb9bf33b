import { sql } from '#platform/sql';

interface Chosen {
	alertId: string;
	levelMax: number;
	event: Buffer;
}

export interface CountedRow {
	people: number;
	by_sms: number;
	in_app: number;
	to_call: number;
	told_before: number;
}

/**
 * How many confirmed contacts an alert is for and by which way each would be told, as far as that is known without
 * reading anybody's phone; and how many were told of the event before.
 */
export const countRecipients = ({ alertId, levelMax, event }: Chosen) => sql<CountedRow>`
	with chosen as (
		select distinct person_id from alerts.met where alert_id = ${alertId} and level <= ${levelMax}
	), known_as as (
		select person_id, person_id as id from chosen
		union all
		select c.person_id, m.person_id from chosen c join identity.merged m on m.stays_id = c.person_id
	), way as (
		select a.person_id, bool_or(t.person_id is not null) as is_told, bool_or(p.account_id is not null) as has_account,
			bool_or(r.wrong_number_at is null and (p.account_id is not null or exists (
				select from identity.person_key k where k.person_id = a.id and k.kind = 'phone'
			))) as has_phone
		from known_as a
		join identity.person p on p.person_id = a.id
		left join messages.refusal r on r.person_id = a.id
		left join alerts.told t on t.person_id = a.id and t.event = ${event}
		group by a.person_id
	)
	select count(*) filter (where not is_told)::integer as people,
		count(*) filter (where not is_told and has_phone)::integer as by_sms,
		count(*) filter (where not is_told and not has_phone and has_account)::integer as in_app,
		count(*) filter (where not is_told and not has_phone and not has_account)::integer as to_call,
		count(*) filter (where is_told)::integer as told_before
	from way`;

/**
 * Fixes who is told, each in their stage: the first `first` and then up to `second` of a hundred, the rest last. Ids are
 * random, so their order is a draw. Fewer than `stageFrom` are all of the first stage. Whoever is known under several ids
 * stands there under each that is a contact and counts once: they are told once, at the first.
 */
export const insertRecipients = (chosen: Chosen & { stageFrom: number; first: number; second: number }) => sql<{
	people: number;
}>`
	with met as (
		select distinct person_id, own_id from alerts.met where alert_id = ${chosen.alertId} and level <= ${chosen.levelMax}
	), told as (
		select m.stays_id as person_id from identity.merged m
		join alerts.told t on t.person_id = m.person_id and t.event = ${chosen.event}
	), drawn as (
		select c.person_id, c.own_id, dense_rank() over (order by c.person_id) as place
		from met c
		join identity.person p on p.person_id = c.own_id
		where not exists (select from alerts.told t where t.person_id = c.person_id and t.event = ${chosen.event})
			and not exists (select from told t where t.person_id = c.person_id)
	), counted as (
		select coalesce(max(place), 0)::integer as people from drawn
	), fixed as (
		insert into alerts.recipient (alert_id, person_id, stage)
		select ${chosen.alertId}, d.own_id,
			case when c.people < ${chosen.stageFrom}::integer or d.place <= ceil(c.people * ${chosen.first}::numeric / 100) then 1
				when d.place <= ceil(c.people * ${chosen.second}::numeric / 100) then 2
				else 3 end
		from drawn d cross join counted c
		on conflict do nothing
	)
	select people from counted`;

/** Takes from the list who was not told yet and whom no case of the alert ties to it any more. */
export const deleteUntied = (alertId: string, levelMax: number) => sql`
	delete from alerts.recipient r
	where r.alert_id = ${alertId} and r.released_at is null and not exists (
		select from alerts.met m where m.alert_id = ${alertId} and m.level <= ${levelMax} and m.own_id = r.person_id
	)`;

/** How many people are on the list, each once. */
export const updateRecipients = (alertId: string) => sql`
	update alerts.alert
	set recipients = (
		select count(distinct coalesce(m.stays_id, r.person_id))::integer
		from alerts.recipient r
		left join identity.merged m on m.person_id = r.person_id
		where r.alert_id = ${alertId}
	)
	where alert_id = ${alertId} and recipients is not null`;

/** Some of those whose stage has come and who were not released yet. */
export const releaseRecipients = (alertId: string, stage: number, now: Date, limit: number) => sql<{
	person_id: string;
}>`
	update alerts.recipient r
	set released_at = ${now}
	from (
		select person_id from alerts.recipient
		where alert_id = ${alertId} and stage <= ${stage} and released_at is null
		order by stage, person_id
		limit ${limit}
		for update
	) next
	where r.alert_id = ${alertId} and r.person_id = next.person_id
	returning r.person_id`;

/** Marks people, by the ids that stayed, as told of an event; returns those whom no alert had told under any id. */
export const insertTold = (alertId: string, event: Buffer, persons: readonly string[]) => sql<{ person_id: string }>`
	insert into alerts.told (person_id, event, alert_id)
	select person_id, ${event}::bytea, ${alertId}::bigint from unnest(${persons}::bigint[]) as released (person_id)
	where not exists (
		select from identity.merged m
		join alerts.told t on t.person_id = m.person_id and t.event = ${event}
		where m.stays_id = released.person_id
	)
	on conflict do nothing
	returning person_id`;

/** After a recall the right alert may tell them. */
export const deleteTold = (alertId: string) => sql`delete from alerts.told where alert_id = ${alertId}`;

export const countStages = (alertId: string) => sql<{ stage: number; people: number; released: number }>`
	select stage, count(*)::integer as people, count(released_at)::integer as released
	from alerts.recipient where alert_id = ${alertId}
	group by stage order by stage limit 3`;
