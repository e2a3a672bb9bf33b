import Type from 'typebox';
import { requireSecondOfficer } from '#identity';
import { Id } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Export, officerOfExport, toExport } from './export.ts';
import { decideExport, selectExport, selectRule } from './queries.ts';

export const decide = operation({
	name: 'exports.decide',
	summary: {
		vi: 'Duyệt hoặc từ chối tệp một cán bộ khác xin xuất',
		en: 'Approves or refuses a file another officer asked for',
	},
	who: officerOfExport,
	input: Type.Object({ exportId: Id, isApproved: Type.Boolean() }, { additionalProperties: false }),
	output: Export,
	personal: 'changes',
	run: async ({ db, caller: { actor }, now }, { exportId, isApproved }) => {
		const found = await db.find(selectExport(exportId));
		if (!found) throw new Problem('not-found', { field: 'exportId' });
		const { approve_hours } = await db.one(selectRule(now));
		const until = new Date(found.ordered_at.getTime() + approve_hours * 3_600_000);
		const by = requireSecondOfficer(actor, { first: [found.ordered_by], until }, now);
		const authority = 'authority' in actor ? actor.authority : '';
		const state = isApproved ? 'waiting' : 'refused';
		if (!(await db.run(decideExport(exportId, { state, by, authority, at: now })))) throw new Problem('already-ended');
		if (isApproved) await enqueue(db, { job: 'exports.write-export', payload: { exportId }, key: exportId });
		return toExport(await db.one(selectExport(exportId)));
	},
});
