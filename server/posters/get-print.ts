import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Print, toPrint, whoOrdered } from './print.ts';
import { selectPrint } from './queries.ts';

export const getPrint = operation({
	name: 'posters.get-print',
	summary: { vi: 'Tệp in hàng loạt đã vẽ tới đâu', en: 'How far a print of many places is' },
	who: whoOrdered,
	input: Type.Object({ print: Id }, { additionalProperties: false }),
	output: Print,
	personal: 'none',
	run: async ({ db }, { print }) => toPrint(await db.one(selectPrint(print))),
});
