import { idArray, sql, sqlRows } from '#platform/sql';
import type { NewDuty } from './duties.ts';

const dutyTypes = [
	...['bigint', 'bigint', 'text', 'bigint', 'text', 'text', 'smallint', 'text', 'date', 'date', 'timestamptz'],
];

/**
 * Adds duties, with the household of each person (who is reached at the same phone: their own, or of the account that declares for them) and what
 * they have reported already. They come onto the lists by `setLeading` and `setStates`.
 */
export const insertDuties = (duties: readonly NewDuty[], newId: () => string, now: Date) =>
	sqlRows<{ person_id: string }>(
		`insert into monitoring.duty (person_id, duty_id, kind, source_id, area_path, disease, reports_a_day, form, from_on,
			until_on, begun_at, leads, household_id, last_report_on, last_slot, is_symptomatic, onset_on, last_symptom_on,
			clear_on, positive_on, reviewed_on)
		select d.person_id, d.duty_id, d.kind, d.source_id, d.area_path, d.disease, d.reports_a_day, d.form, d.from_on,
			d.until_on, d.begun_at, false,
			coalesce(('x' || encode(substring(coalesce(k.hash, a.phone_hash) from 1 for 8), 'hex'))::bit(64)::bigint
				& 9223372036854775807, d.person_id),
			o.last_report_on, o.last_slot, coalesce(o.is_symptomatic, false), o.onset_on, o.last_symptom_on, o.clear_on,
			o.positive_on, o.reviewed_on
		from (values`,
		dutyTypes,
		duties.map((duty) => [
			...[duty.personId, newId(), duty.kind, duty.sourceId, duty.areaPath, duty.disease, duty.reportsADay],
			...[duty.form ?? 'daily-report', duty.fromOn, duty.untilOn ?? null, now],
		]),
		`) as d (person_id, duty_id, kind, source_id, area_path, disease, reports_a_day, form, from_on, until_on, begun_at)
		left join identity.person p on p.person_id = d.person_id
		left join identity.account a on a.account_id = p.account_id
		left join lateral (
			select key.hash from identity.person_key key
			where key.person_id = d.person_id and key.kind = 'phone' order by key.hash limit 1
		) k on true
		left join lateral (
			select earlier.last_report_on, earlier.last_slot, earlier.is_symptomatic, earlier.onset_on,
				earlier.last_symptom_on, earlier.clear_on, earlier.positive_on, earlier.reviewed_on
			from monitoring.duty earlier
			where earlier.person_id = d.person_id and earlier.last_report_on >= d.from_on - 1
			order by earlier.last_report_on desc, earlier.duty_id
			limit 1
		) o on true
		on conflict on constraint duty_once do update set
			from_on = excluded.from_on, until_on = excluded.until_on, begun_at = excluded.begun_at, ended_at = null,
			ended_reason = null, last_report_on = excluded.last_report_on, last_slot = excluded.last_slot,
			is_symptomatic = excluded.is_symptomatic, onset_on = excluded.onset_on,
			last_symptom_on = excluded.last_symptom_on, clear_on = excluded.clear_on,
			positive_on = excluded.positive_on, reviewed_on = excluded.reviewed_on
		where duty.ended_at is not null
		returning person_id`,
	);

interface Source {
	kind: string;
	sourceId: string;
	personId?: string;
}

export const updateEnded = (
	{ kind, sourceId, persons }: Omit<Source, 'personId'> & { persons?: readonly string[] },
	reason: string,
	now: Date,
) => {
	const some = persons ? idArray(persons) : null;
	return sql<{ person_id: string }>`
		update monitoring.duty set ended_at = ${now}, ended_reason = ${reason}
		where source_id = ${sourceId} and kind = ${kind} and ended_at is null
			and (${some}::bigint[] is null or person_id = any (${some}::bigint[]))
		returning person_id`;
};

export const updateManyEnded = (kind: string, sourceIds: readonly string[], reason: string, now: Date) => sql<{
	person_id: string;
}>`
	update monitoring.duty set ended_at = ${now}, ended_reason = ${reason}
	where source_id = any (${idArray(sourceIds)}::bigint[]) and kind = ${kind} and ended_at is null
	returning person_id`;

export const updateUntil = (source: Source, untilOn: string) => sql`
	update monitoring.duty set until_on = ${untilOn}::date
	where source_id = ${source.sourceId} and kind = ${source.kind} and ended_at is null
		and (${source.personId ?? null}::bigint is null or person_id = ${source.personId ?? null})`;

/** Moves a duty and keeps where it was: that area's station sees who left, and for where. */
export const updateArea = (source: Source, areaPath: string, now: Date) => sql`
	with moved as (
		select duty_id, person_id, area_path from monitoring.duty
		where source_id = ${source.sourceId} and kind = ${source.kind} and person_id = ${source.personId}
			and ended_at is null and area_path <> ${areaPath}
		for update
	), left_behind as (
		insert into monitoring.departure (duty_id, person_id, area_path, to_area_path, moved_at)
		select duty_id, person_id, area_path, ${areaPath}, ${now} from moved
	), counted as (
		insert into monitoring.tally (area_path, state, people)
		select d.area_path, d.state, -1 from monitoring.duty d join moved m on m.duty_id = d.duty_id and m.person_id = d.person_id
		where d.leads
	)
	update monitoring.duty d set area_path = ${areaPath}, leads = false
	from moved m where d.duty_id = m.duty_id and d.person_id = m.person_id`;

/** Whoever was looked at between the sample and its result is looked at again: the result was not known then. */
export const updateTests = (tests: readonly { personId: string; takenOn: string | null }[]) => sql`
	update monitoring.duty d set positive_on = test.taken_on,
		reviewed_on = case when d.reviewed_on >= test.taken_on then test.taken_on - 1 else d.reviewed_on end
	from unnest(${idArray(tests.map((one) => one.personId))}::bigint[], ${tests.map((one) => one.takenOn)}::date[])
		as test (person_id, taken_on)
	where d.person_id = test.person_id and d.ended_at is null and d.positive_on is distinct from test.taken_on`;

export const updateReviewed = (persons: readonly string[], day: string) => sql`
	update monitoring.duty set reviewed_on = ${day}::date
	where person_id = any (${idArray(persons)}::bigint[]) and ended_at is null`;

export const selectPersonsOfSource = (source: Source) => sql<{ person_id: string }>`
	select person_id from monitoring.duty
	where source_id = ${source.sourceId} and kind = ${source.kind} and ended_at is null
	order by person_id
	limit 1000000`;

export const lockDuties = (persons: readonly string[]) => sql`
	select 1 from monitoring.duty where person_id = any (${idArray(persons)}::bigint[])
	order by person_id, duty_id for update`;

/** Adds to the tally who is on the lists (1), or takes them from it (-1). */
export const tally = (persons: readonly string[], sign: 1 | -1) => sql`
	insert into monitoring.tally (area_path, state, people)
	select area_path, state, ${sign}::integer * count(*)::integer from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[]) and leads
	group by area_path, state`;

/**
 * Of a person's duties in one area an open one leads; of those an order's, then a contact's, then a cordon's. Whoever is
 * known under several ids is on the lists once: under the id of which an illness is known, or which reported last.
 */
export const setLeading = (ids: ReadonlyMap<string, string>) => sql`
	update monitoring.duty d set leads = ranked.leads
	from (
		select person_id, duty_id, place = 1 and row_number() over (
			partition by current_id, area_path, place
			order by ended_at desc nulls first, state in ('symptomatic', 'needs-review') desc, last_report_on desc nulls last,
				kind_order, person_id = current_id desc, duty_id
		) = 1 as leads
		from (
			select u.person_id, u.duty_id, u.area_path, u.ended_at, u.state, u.last_report_on, one.current_id,
				k.kind_order, row_number() over (
					partition by u.person_id, u.area_path
					order by u.ended_at desc nulls first, k.kind_order, u.until_on desc nulls first, u.duty_id
				) as place
			from unnest(${idArray([...ids.keys()])}::bigint[], ${idArray([...ids.values()])}::bigint[])
				as one (person_id, current_id)
			join monitoring.duty u on u.person_id = one.person_id
			cross join lateral (
				select case u.kind when 'isolation' then 0 when 'contact' then 1 else 2 end as kind_order
			) k
		) own
	) ranked
	where d.person_id = ranked.person_id and d.duty_id = ranked.duty_id and d.leads <> ranked.leads`;

export const setStates = (persons: readonly string[], today: string) => sql`
	update monitoring.duty set state = monitoring.state_on(duty, ${today}::date)
	where person_id = any (${idArray(persons)}::bigint[]) and state <> monitoring.state_on(duty, ${today}::date)`;
