import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Export, officerOfExport, toExport } from './export.ts';
import { selectExport } from './queries.ts';

export const get = operation({
	name: 'exports.get',
	summary: {
		vi: 'Một lần xuất tệp: ai, mục đích gì, đến đâu; không có tên ai trong đó',
		en: 'An export: whose, for which purpose, how far; nothing of any person',
	},
	who: officerOfExport,
	input: Type.Object({ exportId: Id }, { additionalProperties: false }),
	output: Export,
	personal: 'none',
	run: async ({ db }, { exportId }) => {
		const row = await db.find(selectExport(exportId));
		if (!row) throw new Problem('not-found', { field: 'exportId' });
		return toExport(row);
	},
});
