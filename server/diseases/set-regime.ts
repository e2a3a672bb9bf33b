import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { insertNextRegime } from './queries-regimes.ts';
import { Regime, regimeFields, toRegimeRow } from './regime.ts';

export const setRegime = operation({
	name: 'diseases.set-regime',
	summary: {
		vi: 'Thêm một chế độ cách ly hoặc một phiên bản mới; lệnh đã ra giữ phiên bản của nó',
		en: 'Adds a regime of isolation or a new version of one; orders keep the version they were given by',
	},
	who: role(['administrator']),
	input: Type.Object(regimeFields, { additionalProperties: false }),
	output: Regime,
	// About nobody, and kept in the log all the same: it decides for how long people stay where they are.
	personal: 'changes',
	run: async ({ db }, input) => {
		if (input.testDays.some((day) => day > input.days)) throw new Problem('invalid-input', { field: 'testDays' });
		try {
			const { version } = await db.one(insertNextRegime(toRegimeRow({ ...input, version: 0 })));
			return { ...input, version };
		} catch (error) {
			if (brokenConstraint(error) === 'regime_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
