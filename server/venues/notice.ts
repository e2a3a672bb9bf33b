import Type, { type Static } from 'typebox';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { NoticeRow } from './queries.ts';

export const Moment = Type.String({ format: 'date-time' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });

/** What anybody reads of a notice. */
export const PublicNotice = Type.Object({
	noticeId: Id,
	placeName: Type.String(),
	areaName: Type.Optional(Words),
	from: Moment,
	until: Moment,
	advice: Words,
	phone: Type.String(),
	publishedAt: Type.Optional(Moment),
	withdrawnAt: Type.Optional(Moment),
	correction: Type.Optional(Words),
});
export type PublicNotice = Static<typeof PublicNotice>;

export const NoticeState = Type.Union([
	Type.Literal('proposed'),
	Type.Literal('published'),
	Type.Literal('withdrawn'),
	Type.Literal('dropped'),
]);

/** How long after its time a notice stands in public, and a person is told "you were there". */
export const shownDays = 21;

export async function toPublic(db: Db, rows: readonly NoticeRow[]): Promise<PublicNotice[]> {
	const places = await getPlaces(db, [...new Set(rows.map((row) => row.place_id))]);
	return rows.map((row) => {
		const place = places.get(row.place_id);
		return {
			noticeId: row.notice_id,
			placeName: place?.name ?? '',
			...(place?.areaName ? { areaName: place.areaName } : {}),
			from: row.seen_from.toISOString(),
			until: row.seen_until.toISOString(),
			advice: { vi: row.advice_vi, en: row.advice_en },
			phone: row.phone,
			...(row.published_at ? { publishedAt: row.published_at.toISOString() } : {}),
			...(row.withdrawn_at ? { withdrawnAt: row.withdrawn_at.toISOString() } : {}),
			...(row.correction_vi && row.correction_en
				? { correction: { vi: row.correction_vi, en: row.correction_en } }
				: {}),
		};
	});
}
