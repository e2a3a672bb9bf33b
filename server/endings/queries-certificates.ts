import { idArray, sql, sqlRows } from '#platform/sql';

export interface CertificateRow {
	person_id: string;
	order_id: string;
	certificate_id: string;
	completed_on: string;
	issued_at: Date;
	decided_by: string;
	decision_number: string;
	authority: string | null;
}

export const insertCertificates = (rows: readonly CertificateRow[]) =>
	sqlRows(
		`insert into endings.certificate (person_id, order_id, certificate_id, completed_on, issued_at, decided_by,
			decision_number, authority) values`,
		['bigint', 'bigint', 'bigint', 'date', 'timestamptz', 'text', 'text', 'text'],
		rows.map((row) => [
			...[row.person_id, row.order_id, row.certificate_id, row.completed_on, row.issued_at, row.decided_by],
			...[row.decision_number, row.authority],
		]),
		'on conflict do nothing',
	);

export const selectPersonOfOrder = (orderId: string) => sql<{ person_id: string; area_path: string }>`
	select person_id, area_path from isolation.isolation_order where order_id = ${orderId}`;

export interface CompletedRow extends CertificateRow {
	area_path: string;
	kind: string;
	disease: string;
	from_on: string;
}

/** A certificate with the order it is for. */
export const selectCertificate = (personId: string, orderId: string) => sql<CompletedRow>`
	select c.person_id, c.order_id, c.certificate_id, c.completed_on, c.issued_at, c.decided_by, c.decision_number,
		c.authority, o.area_path, o.kind, o.disease, o.from_on
	from endings.certificate c
	join isolation.isolation_order o on o.person_id = c.person_id and o.order_id = c.order_id
	where c.person_id = ${personId} and c.order_id = ${orderId}`;

/** The certificates of some people, the newest first. */
export const selectCertificatesOf = (persons: readonly string[], limit: number) => sql<CompletedRow>`
	select c.person_id, c.order_id, c.certificate_id, c.completed_on, c.issued_at, c.decided_by, c.decision_number,
		c.authority, o.area_path, o.kind, o.disease, o.from_on
	from endings.certificate c
	join isolation.isolation_order o on o.person_id = c.person_id and o.order_id = c.order_id
	where c.person_id = any (${idArray(persons)}::bigint[])
	order by c.issued_at desc, c.order_id
	limit ${limit}`;

export interface TemplateRow {
	version: number;
	title: string;
	body: string;
	is_sample: boolean;
	source: string;
}

export const selectTemplate = () => sql<TemplateRow>`
	select version, title, body, is_sample, source from endings.template order by version desc limit 1`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertTemplate = (row: TemplateRow) => sql`
	insert into endings.template (version, title, body, is_sample, source)
	values (${row.version}, ${row.title}, ${row.body}, ${row.is_sample}, ${row.source})
	on conflict do nothing`;

/** Adds the next version. Two at once: one breaks the primary key. */
export const insertNextTemplate = (row: Omit<TemplateRow, 'version'>) => sql<{ version: number }>`
	insert into endings.template (version, title, body, is_sample, source)
	select coalesce(max(version), 0) + 1, ${row.title}, ${row.body}, ${row.is_sample}::boolean, ${row.source}
	from endings.template
	returning version`;
