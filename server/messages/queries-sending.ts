import { idArray, sql } from '#platform/sql';

export interface ClaimedRow {
	person_id: string;
	message_id: string;
	kind: string;
	source_id: string;
	area_path: string;
	channel: string;
	attempts: number;
	expires_at: Date;
	vi: string;
	en: string;
	stopped_at: Date | null;
	wrong_number_at: Date | null;
}

/**
 * Takes some due messages of a kind into the hands of one worker, and says so where a killed worker leaves it. Others
 * take the next ones meanwhile. In the quiet hours only what may wake somebody.
 */
export const claimDue = (claim: {
	kind: string;
	onlyWaking: boolean;
	attemptId: string;
	now: Date;
	limit: number;
}) => sql<ClaimedRow>`
	with due as materialized (
		select person_id, message_id from messages.message
		where state = 'waiting' and kind = ${claim.kind} and wakes = any (${claim.onlyWaking ? [true] : [true, false]}::boolean[])
			and due_at <= ${claim.now}
			and not exists (select from messages.recall r where r.source_id = messages.message.source_id)
		limit ${claim.limit}
		for update skip locked
	), claimed as (
		update messages.message m
		set state = 'sending', attempts = m.attempts + 1, attempt_id = ${claim.attemptId}, attempted_at = ${claim.now}
		from due
		where m.person_id = due.person_id and m.message_id = due.message_id
		returning m.person_id, m.message_id, m.kind, m.source_id, m.area_path, m.channel, m.attempts, m.expires_at, m.wording
	)
	select c.person_id, c.message_id, c.kind, c.source_id, c.area_path, c.channel, c.attempts, c.expires_at, w.vi, w.en,
		r.stopped_at, r.wrong_number_at
	from claimed c
	join messages.wording w on w.wording = c.wording
	left join messages.refusal r on r.person_id = c.person_id`;

/** Says which way a worker tries some of the messages in its hands, before it does: by that, a killed one is judged. */
export const setChannel = (tried: {
	attemptId: string;
	persons: readonly string[];
	messages: readonly string[];
	channel: string;
}) => sql`
	update messages.message m set channel = ${tried.channel}
	from unnest(${idArray(tried.persons)}::bigint[], ${idArray(tried.messages)}::bigint[]) as t (person_id, message_id)
	where m.person_id = t.person_id and m.message_id = t.message_id and m.attempt_id = ${tried.attemptId}
		and m.state = 'sending'`;

/** Takes what a worker had in its hands longer ago than it could have taken: it was killed. */
export const claimAbandoned = (claim: { before: Date; attemptId: string; now: Date; limit: number }) => sql<ClaimedRow>`
	with abandoned as materialized (
		select person_id, message_id from messages.message
		where state = 'sending' and attempted_at < ${claim.before}
		limit ${claim.limit}
		for update skip locked
	), claimed as (
		update messages.message m
		set attempt_id = ${claim.attemptId}, attempted_at = ${claim.now}
		from abandoned a
		where m.person_id = a.person_id and m.message_id = a.message_id
		returning m.person_id, m.message_id, m.kind, m.source_id, m.area_path, m.channel, m.attempts, m.expires_at, m.wording
	)
	select c.person_id, c.message_id, c.kind, c.source_id, c.area_path, c.channel, c.attempts, c.expires_at, w.vi, w.en,
		r.stopped_at, r.wrong_number_at
	from claimed c
	join messages.wording w on w.wording = c.wording
	left join messages.refusal r on r.person_id = c.person_id`;

export interface SettledRow {
	person_id: string;
	message_id: string;
	state: string;
}

/**
 * Writes down what became of some messages of one attempt, the same of all, and tells it. What was recalled meanwhile is
 * not tried again.
 */
export const settle = (settled: {
	attemptId: string;
	persons: readonly string[];
	messages: readonly string[];
	state: string;
	dueAt: Date | null;
	reason: string | null;
	now: Date;
}) => sql<SettledRow>`
	update messages.message m
	set state = case when ${settled.state}::text in ('waiting', 'to-call')
				and exists (select from messages.recall r where r.source_id = m.source_id)
			then 'recalled' else ${settled.state}::text end,
		due_at = coalesce(${settled.dueAt}, m.due_at), reason = ${settled.reason}, settled_at = ${settled.now}
	from unnest(${idArray(settled.persons)}::bigint[], ${idArray(settled.messages)}::bigint[]) as s (person_id, message_id)
	where m.person_id = s.person_id and m.message_id = s.message_id and m.attempt_id = ${settled.attemptId}
		and m.state = 'sending'
	returning m.person_id, m.message_id, m.state`;

export const insertWrongNumbers = (persons: readonly string[], now: Date) => sql`
	insert into messages.refusal (person_id, wrong_number_at)
	select person_id, ${now}::timestamptz from unnest(${persons}::bigint[]) as wrong (person_id)
	on conflict (person_id) do update set wrong_number_at = excluded.wrong_number_at`;
