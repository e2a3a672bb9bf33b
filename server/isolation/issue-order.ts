import Type from 'typebox';
import { findArea } from '#areas';
import { getRegime, RegimeName } from '#diseases';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { beginOrders } from './begin-orders.ts';
import { Contact, Day, decisionFields, Kind, Purpose } from './order.ts';
import { lastDayOf, readOrderTimes } from './order-times.ts';
import { officerOfPersonOrArea } from './reach.ts';

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
			regime: Type.Optional(RegimeName),
			disease: Type.String({ minLength: 2, maxLength: 200, description: 'The disease, and the regime it follows' }),
			...decisionFields,
			contact: Type.Optional(Contact),
			fromOn: Day,
			untilOn: Type.Optional({ ...Day, description: 'The last day, included; else what the regime says' }),
			purpose: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ orderId: Id, wasIssued: Type.Boolean() }),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	run: async (context, { person, areaId, purpose: _purpose, regime: regimeName, untilOn, ...said }) => {
		const { db, now, platform, about } = context;
		about(person);
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const known = await maskedNames({ db, keys: platform.keys }, [person]);
		if (!known.has(person)) throw new Problem('person-not-found', { field: 'person' });
		const regime = regimeName ? await getRegime(db, regimeName, now) : undefined;
		const days = { fromOn: said.fromOn, untilOn: untilOn ?? lastDayOf(regime, said.fromOn) };
		const order = {
			...{ ...said, ...days, personId: person, areaPath: area.path },
			...{ times: readOrderTimes(days, now), ...(regime ? { regime } : {}) },
		};
		const [begun] = await beginOrders(context, [order]);
		return { orderId: begun!.orderId, wasIssued: !begun!.isNew };
	},
});
