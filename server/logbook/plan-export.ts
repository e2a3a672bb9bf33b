import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { cutStretches, partMax } from './cut-stretches.ts';
import { Day, managerOf, readLogDay } from './log-days.ts';
import { Moment } from './page.ts';
import { countStretches } from './queries.ts';

/** A log has 22 days of 144 stretches. */
const stretchesMax = 100_000;

export const planExport = operation({
	name: 'logbook.plan-export',
	summary: {
		vi: 'Nhật ký của những ngày này gồm bao nhiêu dòng, và chia thành những tệp nào',
		en: 'How many rows the log of some days has, and into which files it is split',
	},
	who: managerOf,
	input: Type.Object({ place: Id, firstDay: Day, lastDay: Day }, { additionalProperties: false }),
	output: Type.Object({
		rows: Type.Integer(),
		parts: Type.Array(Type.Object({ from: Moment, until: Moment, rows: Type.Integer() }), {
			description: `What logbook.export-log is asked for, one after the other; at most ${partMax} rows each`,
		}),
	}),
	personal: 'none',
	run: async (context, { place, firstDay, lastDay }) => {
		if (firstDay > lastDay) throw new Problem('invalid-input', { field: 'lastDay' });
		const { from } = await readLogDay(context, firstDay, 'firstDay');
		const { until } = await readLogDay(context, lastDay, 'lastDay');
		const stretches = await context.db.rows(countStretches(place, from, until, stretchesMax));
		const parts = cutStretches(stretches, { from, until });
		return {
			rows: stretches.reduce((sum, { visits }) => sum + visits, 0),
			parts: parts.map((part) => ({ ...part, from: part.from.toISOString(), until: part.until.toISOString() })),
		};
	},
});
