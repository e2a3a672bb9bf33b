import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { holdImport, officerOfImport } from './import.ts';
import { setState } from './queries.ts';

export const stop = operation({
	name: 'imports.stop',
	summary: {
		vi: 'Dừng một lần nhập; những gì đã ghi vẫn còn, và có thể làm tiếp trong một ngày',
		en: 'Stops an import; what was added stays, and it may be taken up again within a day',
	},
	who: officerOfImport,
	input: Type.Object({ importId: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, now }, { importId }) => {
		const row = await holdImport(db, importId);
		if (row.state === 'done' || row.state === 'stopped') throw new Problem('conflict');
		await db.run(setState(importId, 'stopped', now));
		return {};
	},
});
