import Type from 'typebox';
import { readRegimes } from '#diseases';
import { readIds } from '#identity';
import { readTestsOf } from '#laboratory';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readStaysOf } from '#sites';
import { followUp, Order, readAreas, toFields, toOrders, Words } from './order.ts';
import { planTests } from './plan-tests.ts';
import { type OrderRow, selectOrder, selectOrdersOf } from './queries.ts';
import { officerOfOrder } from './reach.ts';
import { readSteps, Step } from './steps.ts';

const ordersMax = 20;

export const getOrder = operation({
	name: 'isolation.get-order',
	summary: {
		vi: 'Một lệnh cách ly với các bước đã làm và lịch xét nghiệm, tên được che',
		en: 'One isolation order with everything done about it and its tests, with the name masked',
	},
	who: officerOfOrder,
	input: Type.Object({ orderId: Id }, { additionalProperties: false }),
	output: Type.Object({
		...Order.properties,
		regimeName: Type.Optional(Words),
		reportsADay: Type.Optional(Type.Integer()),
		tests: Type.Array(
			Type.Object({
				day: Type.Integer({ description: 'Day 1 is the first day of isolation' }),
				on: Type.String({ format: 'date' }),
				result: Type.Optional(Type.String({ description: 'pending, positive, negative, invalid' })),
			}),
		),
		bed: Type.Optional(Type.Object({ siteName: Type.String(), bed: Type.String() })),
		steps: Type.Array(Step),
		others: Type.Array(Type.Object({ orderId: Id, areaName: Words, untilOn: Type.String({ format: 'date' }) }), {
			description: 'What else is ordered of the person, under whichever of their records',
		}),
	}),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, now, platform: { keys }, about }, { orderId }) => {
		const row = await db.find(selectOrder(orderId));
		if (!row) throw new Problem('not-found', { field: 'orderId' });
		about(row.person_id);
		const [order] = await toOrders({ db, keys, now }, [row]);
		const [stay] = await readStaysOf(db, orderId);
		return {
			...{ ...order!, ...(await readRegimeOf(db, row)) },
			...(stay && !stay.leftAt ? { bed: { siteName: stay.siteName, bed: stay.bed } } : {}),
			steps: await readSteps(db, row.person_id, orderId),
			others: await readOthers(db, row, now),
		};
	},
});

async function readOthers(db: Db, { person_id, order_id }: OrderRow, now: Date) {
	const rows = await db.rows(selectOrdersOf(await readIds(db, person_id), now, ordersMax));
	const others = rows.filter((row) => row.order_id !== order_id);
	const areas = await readAreas(db, others);
	return others.map((row) => {
		const { orderId, areaName, untilOn } = toFields(row, areas);
		return { orderId, areaName, untilOn };
	});
}

async function readRegimeOf(db: Db, { person_id, from_on, regime, regime_version }: OrderRow) {
	if (regime === null) return { tests: [] };
	const asked = { regime, version: regime_version! };
	const found = (await readRegimes(db, [asked])).get(`${regime}/${regime_version}`)!;
	const tests = (await readTestsOf(db, [person_id], found.disease)).get(person_id) ?? [];
	return {
		regimeName: found.name,
		reportsADay: found.reportsADay,
		tests: planTests({ fromOn: from_on, testDays: found.testDays }, tests),
	};
}
