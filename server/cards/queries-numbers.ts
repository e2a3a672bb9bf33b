import { sql } from '#platform/sql';

export const selectNumbers = (persons: readonly string[]) => sql<{ person_id: string; number_sealed: Buffer }>`
	select person_id, number_sealed
	from cards.personal_number
	where person_id = any (${persons}::bigint[]) and ended_at is null`;

export const insertNumbers =
	'insert into cards.personal_number (number_hash, person_id, number_sealed, given_at) values';
export const numberTypes = ['bytea', 'bigint', 'bytea', 'timestamptz'];

export const endNumber = (personId: string, now: Date) => sql`
	update cards.personal_number
	set ended_at = ${now}
	where person_id = ${personId} and ended_at is null`;

export const selectNumber = (hash: Buffer) => sql<{ person_id: string; ended_at: Date | null }>`
	select person_id, ended_at
	from cards.personal_number
	where number_hash = ${hash}`;

export const deleteEndedNumbers = (before: Date) => sql`
	delete from cards.personal_number
	where ended_at < ${before}`;
