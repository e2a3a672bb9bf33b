import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { takeAlert } from './alert.ts';
import { requireCases } from './grounds.ts';
import { lockAlert, updateSubmitted } from './queries.ts';
import { insertRecipients } from './queries-recipients.ts';
import { selectSetting } from './queries-templates.ts';
import { officerOfAlert } from './reach.ts';
import { beginStage } from './stages.ts';

export const submitAlert = operation({
	name: 'alerts.submit-alert',
	summary: {
		vi: 'Chốt người nhận; gửi ngay, hoặc chờ cán bộ thứ hai duyệt khi đông người',
		en: 'Fixes who is told; goes out at once, or waits for a second officer when they are many',
	},
	who: officerOfAlert,
	input: Type.Object({ alertId: Id }, { additionalProperties: false }),
	output: Type.Object({
		state: Type.Union([Type.Literal('waiting'), Type.Literal('sending')]),
		recipients: Type.Integer(),
	}),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { alertId }) => {
		const alert = await takeAlert(db, alertId, ['draft']);
		if (!alert.event) throw new Problem('alert-not-written');
		about(...(await requireCases(db, alert)));
		const setting = await db.one(selectSetting());
		const { people: recipients } = await db.one(
			insertRecipients({
				...{ alertId, levelMax: alert.level_max, event: alert.event, stageFrom: setting.stage_from },
				...{ first: setting.first_percent, second: setting.second_percent },
			}),
		);
		if (!recipients) throw new Problem('alert-without-recipients');
		const state = recipients > setting.approve_above ? ('waiting' as const) : ('sending' as const);
		const stages = recipients >= setting.stage_from ? 3 : 1;
		const by = actorId(caller.actor) ?? null;
		await db.run(updateSubmitted({ alertId, state, recipients, stages, by, now }));
		if (state === 'sending') await beginStage(db, await db.one(lockAlert(alertId)), now);
		return { state, recipients };
	},
});
