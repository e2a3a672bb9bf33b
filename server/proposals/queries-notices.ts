import { idArray, sql, sqlRows } from '#platform/sql';

export interface NoticeRow {
	proposal_id: string;
	whom: string;
	told_at: Date;
	how: string;
	noted_at: Date;
	noted_by: string | null;
	authority: string | null;
}

/** Whoever was told already was told then: the first counts. */
export const insertNotices = (rows: readonly NoticeRow[]) =>
	sqlRows(
		`insert into proposals.notice (proposal_id, whom, told_at, how, noted_at, noted_by, authority) values`,
		['bigint', 'text', 'timestamptz', 'text', 'timestamptz', 'bigint', 'text'],
		rows.map((row) => [
			...[row.proposal_id, row.whom, row.told_at, row.how, row.noted_at, row.noted_by, row.authority],
		]),
		'on conflict do nothing',
	);

export const selectNotices = (proposals: readonly string[]) => sql<NoticeRow>`
	select proposal_id, whom, told_at, how, noted_at, noted_by, authority from proposals.notice
	where proposal_id = any (${idArray(proposals)}::bigint[])
	order by proposal_id, told_at, whom
	limit 5000`;

/** Where everybody who must be told was told, when the last of them was. */
export const updateNotified = (proposals: readonly string[]) => sql`
	update proposals.proposal p set notified_at = told.last_at, next_due_at = null
	from (
		select n.proposal_id, max(n.told_at) as last_at, array_agg(n.whom) as whom from proposals.notice n
		join proposals.proposal of on of.proposal_id = n.proposal_id and n.whom = any (of.told)
		where n.proposal_id = any (${idArray(proposals)}::bigint[])
		group by n.proposal_id
	) told
	where p.proposal_id = told.proposal_id and p.outcome = 'accepted' and p.notified_at is null and p.told <@ told.whom`;
