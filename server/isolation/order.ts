import Type, { type Static } from 'typebox';
import { type Area, getAreas } from '#areas';
import { maskedNames } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import type { OrderRow } from './queries.ts';

export const Moment = Type.String({ format: 'date-time' });
export const Day = Type.String({ format: 'date', description: 'A day in Viet Nam' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const Purpose = Type.String({
	minLength: 5,
	maxLength: 500,
	description: 'Why; the person concerned will read it',
});

/** A list is no look at one person's matter: its purpose is the officer's duty, and the person reads it as such. */
export const followUp = 'Theo dõi người cách ly · Following up people in isolation';

/** Where the person stays. */
export const Kind = Type.Union(
	[Type.Literal('home'), Type.Literal('site'), Type.Literal('clinic'), Type.Literal('gate'), Type.Literal('elsewhere')],
	{ description: 'At home, at an isolation site, a clinic, a border gate, or elsewhere (NĐ 165/2026 Đ14-20)' },
);

export type Kind = Static<typeof Kind>;

/** Whose decision a step is. */
export const decisionFields = {
	decidedBy: Type.String({ minLength: 3, maxLength: 200 }),
	decisionNumber: Type.String({ minLength: 1, maxLength: 100 }),
};

/** The phone of the health station, for the person. */
export const Contact = Type.String({
	pattern: '^[0-9+][0-9 .]{2,19}$',
	description: 'The phone of the health station',
});

/** What an order says, without whom it is about. */
export const orderFields = {
	orderId: Id,
	areaId: Type.Integer({ description: 'Who manages the isolation' }),
	areaName: Words,
	kind: Kind,
	disease: Type.String(),
	decidedBy: Type.String(),
	decisionNumber: Type.String(),
	contact: Type.Optional(Type.String({ description: 'The phone of the health station' })),
	fromOn: Day,
	untilOn: Type.String({ format: 'date', description: 'The last day, included' }),
	/** `home-7-days-vaccinated`, and the version that held when it was ordered. */
	regime: Type.Optional(Type.Object({ regime: Type.String(), version: Type.Integer() })),
	isHold: Type.Boolean({ description: 'Kept for some hours until it is decided; lapses by itself' }),
	holdsUntil: Type.String({ format: 'date-time', description: 'Until when every door stops the person' }),
};

export const Order = Type.Object({
	...orderFields,
	person: Id,
	maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
	state: Type.Union([Type.Literal('coming'), Type.Literal('in-force'), Type.Literal('over')]),
	issuedAt: Moment,
	endedAt: Type.Optional(Moment),
	endedReason: Type.Optional(Type.String()),
	outcome: Type.Optional(Type.Union([Type.Literal('completed'), Type.Literal('early'), Type.Literal('decided')])),
	siteId: Type.Optional(Id),
	proposalId: Type.Optional(Id),
});
export type Order = Static<typeof Order>;

export const areaIdOf = (path: string): number => Number(path.split('.').at(-1));

export const readAreas = (db: Db, rows: readonly { area_path: string }[]): Promise<Map<number, Area>> =>
	getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]);

export async function toOrders(
	{ db, keys, now }: { db: Db; keys: Keys; now: Date },
	rows: readonly OrderRow[],
): Promise<Order[]> {
	const persons = [...new Set(rows.map((row) => row.person_id))];
	const [areas, names] = await Promise.all([readAreas(db, rows), maskedNames({ db, keys }, persons)]);
	return rows.map((row) => ({
		...toFields(row, areas),
		person: row.person_id,
		maskedName: names.get(row.person_id) ?? '***',
		state: stateOf(row, now),
		issuedAt: row.issued_at.toISOString(),
		...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
		...(row.ended_reason ? { endedReason: row.ended_reason } : {}),
		...(row.outcome ? { outcome: row.outcome as 'completed' | 'early' | 'decided' } : {}),
		...(row.site_id ? { siteId: row.site_id } : {}),
		...(row.proposal_id ? { proposalId: row.proposal_id } : {}),
	}));
}

export const toFields = (row: OrderRow, areas: ReadonlyMap<number, Area>) => ({
	orderId: row.order_id,
	areaId: areaIdOf(row.area_path),
	areaName: areas.get(areaIdOf(row.area_path))?.fullName ?? { vi: '', en: '' },
	kind: row.kind as Kind,
	disease: row.disease,
	decidedBy: row.decided_by,
	decisionNumber: row.decision_number,
	...(row.contact ? { contact: row.contact } : {}),
	fromOn: row.from_on,
	untilOn: row.until_on,
	...(row.regime ? { regime: { regime: row.regime, version: row.regime_version! } } : {}),
	isHold: row.is_hold,
	holdsUntil: row.holds_until.toISOString(),
});

function stateOf(row: OrderRow, now: Date): Order['state'] {
	if (row.holds_until <= now) return 'over';
	return row.holds_from > now ? 'coming' : 'in-force';
}
