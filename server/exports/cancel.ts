import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Export, toExport, whoOrdered } from './export.ts';
import { cancelExport, selectExport } from './queries.ts';

export const cancel = operation({
	name: 'exports.cancel',
	summary: { vi: 'Dừng xuất một tệp chưa xong', en: 'Stops an export that is not finished' },
	who: whoOrdered,
	input: Type.Object({ exportId: Id }, { additionalProperties: false }),
	output: Export,
	personal: 'none',
	run: async ({ db, now }, { exportId }) => {
		await db.run(cancelExport(exportId, now));
		return toExport(await db.one(selectExport(exportId)));
	},
});
