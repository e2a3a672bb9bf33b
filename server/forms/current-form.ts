import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import type { FormSettings, Questionnaire } from '#shared/form/questionnaire';
import { selectCurrentForm, selectQuestionnaire, upsertCurrentForm } from './queries.ts';

export interface CurrentForm {
	questionnaire: Questionnaire;
	settings: FormSettings;
}

/** The version people are asked now, with its settings. Throws `not-found` when no form has that name. */
export async function currentForm(db: Db, name: string): Promise<CurrentForm> {
	const row = await db.find(selectCurrentForm(name));
	if (!row) throw new Problem('not-found', { field: 'form' });
	return { questionnaire: await getForm(db, row.url, row.version), settings: row.settings as FormSettings };
}

/** Chooses the version people are asked from now on, which must be published, and its settings. */
export const chooseForm = (
	db: Db,
	name: string,
	form: { url: string; version: string; settings: FormSettings },
	now: Date,
) => db.run(upsertCurrentForm(name, form, now));

const published = new Map<string, Questionnaire>();

/** A published version; it never changes, so it is read once. Throws `not-found`. */
export async function getForm(db: Db, url: string, version: string): Promise<Questionnaire> {
	const key = `${url}|${version}`;
	const known = published.get(key);
	if (known) return known;
	const row = await db.find(selectQuestionnaire(url, version));
	if (!row) throw new Problem('not-found', { field: 'form' });
	if (published.size > 200) published.clear();
	published.set(key, row.body);
	return row.body;
}
