import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readStaysOf, takeBed } from '#sites';
import { selectOrder, updateSite } from './queries.ts';
import { officerOfOrder } from './reach.ts';
import { addSteps } from './steps.ts';

export const chooseBed = operation({
	name: 'isolation.choose-bed',
	summary: {
		vi: 'Xếp giường ở cơ sở cách ly cho một người; giường cũ được trả lại',
		en: 'Gives somebody in isolation a bed at a site; the bed they had is free',
	},
	who: officerOfOrder,
	input: Type.Object({ orderId: Id, siteId: Id, bedId: Id }, { additionalProperties: false }),
	output: Type.Object({ bed: Type.String({ description: 'A · tầng 3 · phòng 302 · giường 1' }) }),
	personal: 'changes',
	run: async (context, { orderId, siteId, bedId }) => {
		const { db, now, about } = context;
		const order = await db.find(selectOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		const personId = order.person_id;
		about(personId);
		if (order.is_hold || order.ended_at || order.holds_until <= now) throw new Problem('already-ended');
		if (order.kind !== 'site') throw new Problem('not-at-a-site', { field: 'bedId' });
		const [before] = await readStaysOf(db, orderId);
		await takeBed(context, { siteId, bedId, personId, orderId });
		await db.run(updateSite(personId, orderId, siteId));
		const [stay] = await readStaysOf(db, orderId);
		await addSteps(context, [
			{
				...{ personId, orderId, kind: 'bed' as const, after: `${stay!.siteName}: ${stay!.bed}` },
				...(before && !before.leftAt ? { before: `${before.siteName}: ${before.bed}` } : {}),
			},
		]);
		return { bed: stay!.bed };
	},
});
