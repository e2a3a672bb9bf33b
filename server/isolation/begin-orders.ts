import type { Regime } from '#diseases';
import { sameAs } from '#identity';
import { beginDuties } from '#monitoring';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { chunks } from '#platform/sql';
import { dayOf } from '#shared/language';
import type { Kind } from './order.ts';
import { insertOrders, type OrderRow, selectSameOrder } from './queries.ts';
import { forgetLastEnd } from './restrictions.ts';
import { addSteps } from './steps.ts';

type Acting = Pick<Context, 'db' | 'now' | 'caller' | 'platform' | 'afterCommit'>;

/** An order to be given: whose decision it is, for whom, where and for how long. */
export interface NewOrder {
	personId: string;
	/** The path of the area that manages it. */
	areaPath: string;
	kind: Kind;
	disease: string;
	decidedBy: string;
	decisionNumber: string;
	contact?: string;
	/** Days in Viet Nam, the last one included, and the moments that follow from them (`order-times.ts`). */
	fromOn: string;
	untilOn: string;
	times: { from: Date; until: Date };
	regime?: Regime;
	siteId?: string;
	proposalId?: string;
}

/**
 * Gives orders, each with its first step and its duty to report, in the caller's transaction: doors stop their people
 * from the commit on, in every process within five seconds. The same decision of the same area about a person is the
 * order it was. Returns the orders in the order of what was asked.
 */
export async function beginOrders(
	acting: Acting,
	orders: readonly NewOrder[],
): Promise<{ orderId: string; isNew: boolean }[]> {
	const { db, now, caller, platform, afterCommit } = acting;
	const rows = orders.map((order) => toRow(order, actorId(caller.actor) ?? null, now));
	const same = await sameAs(
		db,
		orders.map(({ personId }) => personId),
	);
	const known = await readKnown(db, rows, same);
	const added = new Set<string>();
	for (const part of chunks(rows.filter((row) => !known.has(row))))
		for (const { order_id } of await db.rows(insertOrders(part))) added.add(order_id);
	const fresh = orders.flatMap((order, index) =>
		added.has(rows[index]!.order_id) ? [{ order, orderId: rows[index]!.order_id }] : [],
	);
	await addSteps(
		acting,
		fresh.map(({ order, orderId }) => ({
			...{ personId: order.personId, orderId, kind: 'issued' as const },
			...{ decidedBy: order.decidedBy, decisionNumber: order.decisionNumber, after: order.untilOn },
		})),
	);
	await beginDuties(
		db,
		fresh.map(({ order, orderId }) => toDuty(order, orderId, now)),
		now,
	);
	afterCommit(() => forgetLastEnd(platform));
	const isNew = ({ order_id }: OrderRow) => added.has(order_id);
	const result = [];
	for (const row of rows)
		result.push({
			orderId: isNew(row)
				? row.order_id
				: (known.get(row) ?? (await db.one(selectSameOrder(row, [row.person_id]))).order_id),
			isNew: isNew(row),
		});
	return result;
}

/** Orders that the same decision gave to the same person under another id. */
async function readKnown(db: Db, rows: readonly OrderRow[], same: ReadonlyMap<string, string[]>) {
	const known = new Map<OrderRow, string>();
	for (const row of rows) {
		const [, ...others] = same.get(row.person_id)!;
		const order = others.length ? await db.find(selectSameOrder(row, others)) : undefined;
		if (order) known.set(row, order.order_id);
	}
	return known;
}

/** Nobody is asked how they were before the order was given. */
const toDuty = ({ personId, areaPath, disease, regime, fromOn, untilOn }: NewOrder, orderId: string, now: Date) => ({
	...{ personId, kind: 'isolation' as const, sourceId: orderId, areaPath },
	...{ disease: regime?.disease ?? disease, reportsADay: regime?.reportsADay ?? 1 },
	fromOn: fromOn > dayOf(now) ? fromOn : dayOf(now),
	untilOn,
});

const toRow = (order: NewOrder, issuedBy: string | null, now: Date): OrderRow => ({
	person_id: order.personId,
	order_id: newId(),
	area_path: order.areaPath,
	kind: order.kind,
	disease: order.disease,
	decided_by: order.decidedBy,
	decision_number: order.decisionNumber,
	contact: order.contact ?? null,
	from_on: order.fromOn,
	until_on: order.untilOn,
	holds_from: order.times.from,
	holds_until: order.times.until,
	issued_by: issuedBy,
	issued_at: now,
	ended_at: null,
	ended_reason: null,
	regime: order.regime?.regime ?? null,
	regime_version: order.regime?.version ?? null,
	site_id: order.siteId ?? null,
	proposal_id: order.proposalId ?? null,
	is_hold: false,
	outcome: null,
});
