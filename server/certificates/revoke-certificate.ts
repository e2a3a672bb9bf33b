import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { selectPersonOfOrder, updateRevoked } from './queries.ts';
import { officerOfOrder } from './reach.ts';

export const revokeCertificate = operation({
	name: 'certificates.revoke-certificate',
	summary: {
		vi: 'Huỷ giấy hoàn thành cách ly cấp nhầm; ai quét mã trên giấy sẽ thấy giấy đã bị huỷ',
		en: 'Takes back a certificate that was issued by mistake; whoever scans its code reads that it was',
	},
	who: officerOfOrder,
	input: Type.Object(
		{ orderId: Id, reason: Type.String({ minLength: 5, maxLength: 500, description: 'The person will read it' }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ revokedAt: Type.String({ format: 'date-time' }) }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async ({ db, caller, now, about }, { orderId, reason }) => {
		const order = await db.find(selectPersonOfOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		about(order.person_id);
		const by = actorId(caller.actor) ?? null;
		if (!(await db.run(updateRevoked({ personId: order.person_id, orderId, by, reason, now }))))
			throw new Problem('not-completed');
		return { revokedAt: now.toISOString() };
	},
});
