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
		`insert into certificates.certificate (person_id, order_id, certificate_id, completed_on, issued_at, decided_by,
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

/** A certificate that stands, with the order it is for. */
export const selectCertificate = (personId: string, orderId: string) => sql<CompletedRow>`
	select c.person_id, c.order_id, c.certificate_id, c.completed_on, c.issued_at, c.decided_by, c.decision_number,
		c.authority, o.area_path, o.kind, o.disease, o.from_on
	from certificates.certificate c
	join isolation.isolation_order o on o.person_id = c.person_id and o.order_id = c.order_id
	where c.person_id = ${personId} and c.order_id = ${orderId} and c.revoked_at is null`;

/** The certificates of some people that stand, the newest first. */
export const selectCertificatesOf = (persons: readonly string[], limit: number) => sql<CompletedRow>`
	select c.person_id, c.order_id, c.certificate_id, c.completed_on, c.issued_at, c.decided_by, c.decision_number,
		c.authority, o.area_path, o.kind, o.disease, o.from_on
	from certificates.certificate c
	join isolation.isolation_order o on o.person_id = c.person_id and o.order_id = c.order_id
	where c.person_id = any (${idArray(persons)}::bigint[]) and c.revoked_at is null
	order by c.issued_at desc, c.order_id
	limit ${limit}`;

export const selectCertificateState = (personId: string, orderId: string) => sql<{
	certificate_id: string;
	issued_at: Date;
	revoked_at: Date | null;
	revoked_reason: string | null;
}>`
	select certificate_id, issued_at, revoked_at, revoked_reason
	from certificates.certificate
	where person_id = ${personId} and order_id = ${orderId}`;

export const updateRevoked = (one: {
	personId: string;
	orderId: string;
	by: string | null;
	reason: string;
	now: Date;
}) => sql`
	update certificates.certificate
	set revoked_at = ${one.now}, revoked_by = ${one.by}, revoked_reason = ${one.reason}
	where person_id = ${one.personId} and order_id = ${one.orderId} and revoked_at is null`;

/** Whether the certificate with a number was taken back. */
export const selectRevoked = (certificateId: string) => sql<{ certificate_id: string }>`
	select certificate_id from certificates.certificate where certificate_id = ${certificateId} and revoked_at is not null`;

export interface TemplateRow {
	version: number;
	title: string;
	body: string;
	is_sample: boolean;
	source: string;
	valid_days: number | null;
}

export const selectTemplate = () => sql<TemplateRow>`
	select version, title, body, is_sample, source, valid_days from certificates.template order by version desc limit 1`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertTemplate = (row: TemplateRow) => sql`
	insert into certificates.template (version, title, body, is_sample, source, valid_days)
	values (${row.version}, ${row.title}, ${row.body}, ${row.is_sample}, ${row.source}, ${row.valid_days})
	on conflict do nothing`;

/** Adds the next version. Two at once: one breaks the primary key. */
export const insertNextTemplate = (row: Omit<TemplateRow, 'version'>) => sql<{ version: number }>`
	insert into certificates.template (version, title, body, is_sample, source, valid_days)
	select coalesce(max(version), 0) + 1, ${row.title}, ${row.body}, ${row.is_sample}::boolean, ${row.source},
		${row.valid_days}::integer
	from certificates.template
	returning version`;
