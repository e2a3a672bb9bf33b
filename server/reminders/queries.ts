import { idArray, sql, sqlRows } from '#platform/sql';

export const ensureReminderDays = (from: string, until: string) =>
	sql`select platform.ensure_days('reminders.reminder', ${from}::date, ${until}::date)`;

export const dropReminderDays = (firstKept: string) =>
	sql`select platform.drop_days_before('reminders.reminder', ${firstKept}::date)`;

/** The household of each link that is not void. */
export const selectLinks = (hashes: readonly Buffer[]) => sql<{ token_hash: Buffer; household_id: string }>`
	select l.token_hash, l.household_id
	from reminders.link l
	left join reminders.household h on h.household_id = l.household_id
	where l.token_hash = any (${hashes}::bytea[]) and l.link_version = coalesce(h.link_version, 1)
	order by l.token_hash`;

export const insertLinks = (links: readonly { hash: Buffer; household: string; version: number }[]) =>
	sqlRows(
		'insert into reminders.link (token_hash, household_id, link_version) values',
		['bytea', 'bigint', 'integer'],
		links.map(({ hash, household, version }) => [hash, household, version]),
		'on conflict (token_hash) do nothing',
	);

/** The households of some people who are watched, with the version of their link. */
export const selectHouseholdsOf = (persons: readonly string[]) => sql<{
	person_id: string;
	household_id: string;
	link_version: number;
}>`
	select distinct d.person_id, d.household_id, coalesce(h.link_version, 1) as link_version
	from monitoring.duty d
	left join reminders.household h on h.household_id = d.household_id
	where d.person_id = any (${idArray(persons)}::bigint[]) and d.household_id is not null
	order by d.person_id, d.household_id
	limit 5000`;

/** The area whose station watches each of some people, one where several do. */
export const selectStationsOf = (persons: readonly string[]) => sql<{ person_id: string; area_path: string }>`
	select distinct on (person_id) person_id, area_path from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[]) and ended_at is null
	order by person_id, leads desc, area_path`;

export const upsertRemindFrom = (households: readonly string[], hour: number | null) => sql`
	insert into reminders.household (household_id, remind_from)
	select household, ${hour}::smallint from unnest(${idArray(households)}::bigint[]) as household
	on conflict (household_id) do update set remind_from = excluded.remind_from`;

/** Makes the links that were sent until now void; the next reminder carries another. */
export const renewLinks = (households: readonly string[]) => sql`
	insert into reminders.household (household_id, link_version)
	select household, 2 from unnest(${idArray(households)}::bigint[]) as household
	on conflict (household_id) do update set link_version = reminders.household.link_version + 1`;

/** Only one at a time chooses within a part; a worker that is killed lets go of it with its connection. */
export const tryPart = (part: number) => sql<{ is_free: boolean }>`
	select pg_try_advisory_xact_lock(7306086, ${part}::integer) as is_free`;

export interface Choice {
	today: string;
	hour: number;
	/** Which slot it is by how many reports a day are due. */
	slots: readonly { reportsADay: number; slot: number }[];
	morningFrom: number;
	afternoonFrom: number;
	windowHours: number;
	from: string;
	until: string;
	limit: number;
	now: Date;
}

/**
 * Claims the households in whose window it is now, of whose people at least one is to report and has not, and who have not
 * been reminded in this half of the day: one row each, whoever else chooses at the same moment. The second half is for
 * those who report more than once a day. Tells whom to write to: the first who has yet to report.
 */
export const claimDue = (choice: Choice) => sql<{
	household_id: string;
	person_id: string;
	area_path: string;
	half: number;
	people: number;
}>`
	with watched as materialized (
		select d.household_id, d.person_id, d.area_path,
			case
				when h.remind_from is not null and ${choice.hour}::integer >= h.remind_from
					and ${choice.hour}::integer < h.remind_from + ${choice.windowHours}::integer then 1
				when h.remind_from is null and ${choice.hour}::integer >= ${choice.morningFrom}::integer
					and ${choice.hour}::integer < ${choice.morningFrom}::integer + ${choice.windowHours}::integer then 1
				when ${choice.hour}::integer >= ${choice.afternoonFrom}::integer
					and ${choice.hour}::integer < ${choice.afternoonFrom}::integer + ${choice.windowHours}::integer
					and d.reports_a_day > 1
					and (h.remind_from is null or h.remind_from + ${choice.windowHours}::integer <= ${choice.afternoonFrom}::integer)
					then 2
			end as half
		from monitoring.duty d
		join unnest(${choice.slots.map((one) => one.reportsADay)}::smallint[],
			${choice.slots.map((one) => one.slot)}::smallint[]) as s (reports_a_day, slot) on s.reports_a_day = d.reports_a_day
		left join reminders.household h on h.household_id = d.household_id
		where d.ended_at is null and d.household_id >= ${choice.from}::bigint and d.household_id <= ${choice.until}::bigint
			and d.from_on <= ${choice.today}::date and (d.until_on is null or d.until_on >= ${choice.today}::date)
			and (d.last_report_on is null or d.last_report_on < ${choice.today}::date
				or (d.last_report_on = ${choice.today}::date and d.last_slot < s.slot))
	), due as (
		select w.household_id, w.half, min(w.person_id) as person_id, count(distinct w.person_id)::integer as people,
			min(w.area_path) as area_path
		from watched w
		where w.half is not null and not exists (
			select from reminders.reminder r
			where r.household_id = w.household_id and r.day = ${choice.today}::date and r.slot = w.half
		)
		group by w.household_id, w.half
		order by w.household_id
		limit ${choice.limit}
	), claimed as (
		insert into reminders.reminder (household_id, day, slot, queued_at)
		select household_id, ${choice.today}::date, half, ${choice.now} from due
		on conflict (household_id, day, slot) do nothing
		returning household_id, slot
	)
	select due.household_id, due.person_id, due.area_path, due.half, due.people
	from due join claimed on claimed.household_id = due.household_id and claimed.slot = due.half
	order by due.household_id`;

export const selectRule = (now: Date) => sql<{
	morning_from: number;
	afternoon_from: number;
	window_hours: number;
	night_from: number;
	keep_days: number;
}>`
	select morning_from, afternoon_from, window_hours, night_from, keep_days from monitoring.rule
	where valid_from <= ${now} order by version desc limit 1`;
