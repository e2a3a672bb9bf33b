import Type from 'typebox';
import { findArea } from '#areas';
import { maskedNames } from '#identity';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Day, Kind, Purpose } from './order.ts';
import { readOrderTimes } from './order-times.ts';
import { insertOrder, selectSameOrder } from './queries.ts';
import { officerOfPersonOrArea } from './reach.ts';
import { forgetLastEnd } from './restrictions.ts';

export const issueOrder = operation({
	name: 'isolation.issue-order',
	summary: {
		vi: 'Ghi lệnh cách ly một người; gửi lại cùng số quyết định vẫn là lệnh đó',
		en: 'Records an order that a person stays in isolation; the same decision sent again is the same order',
	},
	who: officerOfPersonOrArea,
	input: Type.Object(
		{
			person: Id,
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Who manages the isolation' }),
			kind: Kind,
			disease: Type.String({ minLength: 2, maxLength: 200, description: 'The disease, and the regime it follows' }),
			decidedBy: Type.String({ minLength: 3, maxLength: 200 }),
			decisionNumber: Type.String({ minLength: 1, maxLength: 100 }),
			contact: Type.Optional(
				Type.String({ pattern: '^[0-9+][0-9 .]{2,19}$', description: 'The phone of the health station' }),
			),
			fromOn: Day,
			untilOn: Day,
			purpose: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ orderId: Id, wasIssued: Type.Boolean() }),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	run: async ({ db, caller, now, platform, about, afterCommit }, input) => {
		about(input.person);
		const area = await findArea(db, input.areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const known = await maskedNames({ db, keys: platform.keys }, [input.person]);
		if (!known.has(input.person)) throw new Problem('person-not-found', { field: 'person' });
		const times = readOrderTimes(input, now);
		const row = {
			person_id: input.person,
			order_id: newId(),
			area_path: area.path,
			kind: input.kind,
			disease: input.disease,
			decided_by: input.decidedBy,
			decision_number: input.decisionNumber,
			contact: input.contact ?? null,
			from_on: input.fromOn,
			until_on: input.untilOn,
			holds_from: times.from,
			holds_until: times.until,
			issued_by: actorId(caller.actor) ?? null,
			issued_at: now,
			ended_at: null,
			ended_reason: null,
		};
		const isNew = (await db.run(insertOrder(row))) > 0;
		afterCommit(() => forgetLastEnd(platform));
		const orderId = isNew ? row.order_id : (await db.one(selectSameOrder(row))).order_id;
		return { orderId, wasIssued: !isNew };
	},
});
