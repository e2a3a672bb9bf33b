import { sql } from '#platform/sql';

export interface TemplateRow {
	form: string;
	version: number;
	title: string;
	body: string;
	is_sample: boolean;
	source: string;
}

/** The newest version of each form. */
export const selectTemplates = () => sql<TemplateRow>`
	select distinct on (form) form, version, title, body, is_sample, source
	from outbreaks.notice_template
	order by form, version desc
	limit 10`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertTemplate = (row: TemplateRow) => sql`
	insert into outbreaks.notice_template (form, version, title, body, is_sample, source)
	values (${row.form}, ${row.version}, ${row.title}, ${row.body}, ${row.is_sample}, ${row.source})
	on conflict do nothing`;

/** Adds the next version of a form. Two at once: one breaks the primary key. */
export const insertNextTemplate = (row: Omit<TemplateRow, 'version'>) => sql<{ version: number }>`
	insert into outbreaks.notice_template (form, version, title, body, is_sample, source)
	select ${row.form}, coalesce(max(version), 0) + 1, ${row.title}, ${row.body}, ${row.is_sample}::boolean, ${row.source}
	from outbreaks.notice_template
	where form = ${row.form}
	returning version`;

export interface NoticeRow {
	outbreak_id: string;
	form: string;
	template_version: number;
	title: string;
	body: string;
	published_by: string | null;
	published_at: Date;
}

/** What was published stays as it was published. */
export const insertNotice = (row: NoticeRow) => sql`
	insert into outbreaks.notice (outbreak_id, form, template_version, title, body, published_by, published_at)
	values (${row.outbreak_id}, ${row.form}, ${row.template_version}, ${row.title}, ${row.body}, ${row.published_by},
		${row.published_at})
	on conflict do nothing`;

export const selectNotices = (ids: readonly string[]) => sql<NoticeRow>`
	select outbreak_id, form, template_version, title, body, published_by, published_at
	from outbreaks.notice
	where outbreak_id = any (${ids}::bigint[])
	order by outbreak_id, published_at
	limit 1000`;
