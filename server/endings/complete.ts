import { issueCertificates } from '#certificates';
import { endOrders } from '#isolation';
import type { Caller } from '#platform/actor';
import type { Db } from '#platform/db';
import { deleteDue } from './queries.ts';
import type { Assessed } from './read-missing.ts';

export interface Completion {
	decidedBy: string;
	decisionNumber: string;
}

export const completed = 'Hoàn thành cách ly · Isolation completed';

/**
 * Ends the isolation of those who are ready, each with a certificate, in the caller's transaction: doors let them in, the
 * duty to report ends and the bed is free. Says the orders that were ended now.
 */
export async function completeReady(
	{ db, now, caller }: { db: Db; now: Date; caller: Caller },
	assessed: readonly Assessed[],
	{ decidedBy, decisionNumber }: Completion,
): Promise<string[]> {
	const ready = assessed.filter(({ missing }) => !missing.length).map(({ order }) => order);
	const orders = ready.map((order) => ({ personId: order.person_id, orderId: order.order_id }));
	const ended = new Set(
		await endOrders({ db, now, caller }, orders, {
			outcome: 'completed',
			reason: completed,
			decidedBy,
			decisionNumber,
		}),
	);
	const authority = 'authority' in caller.actor ? caller.actor.authority : null;
	const certificates = ready
		.filter((order) => ended.has(order.order_id))
		.map((order) => ({
			...{ personId: order.person_id, orderId: order.order_id, decidedBy, decisionNumber, authority },
			// Whoever is ended days late completed it on the last day all the same.
			completedOn: order.until_on,
		}));
	await issueCertificates(db, certificates, now);
	if (orders.length) await db.run(deleteDue(orders));
	return [...ended];
}
