import { sql, sqlRows } from '#platform/sql';

/** How a contact stands before a review, and what its follow-up is made from. */
export interface StandingRow {
	contact_id: string;
	person_id: string;
	state: string;
	last_exposed_at: Date;
	reviewed_at: Date | null;
	reviewed_by: string | null;
	review_note: string | null;
	review_id: string | null;
}

/** Some contacts of a case, held until the transaction ends, in an order in which two reviews do not wait for each other. */
export const lockContacts = (caseId: string, contacts: readonly string[]) => sql<StandingRow>`
	select contact_id, person_id, state, last_exposed_at, reviewed_at, reviewed_by, review_note, review_id
	from contacts.contact
	where case_id = ${caseId} and contact_id = any (${contacts}::bigint[])
	order by contact_id
	for update`;

export interface ReviewRow {
	review_id: string;
	case_id: string;
	state: string;
	note: string | null;
	reviewed_by: string;
	reviewed_at: Date;
}

export const insertReview = (row: ReviewRow) => sql`
	insert into contacts.review (review_id, case_id, state, note, reviewed_by, reviewed_at)
	values (${row.review_id}, ${row.case_id}, ${row.state}, ${row.note}, ${row.reviewed_by}, ${row.reviewed_at})`;

export const insertReviewed = (reviewId: string, rows: readonly StandingRow[]) =>
	sqlRows(
		`insert into contacts.reviewed
			(review_id, contact_id, state_before, review_id_before, reviewed_at_before, reviewed_by_before, note_before) values`,
		['bigint', 'bigint', 'text', 'bigint', 'timestamptz', 'bigint', 'text'],
		rows.map((row) => [
			...[reviewId, row.contact_id, row.state, row.review_id, row.reviewed_at, row.reviewed_by, row.review_note],
		]),
	);

/** A review without a note keeps the one that is there. */
export const updateStates = (row: ReviewRow, contacts: readonly string[]) => sql`
	update contacts.contact
	set state = ${row.state}, reviewed_at = ${row.reviewed_at}, reviewed_by = ${row.reviewed_by},
		review_note = coalesce(${row.note}, review_note), review_id = ${row.review_id}
	where case_id = ${row.case_id} and contact_id = any (${contacts}::bigint[])`;

/** The officer's newest review of a case that was not undone. */
export const selectNewestReview = (caseId: string, reviewedBy: string) => sql<{ review_id: string }>`
	select review_id
	from contacts.review
	where case_id = ${caseId} and reviewed_by = ${reviewedBy} and undone_at is null
	order by reviewed_at desc
	limit 1`;

export const markUndone = (reviewId: string, now: Date) => sql`
	update contacts.review set undone_at = ${now} where review_id = ${reviewId} and undone_at is null`;

export const selectReviewed = (reviewId: string, limit: number) => sql<{ contact_id: string }>`
	select contact_id from contacts.reviewed where review_id = ${reviewId} order by contact_id limit ${limit}`;

/** Puts those back that nobody decided about since. */
export const restoreStates = (caseId: string, reviewId: string) => sql<{
	contact_id: string;
	person_id: string;
	state: string;
	last_exposed_at: Date;
}>`
	update contacts.contact c
	set state = r.state_before, reviewed_at = r.reviewed_at_before, reviewed_by = r.reviewed_by_before,
		review_note = r.note_before, review_id = r.review_id_before
	from contacts.reviewed r
	where r.review_id = ${reviewId} and c.case_id = ${caseId} and c.contact_id = r.contact_id and c.review_id = r.review_id
	returning c.contact_id, c.person_id, c.state, c.last_exposed_at`;
