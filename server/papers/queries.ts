import { sql } from '#platform/sql';

export interface TemplateRow {
	form: string;
	version: number;
	title: string;
	body: string;
	is_confirmed: boolean;
	source: string;
}

/** The newest version of each form. */
export const selectTemplates = () => sql<TemplateRow>`
	select distinct on (form) form, version, title, body, is_confirmed, source
	from papers.template
	order by form, version desc
	limit 50`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertTemplate = (row: TemplateRow) => sql`
	insert into papers.template (form, version, title, body, is_confirmed, source)
	values (${row.form}, ${row.version}, ${row.title}, ${row.body}, ${row.is_confirmed}, ${row.source})
	on conflict do nothing`;

/** Adds the next version of a form. Two at once: one breaks the primary key. */
export const insertNextTemplate = (row: Omit<TemplateRow, 'version'>) => sql<{ version: number }>`
	insert into papers.template (form, version, title, body, is_confirmed, source)
	select ${row.form}, coalesce(max(version), 0) + 1, ${row.title}, ${row.body}, ${row.is_confirmed}::boolean,
		${row.source}
	from papers.template
	where form = ${row.form}
	returning version`;

/** An order as its papers tell it, with the reason it was proposed for. */
export interface PaperOrderRow {
	person_id: string;
	order_id: string;
	area_path: string;
	kind: string;
	disease: string;
	decided_by: string;
	decision_number: string;
	contact: string | null;
	from_on: string;
	until_on: string;
	issued_at: Date;
	is_hold: boolean;
	reason: string | null;
	authority: string | null;
}

export const selectOrder = (orderId: string) => sql<PaperOrderRow>`
	select o.person_id, o.order_id, o.area_path, o.kind, o.disease, o.decided_by, o.decision_number, o.contact, o.from_on,
		o.until_on, o.issued_at, o.is_hold, p.reason, p.authority
	from isolation.isolation_order o
	left join proposals.proposal p on p.proposal_id = o.proposal_id
	where o.order_id = ${orderId}`;

export interface StepRow {
	kind: string;
	at: Date;
	authority: string | null;
	decided_by: string | null;
	decision_number: string | null;
	reason: string | null;
	before: string | null;
	after: string | null;
}

/** How an order was given, extended and transferred, the first step first. */
export const selectSteps = (personId: string, orderId: string) => sql<StepRow>`
	select kind, at, authority, decided_by, decision_number, reason, before, after
	from isolation.order_step
	where person_id = ${personId} and order_id = ${orderId} and kind in ('issued', 'extended', 'transferred')
	order by at, step_id
	limit 200`;
