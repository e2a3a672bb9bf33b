import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { whoOrdered } from './print.ts';
import { cancelPrintRow, deleteParts } from './queries.ts';

export const cancelPrint = operation({
	name: 'posters.cancel-print',
	summary: { vi: 'Thôi vẽ một tệp in', en: 'Stops a print that is being drawn' },
	who: whoOrdered,
	input: Type.Object({ print: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, now }, { print }) => {
		if (!(await db.run(cancelPrintRow(print, now)))) throw new Problem('conflict');
		await db.run(deleteParts(print));
		return {};
	},
});
