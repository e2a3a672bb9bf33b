import Type from 'typebox';
import { findArea } from '#areas';
import { moveDuty } from '#monitoring';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { leaveBeds } from '#sites';
import { areaIdOf, Contact, decisionFields, Kind, Purpose } from './order.ts';
import { selectOrder, updateWhere } from './queries.ts';
import { officerOfOrder } from './reach.ts';
import { addSteps } from './steps.ts';

export const transferOrder = operation({
	name: 'isolation.transfer-order',
	summary: {
		vi: 'Chuyển hình thức hoặc nơi cách ly (NĐ 165/2026, Mẫu 06, 08, 09): nơi nhận quản lý từ lúc đó',
		en: 'Moves an order in force to another kind of place or another area, which manages it from then on',
	},
	who: officerOfOrder,
	input: Type.Object(
		{
			orderId: Id,
			kind: Kind,
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Who manages it from now on' }),
			contact: Type.Optional(Contact),
			...decisionFields,
			reason: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ areaId: Type.Integer(), kind: Kind }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { orderId, kind, areaId, contact, decidedBy, decisionNumber, reason }) => {
		const { db, now, about } = context;
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		const personId = order.person_id;
		about(personId);
		if (order.is_hold || order.holds_until <= now) throw new Problem('already-ended');
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		if (area.path === order.area_path && kind === order.kind) throw new Problem('invalid-input', { field: 'kind' });
		const isMoved = await db.run(
			updateWhere({ personId, orderId, areaPath: area.path, kind, siteId: null, contact: contact ?? null, now }),
		);
		if (!isMoved) throw new Problem('already-ended');
		await moveDuty(db, { kind: 'isolation', sourceId: orderId, personId }, area.path, now);
		await leaveBeds(db, [orderId], now);
		await addSteps(context, [
			{
				...{ personId, orderId, kind: 'transferred', decidedBy, decisionNumber, reason },
				...{ before: `${order.kind} ${areaIdOf(order.area_path)}`, after: `${kind} ${areaId}` },
			},
		]);
		return { areaId, kind };
	},
});
