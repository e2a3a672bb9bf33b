import Type from 'typebox';
import { operation } from '#platform/operation';
import { staff } from '#platform/who';
import { Clock, readClocks } from './clock.ts';

export const listClocks = operation({
	name: 'proposals.list-clocks',
	summary: {
		vi: 'Thời hạn của từng bước theo hình thức cách ly, với mọi phiên bản',
		en: 'How long each step may take by kind of isolation, with every version',
	},
	who: staff,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ clocks: Type.Array(Clock) }),
	personal: 'none',
	run: async ({ db }) => ({ clocks: await readClocks(db) }),
});
