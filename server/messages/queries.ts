import { sql } from '#platform/sql';

export const insertWordings = 'insert into messages.wording (wording, vi, en) values';
export const wordingTypes = ['bytea', 'text', 'text'];

export const insertMessages = `insert into messages.message
	(person_id, message_id, kind, source_id, area_path, wording, channel, wakes, queued_at, due_at, expires_at, state) values`;
export const messageTypes = [
	...['bigint', 'bigint', 'text', 'bigint', 'text', 'bytea', 'text', 'boolean'],
	...['timestamptz', 'timestamptz', 'timestamptz', 'text'],
];

export const onceEach = 'on conflict do nothing';

export const insertRecall = (sourceId: string, now: Date) => sql`
	insert into messages.recall (source_id, recalled_at) values (${sourceId}, ${now}) on conflict do nothing`;

/** Some of what was not told, by call neither; what a worker has in its hands is not stopped by this. */
export const recallWaiting = (sourceId: string, now: Date, limit: number) => sql`
	update messages.message m
	set state = 'recalled', settled_at = ${now}
	from (
		select person_id, message_id from messages.message
		where source_id = ${sourceId} and state in ('waiting', 'failed', 'to-call') and read_at is null
			and not exists (
				select from calls.call c where c.person_id = messages.message.person_id and c.source_id = ${sourceId}
					and c.outcome in ('told', 'visited')
			)
		limit ${limit}
		for update
	) unsent
	where m.person_id = unsent.person_id and m.message_id = unsent.message_id`;

/** Whom messages of a source or calls in their place reached, or may have: in the order of the ids, continuing after one. */
export const selectReached = (sourceId: string, after: string, limit: number) => sql<{ person_id: string }>`
	select distinct person_id from messages.message
	where source_id = ${sourceId} and person_id > ${after}
		and (state in ('sent', 'unsure') or read_at is not null or exists (
			select from calls.call c where c.person_id = messages.message.person_id and c.source_id = ${sourceId}
				and c.outcome in ('told', 'visited')
		))
	order by person_id
	limit ${limit}`;

export const countByState = (sourceId: string) => sql<{ state: string; people: number }>`
	select state, count(*)::integer as people from messages.message where source_id = ${sourceId}
	group by state order by state limit 20`;

export interface OwnMessageRow {
	person_id: string;
	message_id: string;
	kind: string;
	vi: string;
	en: string;
	settled_at: Date;
	read_at: Date | null;
	is_recalled: boolean;
}

/**
 * What some people were told, the newest first, continuing before (settled_at, message_id). A person gets a few hundred
 * messages in all.
 */
export const selectOwn = (
	persons: readonly string[],
	before: { at: Date; id: string },
	limit: number,
) => sql<OwnMessageRow>`
	select m.person_id, m.message_id, m.kind, w.vi, w.en, m.settled_at, m.read_at,
		exists (select from messages.recall r where r.source_id = m.source_id) as is_recalled
	from messages.message m
	join messages.wording w on w.wording = m.wording
	where m.person_id = any (${persons}::bigint[]) and m.state in ('sent', 'unsure', 'failed', 'to-call', 'blocked')
		and (m.settled_at, m.message_id) < (${before.at}, ${before.id}::bigint)
	order by m.settled_at desc, m.message_id desc
	limit ${limit}`;

/** Counts no further than `limit`. */
export const countUnread = (persons: readonly string[], limit: number) => sql<{ unread: number }>`
	select count(*)::integer as unread from (
		select 1 from messages.message
		where person_id = any (${persons}::bigint[]) and read_at is null
			and state in ('sent', 'unsure', 'failed', 'to-call', 'blocked')
		limit ${limit}
	) waiting`;

export const markRead = (persons: readonly string[], until: Date, now: Date) => sql`
	update messages.message set read_at = ${now}
	where person_id = any (${persons}::bigint[]) and read_at is null and settled_at <= ${until}
		and state in ('sent', 'unsure', 'failed', 'to-call', 'blocked')`;
