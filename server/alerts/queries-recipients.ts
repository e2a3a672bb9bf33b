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
	), way as (
		select t.person_id is not null as is_told,
			case
				when r.wrong_number_at is null and (p.account_id is not null or exists (
					select from identity.person_key k where k.person_id = c.person_id and k.kind = 'phone'
				)) then 'sms'
				when p.account_id is not null then 'app'
				else 'call'
			end as way
		from chosen c
		join identity.person p on p.person_id = c.person_id
		left join messages.refusal r on r.person_id = c.person_id
		left join alerts.told t on t.person_id = c.person_id and t.event = ${event}
	)
	select count(*) filter (where not is_told)::integer as people,
		count(*) filter (where not is_told and way = 'sms')::integer as by_sms,
		count(*) filter (where not is_told and way = 'app')::integer as in_app,
		count(*) filter (where not is_told and way = 'call')::integer as to_call,
		count(*) filter (where is_told)::integer as told_before
	from way`;

/**
 * Fixes who is told, each in their stage: the first `first` and then up to `second` of a hundred, the rest last. Ids are
 * random, so their order is a draw. Fewer than `stageFrom` are all of the
 * first stage.
 */
export const insertRecipients = (chosen: Chosen & { stageFrom: number; first: number; second: number }) => sql`
	insert into alerts.recipient (alert_id, person_id, stage)
	select ${chosen.alertId}, person_id,
		case when people < ${chosen.stageFrom}::integer or place <= ceil(people * ${chosen.first}::numeric / 100) then 1
			when place <= ceil(people * ${chosen.second}::numeric / 100) then 2
			else 3 end
	from (
		select c.person_id, row_number() over (order by c.person_id) as place, count(*) over () as people
		from (
			select distinct person_id from alerts.met where alert_id = ${chosen.alertId} and level <= ${chosen.levelMax}
		) c
		join identity.person p on p.person_id = c.person_id
		where not exists (select from alerts.told t where t.person_id = c.person_id and t.event = ${chosen.event})
	) drawn
	on conflict do nothing`;

/** Takes from the list who was not told yet and whom no case of the alert ties to it any more; the count follows. */
export const deleteUntied = (alertId: string, levelMax: number) => sql`
	with untied as (
		delete from alerts.recipient r
		where r.alert_id = ${alertId} and r.released_at is null and not exists (
			select from alerts.met m where m.alert_id = ${alertId} and m.level <= ${levelMax} and m.person_id = r.person_id
		)
		returning r.person_id
	)
	update alerts.alert set recipients = recipients - (select count(*) from untied)
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

/** Marks people as told of an event; returns those whom no other alert had told. */
export const insertTold = (alertId: string, event: Buffer, persons: readonly string[]) => sql<{ person_id: string }>`
	insert into alerts.told (person_id, event, alert_id)
	select person_id, ${event}::bytea, ${alertId}::bigint from unnest(${persons}::bigint[]) as released (person_id)
	on conflict do nothing
	returning person_id`;

/** After a recall the right alert may tell them. */
export const deleteTold = (alertId: string) => sql`delete from alerts.told where alert_id = ${alertId}`;

export const countStages = (alertId: string) => sql<{ stage: number; people: number; released: number }>`
	select stage, count(*)::integer as people, count(released_at)::integer as released
	from alerts.recipient where alert_id = ${alertId}
	group by stage order by stage limit 3`;
