import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { whoOrdered } from './export.ts';
import { selectExport, selectPart } from './queries.ts';

export const getPart = operation({
	name: 'exports.get-part',
	summary: {
		vi: 'Một phần của tệp đã xuất xong; nối các phần theo thứ tự là tệp zip',
		en: 'A part of a finished export; all parts in their order are the zip',
	},
	who: whoOrdered,
	input: Type.Object(
		{ exportId: Id, part: Type.Integer({ minimum: 1, maximum: 10_000 }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ base64: Type.String() }),
	// Those in it were told when it was written.
	personal: 'reads',
	run: async ({ db, platform: { keys } }, { exportId, part }) => {
		const { state } = await db.one(selectExport(exportId));
		const found = state === 'ready' ? await db.find(selectPart(exportId, part)) : undefined;
		if (!found) throw new Problem('not-found', { field: 'part' });
		return { base64: keys.decryptBytes(found.sealed).toString('base64') };
	},
});
