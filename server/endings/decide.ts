import Type from 'typebox';
import { decisionFields } from '#isolation';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { completed, completeReady } from './complete.ts';
import { renewDue } from './keep-due.ts';
import { officerOfAll } from './reach.ts';

export const decide = operation({
	name: 'endings.decide',
	summary: {
		vi: 'Quyết định kết thúc cách ly cho những người đủ điều kiện, cấp giấy; ai chưa đủ thì giữ nguyên',
		en: 'Ends the isolation of those who are ready, each with a certificate; whoever is not stays as they are',
	},
	who: officerOfAll,
	input: Type.Object(
		{ orders: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }), ...decisionFields },
		{ additionalProperties: false },
	),
	output: Type.Object({
		ended: Type.Array(Id),
		notReady: Type.Array(Type.Object({ orderId: Id, missing: Type.Array(Type.String()) })),
	}),
	personal: 'changes',
	purpose: () => completed,
	run: async (context, { orders, ...decision }) => {
		const { db, now, about } = context;
		const assessed = await renewDue(db, orders, now);
		about(...assessed.map(({ order }) => order.person_id));
		const ended = await completeReady(context, assessed, decision);
		const notReady = assessed
			.filter(({ missing }) => missing.length)
			.map(({ order, missing }) => ({ orderId: order.order_id, missing }));
		return { ended, notReady };
	},
});
