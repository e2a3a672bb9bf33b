import type { Db } from '#platform/db';
import { headingKey } from '#platform/table/headings';
import { type Field, fieldsOf } from './file/fields.ts';
import type { Kind } from './file/kinds.ts';
import type { FileColumn, Mapping } from './file/mapping.ts';
import { selectHabit, upsertHabit } from './queries-rows.ts';

export interface Habit {
	headings: Record<string, Field | null>;
	meanings: Mapping['meanings'];
}

const keptMax = 300;
const lettersMax = 60;

/** How an officer read such files before. */
export async function readHabit(db: Db, officerId: string | undefined, kind: Kind): Promise<Habit> {
	const stored = officerId === undefined ? undefined : await db.find(selectHabit(officerId, kind));
	const allowed = new Set<string | null>([...fieldsOf[kind], null]);
	const headings = Object.entries<Field | null>(stored?.headings ?? {}).filter(([, field]) => allowed.has(field));
	return { headings: Object.fromEntries(headings), meanings: stored?.meanings ?? {} };
}

/** The newest counts; what other files taught stays, up to a limit. */
export async function rememberHabit(
	db: Db,
	officerId: string,
	kind: Kind,
	columns: readonly FileColumn[],
	mapping: Mapping,
): Promise<void> {
	const before = await readHabit(db, officerId, kind);
	const now = columns.map(({ heading }, at) => [headingKey(heading), mapping.columns[at] ?? null] as const);
	const headings = newest(before.headings, Object.fromEntries(now.filter(([key]) => key)));
	const fields = new Set([...Object.keys(before.meanings), ...Object.keys(mapping.meanings)]) as Set<
		keyof Habit['meanings']
	>;
	const meanings = Object.fromEntries(
		[...fields].map((field) => [field, newest(before.meanings[field] ?? {}, mapping.meanings[field] ?? {})]),
	);
	await db.run(upsertHabit(officerId, kind, headings, meanings));
}

function newest<T>(before: Record<string, T>, now: Record<string, T>): Record<string, T> {
	const all = Object.entries({ ...before, ...now }).filter(([key]) => key.length <= lettersMax);
	return Object.fromEntries(all.slice(-keptMax));
}
