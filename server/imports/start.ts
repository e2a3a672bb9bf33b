import Type from 'typebox';
import { Id } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { holdImport, officerOfImport } from './import.ts';
import { setState } from './queries.ts';

export const start = operation({
	name: 'imports.start',
	summary: {
		vi: 'Ghi những dòng đúng của một tệp đã kiểm tra; tệp đã dừng thì làm tiếp từ chỗ dừng',
		en: 'Adds the good rows of a file that was checked; one that was stopped goes on where it stopped',
	},
	who: officerOfImport,
	input: Type.Object(
		{
			importId: Id,
			faultyRows: Type.Union([Type.Literal('refuse'), Type.Literal('leave-out')], {
				description: 'refuse: nothing unless every row is good; leave-out: the good ones',
			}),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ rows: Type.Integer({ description: 'To be added' }) }),
	personal: 'records',
	run: async ({ db, now }, { importId, faultyRows }) => {
		const row = await holdImport(db, importId);
		if (row.state !== 'checked' && !(row.state === 'stopped' && row.mapping)) throw new Problem('conflict');
		if (row.rows_faulty && faultyRows === 'refuse')
			throw new Problem('registration-has-faults', { values: { rows: row.rows_faulty } });
		if (!row.rows_good) throw new Problem('registration-nothing-good');
		await db.run(setState(importId, 'running', now));
		await enqueue(db, { job: 'imports.add-rows', payload: { importId }, key: importId });
		return { rows: row.rows_good };
	},
});
