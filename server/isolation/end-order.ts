import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { endOrders } from './end-orders.ts';
import { Moment, Purpose } from './order.ts';
import { selectOrder } from './queries.ts';
import { officerOfOrder } from './reach.ts';

export const endOrder = operation({
	name: 'isolation.end-order',
	summary: {
		vi: 'Kết thúc lệnh cách ly trước hạn; từ lúc đó mọi cửa cho người ấy vào',
		en: 'Ends an isolation order before its last day; from then on every door lets the person in',
	},
	who: officerOfOrder,
	input: Type.Object({ orderId: Id, reason: Purpose }, { additionalProperties: false }),
	output: Type.Object({ endedAt: Moment }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { orderId, reason }) => {
		const { db, now, about } = context;
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		about(order.person_id);
		if (order.holds_until <= now) throw new Problem('already-ended');
		const ended = await endOrders(context, [{ personId: order.person_id, orderId }], { outcome: 'early', reason });
		if (!ended.length) throw new Problem('already-ended');
		return { endedAt: now.toISOString() };
	},
});
