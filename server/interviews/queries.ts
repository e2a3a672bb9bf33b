import { sql, sqlRows } from '#platform/sql';

export interface ModeRow {
	mode: string;
	grade: number;
	name_vi: string;
	name_en: string;
}

/** The nearest first. */
export const selectModes = (limit: number) => sql<ModeRow>`
	select mode, grade, name_vi, name_en from interviews.contact_mode order by grade, mode limit ${limit}`;

export const insertMode = (row: ModeRow) => sql`
	insert into interviews.contact_mode (mode, grade, name_vi, name_en)
	values (${row.mode}, ${row.grade}, ${row.name_vi}, ${row.name_en})
	on conflict (mode) do nothing`;

export interface ToldRow {
	case_id: string;
	told_id: string;
	contact_id: string;
	person_id: string;
	mode: string;
	met_on: string;
	words_sealed: Buffer;
	told_by: string;
	told_at: Date;
}

export const insertTold = (rows: readonly ToldRow[]) =>
	sqlRows(
		`insert into interviews.told
			(case_id, told_id, contact_id, person_id, mode, met_on, words_sealed, told_by, told_at) values`,
		['bigint', 'bigint', 'bigint', 'bigint', 'text', 'date', 'bytea', 'text', 'timestamptz'],
		rows.map((row) => [
			...[row.case_id, row.told_id, row.contact_id, row.person_id, row.mode, row.met_on, row.words_sealed],
			...[row.told_by, row.told_at],
		]),
	);

/** What was told of the contacts of a case, in the order of the ids, continuing after one. */
export const selectTold = (caseId: string, after: string, limit: number) => sql<ToldRow>`
	select case_id, told_id, contact_id, person_id, mode, met_on, words_sealed, told_by, told_at
	from interviews.told
	where case_id = ${caseId} and told_id > ${after}
	order by told_id
	limit ${limit}`;

export interface LinkRow {
	case_id: string;
	expires_at: Date;
	people: number;
}

export const insertLink = (row: {
	tokenHash: Buffer;
	caseId: string;
	createdBy: string | null;
	now: Date;
	expiresAt: Date;
}) => sql`
	insert into interviews.link (token_hash, case_id, created_by, created_at, expires_at)
	values (${row.tokenHash}, ${row.caseId}, ${row.createdBy}, ${row.now}, ${row.expiresAt})`;

export const revokeLinks = (caseId: string, now: Date) => sql`
	update interviews.link set revoked_at = ${now} where case_id = ${caseId} and revoked_at is null`;

/** A link that is still good. */
export const selectLink = (tokenHash: Buffer, now: Date) => sql<LinkRow>`
	select case_id, expires_at, people
	from interviews.link
	where token_hash = ${tokenHash} and revoked_at is null and expires_at > ${now}`;

/** Counts people told through a link; touches nothing beyond the most it takes. */
export const countTold = (tokenHash: Buffer, people: number, most: number) => sql`
	update interviews.link set people = people + ${people}
	where token_hash = ${tokenHash} and people + ${people} <= ${most}`;
