import Type from 'typebox';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { account, anyOf, staff } from '#platform/who';
import { Print, toPrint } from './print.ts';
import { selectPrintsOf } from './queries.ts';

export const listPrints = operation({
	name: 'posters.list-prints',
	summary: { vi: 'Những tệp in mình đã đặt, giữ một ngày', en: 'The prints one has ordered, kept for a day' },
	who: anyOf(account, staff),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ prints: Type.Array(Print) }),
	personal: 'none',
	run: async ({ db, caller }) => ({
		prints: (await db.rows(selectPrintsOf(actorId(caller.actor)!))).map(toPrint),
	}),
});
