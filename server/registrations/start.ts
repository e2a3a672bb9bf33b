import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { isWithin, type Who } from '#platform/who';
import { lockRegistration, setState } from './queries.ts';
import { reachOf, whoMade, whoRegisters } from './registration.ts';

/** The right may have been taken away since the file was checked. */
const whoMadeAndRegisters: Who<{ registration: string }> = {
	words: 'whoever sent the file, while they may register places',
	allows: async (asking) => (await whoRegisters.allows(asking)) && (await whoMade.allows(asking)),
};

/** Whether the areas the file was checked for are within those of today; none are all. */
const isCovered = (checked: readonly string[], today: readonly string[]): boolean =>
	!today.length || (checked.length > 0 && checked.every((path) => today.some((above) => isWithin(path, above))));

export const start = operation({
	name: 'registrations.start',
	summary: {
		vi: 'Đăng ký những địa điểm của một tệp đã kiểm tra',
		en: 'Registers the places of a file that was checked',
	},
	who: whoMadeAndRegisters,
	input: Type.Object(
		{
			registration: Id,
			faultyRows: Type.Union([Type.Literal('refuse'), Type.Literal('leave-out')], {
				description: 'refuse: nothing unless every row is good; leave-out: the good ones',
			}),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ rows: Type.Integer({ description: 'To be registered' }) }),
	personal: 'records',
	limits: [{ what: 'person', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 20, seconds: 86_400 } }],
	run: async ({ db, now, caller }, { registration, faultyRows }) => {
		const row = (await db.find(lockRegistration(registration)))!;
		if (row.rows_dropped_at) throw new Problem('registration-over');
		if (row.state !== 'checked') throw new Problem('conflict');
		if (!isCovered(row.reach, reachOf(caller.actor))) throw new Problem('not-allowed');
		if (row.rows_faulty && faultyRows === 'refuse')
			throw new Problem('registration-has-faults', { values: { rows: row.rows_faulty } });
		if (!row.rows_good) throw new Problem('registration-nothing-good');
		await db.run(setState(registration, 'running', now));
		await enqueue(db, { job: 'registrations.register-rows', payload: { registration }, key: registration });
		return { rows: row.rows_good };
	},
});
