import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { listAllRegimes, Regime } from './regime.ts';

export const listRegimes = operation({
	name: 'diseases.list-regimes',
	summary: {
		vi: 'Các chế độ cách ly với mọi phiên bản: số ngày, số lần báo, ngày xét nghiệm, điều kiện kết thúc',
		en: 'The regimes of isolation with every version, the newest of each first',
	},
	who: role(['health-officer', 'administrator', 'analyst']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ regimes: Type.Array(Regime) }),
	personal: 'none',
	run: async ({ db }) => ({ regimes: await listAllRegimes(db) }),
});
