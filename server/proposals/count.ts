import Type from 'typebox';
import { officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { countProposals } from './queries.ts';
import { worker, workers } from './reach.ts';

const days = 30;

export const count = operation({
	name: 'proposals.count',
	summary: {
		vi: 'Số đề nghị đang chờ và số lần quá hạn trong 30 ngày qua, trong địa bàn',
		en: 'How many proposals wait within reach, and how often a time was missed in the last 30 days',
	},
	who: worker,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		toDecide: Type.Integer(),
		toTell: Type.Integer(),
		lateNow: Type.Integer({ description: 'Of those that wait' }),
		missed: Type.Object({ lists: Type.Integer(), decisions: Type.Integer(), notices: Type.Integer() }),
	}),
	personal: 'none',
	run: async ({ db, caller, now }) => {
		const since = new Date(now.getTime() - days * 86_400_000);
		const row = await db.one(countProposals(officerRanges(caller.actor, workers), since, now));
		return {
			...{ toDecide: row.to_decide, toTell: row.to_tell, lateNow: row.late_now },
			missed: { lists: row.lists_late, decisions: row.decisions_late, notices: row.notices_late },
		};
	},
});
