import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { isWithin } from '#platform/who';
import { dayOf, shiftDay } from '#shared/language';
import { type OutbreakRow, selectOutbreaks } from './queries.ts';
import { type NoticeRow, selectNotices } from './queries-notices.ts';

export const Moment = Type.String({ format: 'date-time' });
export const Day = Type.String({ format: 'date', description: 'A day in Viet Nam' });
const Words = Type.Object({ vi: Type.String(), en: Type.String() });

/** What an officer says of an outbreak and may change until it is over. */
export const outbreakFields = {
	name: Type.String({ minLength: 3, maxLength: 200 }),
	fromOn: Day,
	location: Type.String({
		minLength: 2,
		maxLength: 300,
		description: 'Where in the area: a hamlet, a school, an office (Thông tư 15/2026 Đ2)',
	}),
	advice: Type.String({ minLength: 5, maxLength: 2_000, description: 'What people are advised to do' }),
	decision: Type.String({ minLength: 3, maxLength: 300, description: 'Whose decision, and its number' }),
	note: Type.Optional(Type.String({ maxLength: 2_000 })),
};

export const Form = Type.Union([Type.Literal('beginning'), Type.Literal('end')], {
	description: 'Mẫu 01 and Mẫu 02 of Thông tư 15/2026, Phụ lục II',
});
export type Form = Static<typeof Form>;

const Notice = Type.Object({
	form: Form,
	title: Type.String(),
	body: Type.String(),
	publishedAt: Moment,
	isLate: Type.Boolean({ description: 'More than 24 hours after it was determined, or ended' }),
});

export const Outbreak = Type.Object({
	outbreakId: Id,
	...outbreakFields,
	disease: Type.String(),
	areaId: Type.Integer(),
	areaName: Words,
	untilOn: Type.Optional(Day),
	determinedAt: Moment,
	declaredAt: Moment,
	endDecision: Type.Optional(Type.String()),
	publishBy: Type.Optional({ ...Moment, description: 'Until when what is not published yet is to be' }),
	notices: Type.Array(Notice),
});
export type Outbreak = Static<typeof Outbreak>;

/** Thông tư 15/2026 Đ25-26: made public within 24 hours. */
const publishMilliseconds = 24 * 3_600_000;

const areaIdOf = (path: string) => Number(path.split('.').at(-1));

export async function toOutbreaks(db: Db, rows: readonly OutbreakRow[]): Promise<Outbreak[]> {
	const [areas, notices] = await Promise.all([
		getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]),
		rows.length ? db.rows(selectNotices(rows.map((row) => row.outbreak_id))) : [],
	]);
	return rows.map((row) => {
		const own = notices.filter((notice) => notice.outbreak_id === row.outbreak_id);
		return toOutbreak(row, own, areas.get(areaIdOf(row.area_path))?.fullName ?? { vi: '', en: '' });
	});
}

const toOutbreak = (row: OutbreakRow, notices: NoticeRow[], areaName: Outbreak['areaName']): Outbreak => ({
	outbreakId: row.outbreak_id,
	name: row.name,
	disease: row.disease,
	areaId: areaIdOf(row.area_path),
	areaName,
	fromOn: row.from_on,
	...(row.until_on ? { untilOn: row.until_on } : {}),
	location: row.location,
	advice: row.advice,
	decision: row.decision,
	...(row.note ? { note: row.note } : {}),
	determinedAt: row.determined_at.toISOString(),
	declaredAt: row.declared_at.toISOString(),
	...(row.end_decision ? { endDecision: row.end_decision } : {}),
	...publishBy(row, notices),
	notices: notices.map((notice) => ({
		form: notice.form as Form,
		title: notice.title,
		body: notice.body,
		publishedAt: notice.published_at.toISOString(),
		isLate: notice.published_at.getTime() - dueFrom(row, notice.form as Form).getTime() > publishMilliseconds,
	})),
});

/** From when the 24 hours count: the determination, or the moment the outbreak was ended. */
const dueFrom = (row: OutbreakRow, form: Form): Date =>
	form === 'beginning' ? row.determined_at : (row.ended_at ?? row.determined_at);

function publishBy(row: OutbreakRow, notices: readonly NoticeRow[]): { publishBy?: string } {
	const next: Form = row.ended_at ? 'end' : 'beginning';
	if (notices.some(({ form }) => form === next)) return {};
	return { publishBy: new Date(dueFrom(row, next).getTime() + publishMilliseconds).toISOString() };
}

/** An outbreak whose reach was checked. Throws `not-found`. */
export async function getOutbreakRow(db: Db, outbreakId: string): Promise<OutbreakRow> {
	const [row] = await db.rows(selectOutbreaks([outbreakId]));
	if (!row) throw new Problem('not-found', { field: 'outbreakId' });
	return row;
}

/** Throws `invalid-input` for a first day that cannot be: to come, or more than two years ago. */
export function checkFirstDay(fromOn: string, now: Date): void {
	const today = dayOf(now);
	if (fromOn > today || fromOn < shiftDay(today, -731)) throw new Problem('invalid-input', { field: 'fromOn' });
}

/**
 * Throws `invalid-input` for the field `outbreakId` unless a case of a disease, led by an area, can belong to the
 * outbreak: the same disease, in the outbreak's area or below it, not ended.
 */
export async function checkBelongs(
	db: Db,
	outbreakId: string,
	one: { disease: string; areaPath: string },
): Promise<void> {
	const [row] = await db.rows(selectOutbreaks([outbreakId]));
	const fits = row && row.disease === one.disease && isWithin(one.areaPath, row.area_path) && !row.ended_at;
	if (!fits) throw new Problem('invalid-input', { field: 'outbreakId' });
}

/** The names of some outbreaks by their ids. */
export async function readOutbreakNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = ids.length ? await db.rows(selectOutbreaks([...new Set(ids)])) : [];
	return new Map(rows.map((row) => [row.outbreak_id, row.name]));
}
