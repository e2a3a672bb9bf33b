import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Moment, Purpose } from './order.ts';
import { endOrder as endOrderRow, selectOrder } from './queries.ts';
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
	run: async ({ db, caller, now, about }, { orderId, reason }) => {
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		about(order.person_id);
		const by = actorId(caller.actor) ?? null;
		const ended = await db.run(endOrderRow({ personId: order.person_id, orderId, by, reason, now }));
		if (!ended) throw new Problem('already-ended');
		return { endedAt: now.toISOString() };
	},
});
