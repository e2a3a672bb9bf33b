import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { displayPlaceCode } from '#shared/codes/place-code';
import { Gate, managing, readText, Written } from './fields.ts';
import { issueCode } from './gate-code.ts';
import { insertGate, lockPlace, selectGates } from './queries.ts';

const gatesMax = 100;
// Closed gates keep their numbers, because visits name them.
const numbersMax = 999;

export const addGate = operation({
	name: 'places.add-gate',
	summary: { vi: 'Thêm một cổng với mã riêng', en: 'Adds a gate with a code of its own' },
	who: managing,
	input: Type.Object({ place: Id, name: Written }, { additionalProperties: false }),
	output: Type.Object({ gate: Gate, code: Type.String(), codeInLetters: Type.String() }),
	personal: 'none',
	run: async ({ db, now }, { place: placeId, name }) => {
		const place = await db.find(lockPlace(placeId));
		if (!place || place.closed_at) throw new Problem('place-not-found', { field: 'place' });
		const gates = await db.rows(selectGates(placeId));
		const gate = (gates.at(-1)?.gate ?? 0) + 1;
		if (gates.filter((one) => !one.closed_at).length >= gatesMax || gate > numbersMax)
			throw new Problem('invalid-input', { field: 'gate' });
		await db.run(insertGate({ placeId, gate, name: readText(name, 'name') }));
		const code = await issueCode(db, { placeId, gate, now });
		return { gate, code, codeInLetters: displayPlaceCode(code) };
	},
});
