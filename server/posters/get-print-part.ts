import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { whoOrdered } from './print.ts';
import { selectPart, selectPrint } from './queries.ts';

export const getPrintPart = operation({
	name: 'posters.get-print-part',
	summary: {
		vi: 'Một phần của tệp in đã vẽ xong; nối các phần theo thứ tự là tệp PDF',
		en: 'A part of a finished print; all parts in their order are the PDF',
	},
	who: whoOrdered,
	input: Type.Object(
		{ print: Id, part: Type.Integer({ minimum: 1, maximum: 10_000 }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ base64: Type.String() }),
	personal: 'none',
	run: async ({ db }, { print, part }) => {
		const { state } = await db.one(selectPrint(print));
		const found = state === 'ready' ? await db.find(selectPart(print, part)) : undefined;
		if (!found) throw new Problem('not-found', { field: 'part' });
		return { base64: found.content.toString('base64') };
	},
});
