import { sql, sqlRows } from '#platform/sql';

interface EdgeRow {
	infectee_id: string;
	infector_id: string;
}

/** Every link above some cases: of who infected them, of who infected those, and so on. */
export const selectAbove = (caseIds: readonly string[]) => sql<EdgeRow>`
	with recursive above (case_id) as (
		select unnest(${caseIds}::bigint[])
		union
		select l.infector_id from above a join chains.link l on l.infectee_id = a.case_id
	)
	select l.infectee_id, l.infector_id
	from above a join chains.link l on l.infectee_id = a.case_id
	order by l.infectee_id, l.infector_id
	limit 5000000`;

export const selectConfirmedOf = (caseIds: readonly string[]) => sql<EdgeRow>`
	select infectee_id, infector_id from chains.link
	where infectee_id = any (${caseIds}::bigint[]) and kind = 'confirmed'
	order by infectee_id
	limit 5000`;

export const insertLinks = (rows: readonly unknown[][]) =>
	sqlRows<EdgeRow>(
		`insert into chains.link
			(infectee_id, infector_id, disease, kind, contact_on, relation, setting, set_by, set_at) values`,
		['bigint', 'bigint', 'text', 'text', 'date', 'text', 'text', 'bigint', 'timestamptz'],
		rows,
		'on conflict do nothing returning infectee_id, infector_id',
	);
