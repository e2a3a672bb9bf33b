import { sql } from '#platform/sql';

export interface LastSentRow {
	person_id: string;
	message_id: string;
	kind: string;
	source_id: string;
	area_path: string;
	vi: string;
	en: string;
}

/** What was sent last to some people by text message, which is what an answer answers. */
export const selectLastSent = (persons: readonly string[]) => sql<LastSentRow>`
	select m.person_id, m.message_id, m.kind, m.source_id, m.area_path, w.vi, w.en
	from messages.message m
	join messages.wording w on w.wording = m.wording
	where m.person_id = any (${persons}::bigint[]) and m.channel = 'sms' and m.state in ('sent', 'unsure')
	order by m.settled_at desc, m.message_id
	limit 1`;

export interface ReplyRow {
	reply_id: string;
	person_id: string;
	sort: string;
	message_id: string | null;
	kind: string | null;
	source_id: string | null;
	text_sealed: Buffer;
	received_at: Date;
	handled_at: Date | null;
}

/** A gateway that tells of an answer twice tells of one answer. */
export const insertReply = (row: ReplyRow) => sql`
	insert into messages.reply
		(reply_id, person_id, sort, message_id, kind, source_id, text_sealed, received_at, handled_at)
	values (${row.reply_id}, ${row.person_id}, ${row.sort}, ${row.message_id}, ${row.kind}, ${row.source_id},
		${row.text_sealed}, ${row.received_at}, ${row.handled_at})
	on conflict (reply_id) do nothing`;

export const upsertStop = (persons: readonly string[], stoppedAt: Date | null) => sql`
	insert into messages.refusal (person_id, stopped_at)
	select person_id, ${stoppedAt}::timestamptz from unnest(${persons}::bigint[]) as said (person_id)
	on conflict (person_id) do update
	set stopped_at = excluded.stopped_at,
		wrong_number_at = case when excluded.stopped_at is null then null else messages.refusal.wrong_number_at end`;

/** Answers nobody has handled, the oldest first; two who ask at once get different ones. */
export const claimReplies = (kind: string, limit: number) => sql<ReplyRow>`
	select reply_id, person_id, sort, message_id, kind, source_id, text_sealed, received_at, handled_at
	from messages.reply
	where kind = ${kind} and handled_at is null
	order by received_at, reply_id
	limit ${limit}
	for update skip locked`;

export const handleReplies = (replies: readonly string[], now: Date) => sql`
	update messages.reply set handled_at = ${now} where reply_id = any (${replies}::bigint[]) and handled_at is null`;

export const deleteReplies = (before: Date) => sql`delete from messages.reply where received_at < ${before}`;

export const deleteMessages = (before: Date, limit: number) => sql`
	delete from messages.message m
	using (select person_id, message_id from messages.message where expires_at < ${before} limit ${limit}) old
	where m.person_id = old.person_id and m.message_id = old.message_id`;
