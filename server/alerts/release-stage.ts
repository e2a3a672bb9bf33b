import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { takeAlert } from './alert.ts';
import { requireCases } from './grounds.ts';
import { officerOfAlert } from './reach.ts';
import { beginStage } from './stages.ts';

export const releaseStage = operation({
	name: 'alerts.release-stage',
	summary: { vi: 'Gửi cho nhóm người tiếp theo', en: 'Lets the next stage of an alert go out' },
	who: officerOfAlert,
	input: Type.Object(
		{
			alertId: Id,
			after: Type.Integer({ minimum: 1, maximum: 3, description: 'The stage before it, as it was seen' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ stage: Type.Integer() }),
	personal: 'changes',
	run: async ({ db, now, about }, { alertId, after }) => {
		const alert = await takeAlert(db, alertId, ['sending']);
		// Two officers who press at once, or one who presses twice, begin one stage.
		if (alert.stage !== after || after >= alert.stages!) throw new Problem('alert-has-moved-on');
		about(...(await requireCases(db, alert)));
		return { stage: await beginStage(db, alert, now) };
	},
});
