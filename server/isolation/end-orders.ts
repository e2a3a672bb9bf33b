import { endDutiesOf } from '#monitoring';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { leaveBeds } from '#sites';
import { endOrders as endOrderRows } from './queries-steps.ts';
import { actingAs } from './steps.ts';

type Acting = Pick<Context, 'db' | 'now' | 'caller'>;

export interface Ending {
	/** `completed`: its days are done; `early`: it ended before. */
	outcome: 'completed' | 'early';
	reason: string;
	decidedBy?: string;
	decisionNumber?: string;
}

/**
 * Ends orders in the caller's transaction: every door lets their people in from the commit on, the duty to report ends
 * and the bed is free. Says which were ended now; one that was ended before is left as it is.
 */
export async function endOrders(
	{ db, now, caller }: Acting,
	orders: readonly { personId: string; orderId: string }[],
	{ outcome, reason, decidedBy, decisionNumber }: Ending,
): Promise<string[]> {
	if (!orders.length) return [];
	const ended = await db.rows(
		endOrderRows({
			orders: orders.map((order) => ({ ...order, stepId: newId() })),
			...actingAs(caller),
			...{ outcome, reason, decidedBy: decidedBy ?? null, decisionNumber: decisionNumber ?? null, now },
		}),
	);
	const orderIds = ended.map(({ order_id }) => order_id);
	await endDutiesOf(db, { kind: 'isolation', sourceIds: orderIds }, { reason, now });
	await leaveBeds(db, orderIds, now);
	return orderIds;
}
