import type { Db } from '#platform/db';
import { chunks } from '#platform/sql';
import { dayOf } from '#shared/language';
import { type CandidateRow, deleteDue, deleteStale, selectCandidates, selectOrders, upsertDue } from './queries.ts';
import { type Assessed, readMissing } from './read-missing.ts';

/** With a dozen tests each, as many as the laboratory answers at once. */
const ordersAtOnce = 400;
const staleAtOnce = 5_000;

/** Proposes everybody whose last day has come, with what is still missing, and forgets who is due no more. */
export async function proposeDue(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	while ((await db.run(deleteStale(today, staleAtOnce))) === staleAtOnce);
	let after = { person: '0', order: '0' };
	for (let page: CandidateRow[]; ; ) {
		page = await db.rows(selectCandidates(today, after, ordersAtOnce));
		await keep(db, await readMissing(db, page, now), now);
		if (page.length < ordersAtOnce) return;
		const last = page.at(-1)!;
		after = { person: last.person_id, order: last.order_id };
	}
}

/** The same for some orders now, before an officer sees or ends them; says what is missing of each. */
export async function renewDue(db: Db, orders: readonly string[], now: Date): Promise<Assessed[]> {
	const found: Assessed[] = [];
	for (let start = 0; start < orders.length; start += ordersAtOnce)
		found.push(...(await readMissing(db, await db.rows(selectOrders(orders.slice(start, start + ordersAtOnce))), now)));
	await keep(db, found, now);
	return found;
}

async function keep(db: Db, assessed: readonly Assessed[], now: Date): Promise<void> {
	const isDue = ({ missing }: Assessed) => !missing.includes('days');
	for (const part of chunks(assessed.filter(isDue)))
		await db.run(
			upsertDue(
				part.map(({ order, missing }) => ({ ...order, missing })),
				now,
			),
		);
	const early = assessed.filter((one) => !isDue(one)).map(({ order }) => order);
	if (early.length) await db.run(deleteDue(early.map((one) => ({ personId: one.person_id, orderId: one.order_id }))));
}
