import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { readDiseases } from '#diseases';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { Shape, shapeOf } from './extent.ts';
import type { CordonRow } from './queries.ts';

export const Moment = Type.String({ format: 'date-time' });
const Words = Type.Object({ vi: Type.String(), en: Type.String() });

/** A cordon as anybody may know it. */
export const PublicCordon = Type.Object({
	cordonId: Id,
	areaId: Type.Integer(),
	areaName: Words,
	part: Type.Optional(Type.String({ description: 'A part of the area; without it the whole' })),
	disease: Type.String(),
	from: Moment,
	until: Type.Optional(Moment),
	decidedBy: Type.String(),
	decisionNumber: Type.String(),
});
export type PublicCordon = Static<typeof PublicCordon>;

export const Cordon = Type.Object({
	...PublicCordon.properties,
	state: Type.Union([Type.Literal('announced'), Type.Literal('in-force'), Type.Literal('over')]),
	shape: Shape,
	reportsADay: Type.Integer(),
	stopsResidents: Type.Boolean({ description: 'Of a part: its roster’s people are stopped at every door' }),
	decidedUntil: Type.Optional(Moment),
	noticeAt: Type.Optional(Moment),
	isNoticeShort: Type.Boolean({ description: 'People were told less than six hours before, or it is not known when' }),
	declaredAt: Moment,
	endedAt: Type.Optional(Moment),
	endDecision: Type.Optional(Type.String()),
});
export type Cordon = Static<typeof Cordon>;

export async function toPublicCordons(db: Db, rows: readonly CordonRow[]): Promise<PublicCordon[]> {
	const areas = await getAreas(db, [...new Set(rows.map((row) => row.area_id))]);
	return rows.map((row) => ({
		cordonId: row.cordon_id,
		areaId: row.area_id,
		areaName: areas.get(row.area_id)?.fullName ?? { vi: '', en: '' },
		...(row.part ? { part: row.part } : {}),
		disease: row.disease,
		from: row.holds_from.toISOString(),
		...(row.holds_until ? { until: row.holds_until.toISOString() } : {}),
		decidedBy: row.decided_by,
		decisionNumber: row.decision_number,
	}));
}

export async function toCordons(db: Db, rows: readonly CordonRow[], now: Date): Promise<Cordon[]> {
	const heads = await toPublicCordons(db, rows);
	return rows.map((row, index) => ({
		...heads[index]!,
		...{ state: stateOf(row, now), shape: shapeOf(row) },
		...{ reportsADay: row.reports_a_day, stopsResidents: row.stops_residents },
		...(row.decided_until ? { decidedUntil: row.decided_until.toISOString() } : {}),
		...(row.notice_at ? { noticeAt: row.notice_at.toISOString() } : {}),
		isNoticeShort: isNoticeShort(row.notice_at ?? undefined, row.holds_from),
		declaredAt: row.declared_at.toISOString(),
		...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
		...(row.end_decision ? { endDecision: row.end_decision } : {}),
	}));
}

function stateOf(row: CordonRow, now: Date): Cordon['state'] {
	if (row.holds_until && row.holds_until <= now) return 'over';
	return row.holds_from > now ? 'announced' : 'in-force';
}

const noticeMilliseconds = 6 * 3_600_000;

/** NĐ 165/2026 Đ13: people and organisations are told at least six hours before. Shorter is said, and not refused. */
export const isNoticeShort = (noticeAt: Date | undefined, from: Date): boolean =>
	!noticeAt || from.getTime() - noticeAt.getTime() < noticeMilliseconds;

export async function requireDisease(db: Db, name: string): Promise<void> {
	if (!(await readDiseases(db)).some(({ disease }) => disease === name))
		throw new Problem('invalid-input', { field: 'disease' });
}
