import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { followUp, Order, toOrders } from './order.ts';
import { selectOrder } from './queries.ts';
import { officerOfOrder } from './reach.ts';

export const getOrder = operation({
	name: 'isolation.get-order',
	summary: { vi: 'Một lệnh cách ly, tên được che', en: 'One isolation order, with the name masked' },
	who: officerOfOrder,
	input: Type.Object({ orderId: Id }, { additionalProperties: false }),
	output: Order,
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, now, platform: { keys }, about }, { orderId }) => {
		const row = await db.find(selectOrder(orderId));
		if (!row) throw new Problem('not-found', { field: 'orderId' });
		about(row.person_id);
		const [order] = await toOrders({ db, keys, now }, [row]);
		return order!;
	},
});
