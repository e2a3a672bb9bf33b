import Type from 'typebox';
import { Id } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { lockRoster, setState } from './queries.ts';
import { officerOfRoster } from './roster.ts';

export const start = operation({
	name: 'rosters.start',
	summary: {
		vi: 'Ghi những người của một tệp đã kiểm tra vào danh sách vùng khoanh',
		en: 'Adds the people of a file that was checked to the cordon’s list',
	},
	who: officerOfRoster,
	input: Type.Object(
		{
			roster: Id,
			faultyRows: Type.Union([Type.Literal('refuse'), Type.Literal('leave-out')], {
				description: 'refuse: nothing unless every row is good; leave-out: the good ones',
			}),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ rows: Type.Integer({ description: 'To be added' }) }),
	personal: 'records',
	run: async ({ db, now }, { roster, faultyRows }) => {
		const row = await db.find(lockRoster(roster));
		if (!row) throw new Problem('not-found', { field: 'roster' });
		if (row.rows_dropped_at) throw new Problem('registration-over');
		if (row.state !== 'checked') throw new Problem('conflict');
		if (row.rows_faulty && faultyRows === 'refuse')
			throw new Problem('registration-has-faults', { values: { rows: row.rows_faulty } });
		if (!row.rows_good) throw new Problem('registration-nothing-good');
		await db.run(setState(roster, 'running', now));
		await enqueue(db, { job: 'rosters.add-rows', payload: { roster }, key: roster });
		return { rows: row.rows_good };
	},
});
