import { sql } from '#platform/sql';

export interface CardRow {
	card_id: string;
	place_id: string;
	person_id: string;
	group_name: string;
	issued_at: Date;
	expires_at: Date;
	printed_at: Date | null;
	revoked_at: Date | null;
}

/** One sheet after another: the same list sent twice at once adds nobody twice. */
export const lockPlace = (placeId: string) => sql`select pg_advisory_xact_lock(${placeId}::bigint)`;

export const insertCards = `insert into cards.card
	(card_id, place_id, person_id, group_name, issued_at, expires_at) values`;
export const cardTypes = ['bigint', 'bigint', 'bigint', 'text', 'timestamptz', 'timestamptz'];

export const insertMemberKeys = 'insert into cards.member_key (place_id, hash, person_id) values';
export const memberKeyTypes = ['bigint', 'bytea', 'bigint'];

export const selectMemberKeys = (placeId: string, hashes: readonly Buffer[]) => sql<{
	hash: Buffer;
	person_id: string;
}>`
	select hash, person_id
	from cards.member_key
	where place_id = ${placeId} and hash = any (${hashes}::bytea[])`;

/** The cards of a place that hold at a moment. */
export const selectGoodCards = (placeId: string, now: Date, limit: number) => sql<CardRow>`
	select card_id, place_id, person_id, group_name, issued_at, expires_at, printed_at, revoked_at
	from cards.card
	where place_id = ${placeId} and revoked_at is null and expires_at > ${now}
	order by group_name, card_id
	limit ${limit}`;

/** Some of them, by group or as named, in the order of groups, continuing behind a card. */
export const selectCards = (asked: {
	placeId: string;
	now: Date;
	group: string | null;
	cards: readonly string[] | null;
	notPrintedOnly: boolean;
	after: { group: string; card: string };
	limit: number;
}) => sql<CardRow>`
	select card_id, place_id, person_id, group_name, issued_at, expires_at, printed_at, revoked_at
	from cards.card
	where place_id = ${asked.placeId} and revoked_at is null and expires_at > ${asked.now}
		and (${asked.group}::text is null or group_name = ${asked.group})
		and (${asked.cards}::bigint[] is null or card_id = any (${asked.cards}::bigint[]))
		and (not ${asked.notPrintedOnly} or printed_at is null)
		and (group_name, card_id) > (${asked.after.group}, ${asked.after.card})
	order by group_name, card_id
	limit ${asked.limit}`;

export const selectGroups = (placeId: string, now: Date) => sql<{ group_name: string; cards: number }>`
	select group_name, count(*)::integer as cards
	from cards.card
	where place_id = ${placeId} and revoked_at is null and expires_at > ${now}
	group by group_name
	order by group_name
	limit 500`;

export const selectCard = (cardId: string) => sql<CardRow>`
	select card_id, place_id, person_id, group_name, issued_at, expires_at, printed_at, revoked_at
	from cards.card
	where card_id = ${cardId}`;

export const selectCardsOf = (persons: readonly string[], now: Date) => sql<CardRow>`
	select card_id, place_id, person_id, group_name, issued_at, expires_at, printed_at, revoked_at
	from cards.card
	where person_id = any (${persons}::bigint[]) and revoked_at is null and expires_at > ${now}
	order by issued_at desc, card_id
	limit 500`;

export const markPrinted = (cards: readonly string[], now: Date) => sql`
	update cards.card
	set printed_at = ${now}
	where card_id = any (${cards}::bigint[])`;

export const updateGroup = (cardId: string, group: string) => sql`
	update cards.card
	set group_name = ${group}
	where card_id = ${cardId}`;

export const revokeCardRow = (cardId: string, now: Date) => sql`
	update cards.card
	set revoked_at = ${now}
	where card_id = ${cardId} and revoked_at is null`;

export const revokeCardsOf = (personId: string, now: Date) => sql`
	update cards.card
	set revoked_at = ${now}
	where person_id = ${personId} and revoked_at is null`;

export const insertRevocation = (row: { personId: string; revokedAt: Date; cardId: string }) => sql`
	insert into cards.revocation (person_id, revoked_at, card_id)
	values (${row.personId}, ${row.revokedAt}, ${row.cardId})
	on conflict do nothing`;

export const selectRevocations = (since: Date, limit: number) => sql<{
	person_id: string;
	revoked_at: Date;
	card_id: string;
}>`
	select person_id, revoked_at, card_id
	from cards.revocation
	where revoked_at >= ${since}
	order by revoked_at desc, person_id, card_id
	limit ${limit}`;

/** What no code could be as old as any more. */
export const deleteOldRevocations = (before: Date) => sql`delete from cards.revocation where revoked_at < ${before}`;

/** Cards nobody can use any more. */
export const deleteOldCards = (before: Date) => sql`delete from cards.card where expires_at < ${before}`;
