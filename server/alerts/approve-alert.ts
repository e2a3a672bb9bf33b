import Type from 'typebox';
import { requireSecondOfficer } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { takeAlert } from './alert.ts';
import { requireCases } from './grounds.ts';
import { updateApproved } from './queries.ts';
import { officerOfAlert } from './reach.ts';
import { beginStage } from './stages.ts';

export const approveAlert = operation({
	name: 'alerts.approve-alert',
	summary: {
		vi: 'Cán bộ thứ hai duyệt cảnh báo; từ lúc đó cảnh báo được gửi',
		en: 'A second officer approves an alert; from then on it goes out',
	},
	who: officerOfAlert,
	input: Type.Object({ alertId: Id }, { additionalProperties: false }),
	output: Type.Object({ stage: Type.Integer() }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { alertId }) => {
		const alert = await takeAlert(db, alertId, ['waiting']);
		const by = requireSecondOfficer(caller.actor, { first: [alert.drafted_by, alert.submitted_by] }, now);
		about(...(await requireCases(db, alert)));
		await db.run(updateApproved(alertId, by, now));
		return { stage: await beginStage(db, alert, now) };
	},
});
