import { idArray, sql, sqlRows } from '#platform/sql';

export interface Done {
	personId: string;
	id: string;
	at: Date;
	by: string | null;
	authority: string;
	note: string;
}

export const insertAttempt = (done: Done & { outcome: string }) => sql`
	insert into monitoring.contact_attempt (person_id, attempt_id, at, tried_by, authority, outcome, note)
	values (${done.personId}, ${done.id}, ${done.at}, ${done.by}, ${done.authority}, ${done.outcome}, ${done.note})`;

export const insertAttempts = (rows: readonly unknown[][]) =>
	sqlRows(
		`insert into monitoring.contact_attempt (person_id, attempt_id, at, tried_by, authority, outcome, note) values`,
		['bigint', 'bigint', 'timestamptz', 'bigint', 'text', 'text', 'text'],
		rows,
		'on conflict (person_id, attempt_id) do nothing',
	);

export const insertReview = (done: Done) => sql`
	insert into monitoring.review (person_id, review_id, at, reviewed_by, authority, note)
	values (${done.personId}, ${done.id}, ${done.at}, ${done.by}, ${done.authority}, ${done.note})`;

export const selectAttempts = (persons: readonly string[]) => sql<{
	at: Date;
	authority: string;
	outcome: string;
	note: string;
}>`
	select at, authority, outcome, note from monitoring.contact_attempt
	where person_id = any (${idArray(persons)}::bigint[])
	order by at desc, attempt_id
	limit 200`;

export const selectReviews = (persons: readonly string[]) => sql<{ at: Date; authority: string; note: string }>`
	select at, authority, note from monitoring.review
	where person_id = any (${idArray(persons)}::bigint[])
	order by at desc, review_id
	limit 200`;
