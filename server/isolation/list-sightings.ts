import Type, { type Static } from 'typebox';
import { maskedNames, officer, officerRanges } from '#identity';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { followUp, Moment, Words } from './order.ts';
import { type SightingRow, selectSightings } from './queries-sightings.ts';
import { isLate } from './sightings.ts';

const Seen = Type.Object({
	sightingId: Id,
	person: Id,
	maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
	restriction: Type.Union([Type.Literal('isolation'), Type.Literal('cordon')]),
	orderId: Type.Optional(Id),
	placeName: Type.String(),
	placeArea: Type.Optional(Words),
	gate: Type.Integer(),
	seenAt: Moment,
	isLate: Type.Boolean({ description: 'A gate without a network told of it later' }),
	verdict: Type.String({ description: 'What the door answered' }),
	wasLetIn: Type.Boolean(),
	notedBy: Type.String({ description: 'visitor or controller' }),
	handledAt: Type.Optional(Moment),
	handledBy: Type.Optional(Type.String()),
	note: Type.Optional(Type.String()),
});

export const listSightings = operation({
	name: 'isolation.list-sightings',
	summary: {
		vi: 'Người đang cách ly, hoặc ở vùng đang khoanh, xuất hiện ở nơi khác; mới nhất trước, tên được che',
		en: 'Where people in isolation or of a cordoned area were seen, the newest first, with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('handled'), Type.Literal('all')])),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ sightings: Type.Array(Seen), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, caller, platform: { keys }, about }, { state = 'open', limit = 20, cursor }) => {
		const rows = await db.rows(
			selectSightings({
				ranges: officerRanges(caller.actor),
				isHandled: state === 'all' ? null : state === 'handled',
				before: readPageCursor(cursor),
				limit,
			}),
		);
		about(...new Set(rows.map((row) => row.person_id)));
		const last = rows.at(-1);
		return {
			sightings: await toSeen({ db, keys }, rows),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.seen_at, last.sighting_id) } : {}),
		};
	},
});

async function toSeen(store: { db: Db; keys: Keys }, rows: readonly SightingRow[]): Promise<Static<typeof Seen>[]> {
	const [names, places] = await Promise.all([
		maskedNames(store, [...new Set(rows.map((row) => row.person_id))]),
		getPlaces(store.db, [...new Set(rows.map((row) => row.place_id))]),
	]);
	return rows.map((row) => {
		const place = places.get(row.place_id);
		return {
			sightingId: row.sighting_id,
			person: row.person_id,
			maskedName: names.get(row.person_id) ?? '***',
			restriction: row.restriction,
			...(row.restriction === 'isolation' ? { orderId: row.source_id } : {}),
			placeName: place?.name ?? '',
			...(place?.areaName ? { placeArea: place.areaName } : {}),
			gate: row.gate,
			seenAt: row.seen_at.toISOString(),
			isLate: isLate({ seenAt: row.seen_at, recordedAt: row.recorded_at }),
			verdict: row.verdict,
			wasLetIn: row.was_let_in,
			notedBy: row.noted_by,
			...(row.handled_at
				? {
						handledAt: row.handled_at.toISOString(),
						handledBy: row.handled_authority ?? '',
						note: row.handled_note ?? '',
					}
				: {}),
		};
	});
}
