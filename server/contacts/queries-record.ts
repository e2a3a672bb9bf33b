import type { RuledCaseRow } from '#cases';
import { idArray, sql, sqlRows } from '#platform/sql';

/** A contact as the search found it. */
export interface FoundRow {
	contactId: string;
	personId: string;
	level: number;
	throughId: string | null;
	firstExposedAt: Date;
	lastExposedAt: Date;
	minutes: number;
}

const foundTypes = [
	...['bigint', 'bigint', 'bigint', 'smallint', 'bigint', 'text', 'text', 'integer', 'timestamptz', 'timestamptz'],
	...['integer', 'text', 'timestamptz', 'timestamptz'],
];

/**
 * Adds people the search found. Who is there keeps what was decided about them, and what a person told of them; only what
 * visits show is written anew. A nearer level wins: who met the case itself is no contact of a contact.
 */
export const upsertFound = (row: RuledCaseRow, found: readonly FoundRow[], now: Date) =>
	sqlRows<{ person_id: string; contact_id: string; is_new: boolean }>(
		`insert into contacts.contact (contact_id, case_id, person_id, level, through_id, origin, rule, rule_version,
			first_exposed_at, last_exposed_at, minutes, state, found_at, recorded_at) values`,
		foundTypes,
		found.map((one) => [
			...[one.contactId, row.case_id, one.personId, one.level, one.throughId, 'visit', row.rule, row.rule_version],
			...[one.firstExposedAt, one.lastExposedAt, one.minutes, 'found', now, now],
		]),
		`on conflict on constraint contact_once do update set
			level = excluded.level, through_id = excluded.through_id, rule = excluded.rule,
			rule_version = excluded.rule_version, minutes = excluded.minutes, recorded_at = excluded.recorded_at,
			first_exposed_at = least(case when contact.origin <> 'visit' then contact.first_exposed_at end,
				excluded.first_exposed_at),
			last_exposed_at = greatest(case when contact.origin <> 'visit' then contact.last_exposed_at end,
				excluded.last_exposed_at)
		where excluded.level <= contact.level
		returning person_id, contact_id, xmax = 0 as is_new`,
	);

/** Who of some people is a contact of a case, and whether a tracer decided about them. */
export const selectListed = (caseId: string, persons: readonly string[]) => sql<{
	person_id: string;
	is_decided: boolean;
}>`
	select person_id, reviewed_at is not null as is_decided from contacts.contact
	where case_id = ${caseId} and person_id = any (${idArray(persons)}::bigint[])
	order by person_id
	limit 200000`;

/** Adds somebody a person told of; who is there is a contact of level 1 from now on, with the times of both. */
export const upsertTold = (told: {
	contactId: string;
	caseId: string;
	personId: string;
	from: Date;
	until: Date;
	now: Date;
}) => sql<{ contact_id: string }>`
	insert into contacts.contact
		(contact_id, case_id, person_id, level, origin, first_exposed_at, last_exposed_at, state, found_at)
	values (${told.contactId}, ${told.caseId}, ${told.personId}, 1, 'interview', ${told.from}, ${told.until}, 'found',
		${told.now})
	on conflict on constraint contact_once do update set
		level = 1, through_id = null, origin = 'interview',
		first_exposed_at = least(contact.first_exposed_at, excluded.first_exposed_at),
		last_exposed_at = greatest(contact.last_exposed_at, excluded.last_exposed_at)
	returning contact_id`;

/**
 * Adds people another system says met a case; who is there is a contact of level 1 from now on, with the times of both, and
 * keeps how they came and what was decided.
 */
export const upsertImported = (rows: readonly unknown[][]) =>
	sqlRows<{ contact_id: string; is_new: boolean }>(
		`insert into contacts.contact
			(contact_id, case_id, person_id, level, origin, first_exposed_at, last_exposed_at, state, found_at) values`,
		['bigint', 'bigint', 'bigint', 'smallint', 'text', 'timestamptz', 'timestamptz', 'text', 'timestamptz'],
		rows,
		`on conflict on constraint contact_once do update set
			level = 1, through_id = null,
			first_exposed_at = least(contact.first_exposed_at, excluded.first_exposed_at),
			last_exposed_at = greatest(contact.last_exposed_at, excluded.last_exposed_at)
		returning contact_id, xmax = 0 as is_new`,
	);

/** Who was found before by visits alone, is not any more, and nobody decided about. */
export const deleteNotFound = (caseId: string, level: number, now: Date) => sql`
	delete from contacts.contact
	where case_id = ${caseId} and level = ${level} and origin = 'visit' and state = 'found' and reviewed_at is null
		and recorded_at < ${now}`;

export const deleteSharedPlaces = (caseId: string) => sql`
	delete from contacts.shared_place where case_id = ${caseId}`;

export const insertSharedPlaces = (rows: readonly unknown[][]) =>
	sqlRows(
		'insert into contacts.shared_place (case_id, place_id, contact_id, minutes) values',
		['bigint', 'bigint', 'bigint', 'integer'],
		rows,
	);

export const upsertRecording = (row: RuledCaseRow, outcome: string, found: number, now: Date) => sql`
	insert into contacts.recording
		(case_id, onset_on, sampled_on, isolated_at, rule, rule_version, outcome, found, recorded_at)
	values (${row.case_id}, ${row.onset_on}, ${row.sampled_on}, ${row.isolated_at}, ${row.rule}, ${row.rule_version},
		${outcome}, ${found}, ${now})
	on conflict (case_id) do update set
		onset_on = excluded.onset_on, sampled_on = excluded.sampled_on, isolated_at = excluded.isolated_at,
		rule = excluded.rule, rule_version = excluded.rule_version, outcome = excluded.outcome, found = excluded.found,
		recorded_at = excluded.recorded_at`;

/**
 * Open cases whose contacts are to be recorded: never recorded, with other dates or another rule than then, or recorded
 * before `staleBefore` while the case may go on meeting people or still had no grounds. The longest waiting first, and of
 * those that never were the newest illness: old cases from a file do not stand before it.
 */
export const selectCasesToRecord = (staleBefore: Date, limit: number) => sql<{ case_id: string }>`
	select c.case_id
	from cases.case c
	left join contacts.recording r on r.case_id = c.case_id
	where c.closed_at is null and (c.onset_on is not null or c.sampled_on is not null) and (
		r.case_id is null
		or (r.onset_on, r.sampled_on, r.isolated_at, r.rule, r.rule_version)
			is distinct from (c.onset_on, c.sampled_on, c.isolated_at, c.rule, c.rule_version)
		or (r.recorded_at < ${staleBefore} and (r.outcome <> 'done' or c.isolated_at is null or c.isolated_at > r.recorded_at))
	)
	order by r.recorded_at nulls first, c.onset_order desc, c.case_id
	limit ${limit}`;

/** Whom to search for the next level: contacts of one level nobody ruled out, and from when nobody could meet them any more. */
export const selectToExpand = (caseId: string, level: number, limit: number) => sql<{
	contact_id: string;
	person_id: string;
	first_exposed_at: Date | null;
	last_exposed_at: Date;
	isolated_at: Date | null;
}>`
	with chosen as materialized (
		select contact_id, person_id, first_exposed_at, last_exposed_at
		from contacts.contact
		where case_id = ${caseId} and level = ${level} and state in ('found', 'confirmed')
		order by contact_id
		limit ${limit}
	), known_as as (
		select contact_id, person_id as id from chosen
		union all
		select c.contact_id, other.other_id from chosen c join identity.other_id other on other.person_id = c.person_id
	), isolated as (
		select c.contact_id, min(o.holds_from) as at
		from chosen c
		join known_as a on a.contact_id = c.contact_id
		join isolation.isolation_order o on o.person_id = a.id and o.holds_until > o.holds_from
			and o.holds_until > coalesce(c.first_exposed_at, c.last_exposed_at)
		group by c.contact_id
	)
	select c.contact_id, c.person_id, c.first_exposed_at, c.last_exposed_at, i.at as isolated_at
	from chosen c
	left join isolated i on i.contact_id = c.contact_id
	order by c.contact_id
	limit ${limit}`;
