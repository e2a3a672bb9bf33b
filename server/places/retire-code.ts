import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { displayPlaceCode } from '#shared/codes/place-code';
import { Gate, managing } from './fields.ts';
import { issueCode } from './gate-code.ts';
import { lockPlace, retireCodes, selectGates } from './queries.ts';

export const retireCode = operation({
	name: 'places.retire-code',
	summary: {
		vi: 'Thu mã đang dùng của một cổng và cấp mã mới để in lại',
		en: 'Retires the code of a gate and issues a new one to print',
	},
	who: managing,
	input: Type.Object({ place: Id, gate: Gate }, { additionalProperties: false }),
	output: Type.Object({ gate: Gate, code: Type.String(), codeInLetters: Type.String() }),
	personal: 'none',
	run: async ({ db, now }, { place: placeId, gate }) => {
		const place = await db.find(lockPlace(placeId));
		const isOpen = (await db.rows(selectGates(placeId))).some((one) => one.gate === gate && !one.closed_at);
		if (!place || place.closed_at || !isOpen) throw new Problem('not-found', { field: 'gate' });
		await db.run(retireCodes(placeId, gate, now));
		const code = await issueCode(db, { placeId, gate, now });
		return { gate, code, codeInLetters: displayPlaceCode(code) };
	},
});
