import { sql } from '#platform/sql';
import type { Questionnaire } from '#shared/form/questionnaire';

export interface CurrentFormRow {
	url: string;
	version: string;
	settings: unknown;
}

/** Adds a version unless it is there: what was published is never changed. */
export const insertQuestionnaire = (body: Questionnaire, publishedAt: Date) => sql`
	insert into forms.questionnaire (url, version, body, published_at)
	values (${body.url}, ${body.version}, ${JSON.stringify(body)}::jsonb, ${publishedAt})
	on conflict (url, version) do nothing`;

export const selectQuestionnaire = (url: string, version: string) => sql<{ body: Questionnaire }>`
	select body from forms.questionnaire where url = ${url} and version = ${version}`;

/** Whether the stored version says the same; jsonb compares without regard to the order of keys. */
export const selectIsSame = (body: Questionnaire) => sql<{ is_same: boolean }>`
	select body = ${JSON.stringify(body)}::jsonb as is_same
	from forms.questionnaire where url = ${body.url} and version = ${body.version}`;

export const selectCurrentForm = (name: string) => sql<CurrentFormRow>`
	select url, version, settings from forms.current_form where name = ${name}`;

export const upsertCurrentForm = (name: string, { url, version, settings }: CurrentFormRow, setAt: Date) => sql`
	insert into forms.current_form (name, url, version, settings, set_at)
	values (${name}, ${url}, ${version}, ${JSON.stringify(settings)}::jsonb, ${setAt})
	on conflict (name) do update set url = excluded.url, version = excluded.version,
		settings = excluded.settings, set_at = excluded.set_at`;

export const insertFirstCurrentForm = (name: string, { url, version, settings }: CurrentFormRow, setAt: Date) => sql`
	insert into forms.current_form (name, url, version, settings, set_at)
	values (${name}, ${url}, ${version}, ${JSON.stringify(settings)}::jsonb, ${setAt})
	on conflict (name) do nothing`;
