import Type from 'typebox';
import { setLastDay } from '#monitoring';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Day, decisionFields, Purpose } from './order.ts';
import { readExtension } from './order-times.ts';
import { selectOrder, updateLastDay } from './queries.ts';
import { officerOfOrder } from './reach.ts';
import { forgetLastEnd } from './restrictions.ts';
import { addSteps } from './steps.ts';

export const extendOrder = operation({
	name: 'isolation.extend-order',
	summary: {
		vi: 'Kéo dài lệnh cách ly đang hiệu lực, theo một quyết định mới',
		en: 'Extends an order in force to a later last day, by a decision of its own',
	},
	who: officerOfOrder,
	input: Type.Object(
		{ orderId: Id, untilOn: Day, ...decisionFields, reason: Purpose },
		{ additionalProperties: false },
	),
	output: Type.Object({ untilOn: Day }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { orderId, untilOn, decidedBy, decisionNumber, reason }) => {
		const { db, now, platform, about, afterCommit } = context;
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		const personId = order.person_id;
		about(personId);
		// A hold lapses; what follows it is a decision.
		if (order.is_hold || order.holds_until <= now) throw new Problem('already-ended');
		const until = readExtension(order, untilOn);
		if (!(await db.run(updateLastDay({ personId, orderId, untilOn, until, now })))) throw new Problem('already-ended');
		await setLastDay(db, { kind: 'isolation', sourceId: orderId, personId }, untilOn, now);
		await addSteps(context, [
			{
				...{ personId, orderId, kind: 'extended', decidedBy, decisionNumber, reason },
				...{ before: order.until_on, after: untilOn },
			},
		]);
		afterCommit(() => forgetLastEnd(platform));
		return { untilOn };
	},
});
