import { sql } from '#platform/sql';

export interface ChangeRow {
	case_id: string;
	change_id: string;
	at: Date;
	by_id: string | null;
	authority: string | null;
	kind: string;
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	reason: string | null;
}

export const insertChange = (row: ChangeRow) => sql`
	insert into cases.case_change (case_id, change_id, at, by_id, authority, kind, before, after, reason)
	values (${row.case_id}, ${row.change_id}, ${row.at}, ${row.by_id}, ${row.authority}, ${row.kind},
		${JSON.stringify(row.before)}::jsonb, ${JSON.stringify(row.after)}::jsonb, ${row.reason})`;

/** The changes of a case, the newest first; what closed it comes after the change that did. */
export const selectChanges = (caseId: string, limit: number) => sql<ChangeRow>`
	select case_id, change_id, at, by_id, authority, kind, before, after, reason
	from cases.case_change
	where case_id = ${caseId}
	order by at desc, kind desc, change_id
	limit ${limit}`;
