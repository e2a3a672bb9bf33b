import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Gate, managing } from './fields.ts';
import { closeGateRow, lockPlace, retireCodes, selectGates } from './queries.ts';

export const closeGate = operation({
	name: 'places.close-gate',
	summary: {
		vi: 'Đóng một cổng và thu mã của nó; cổng cuối cùng thì đóng cả địa điểm',
		en: 'Closes a gate and retires its code; the last one is closed with the place',
	},
	who: managing,
	input: Type.Object({ place: Id, gate: Gate }, { additionalProperties: false }),
	output: Type.Object({ gate: Gate }),
	personal: 'none',
	run: async ({ db, now }, { place: placeId, gate }) => {
		await db.find(lockPlace(placeId));
		const open = (await db.rows(selectGates(placeId))).filter((one) => !one.closed_at);
		if (!open.some((one) => one.gate === gate)) throw new Problem('not-found', { field: 'gate' });
		if (open.length === 1) throw new Problem('conflict', { field: 'gate' });
		await db.run(closeGateRow(placeId, gate, now));
		await db.run(retireCodes(placeId, gate, now));
		return { gate };
	},
});
