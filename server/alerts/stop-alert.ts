import Type from 'typebox';
import { recallMessages } from '#messages';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { takeAlert } from './alert.ts';
import { selectPersonsOf, updateEnded } from './queries.ts';
import { officerOfAlert } from './reach.ts';

export const stopAlert = operation({
	name: 'alerts.stop-alert',
	summary: {
		vi: 'Dừng: người chưa được gửi sẽ không nhận; người đã nhận không bị đính chính',
		en: 'Stops an alert: who was not told will not be; who was is told nothing more',
	},
	who: officerOfAlert,
	input: Type.Object(
		{ alertId: Id, reason: Type.String({ minLength: 5, maxLength: 500 }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ stopped: Type.Integer({ description: 'Messages that were waiting and stay unsent' }) }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { alertId, reason }) => {
		const alert = await takeAlert(db, alertId, ['draft', 'waiting', 'sending']);
		about(...(await db.rows(selectPersonsOf(alertId))).map((row) => row.person_id));
		const state = alert.state === 'sending' ? ('stopped' as const) : ('dropped' as const);
		const by = actorId(caller.actor) ?? null;
		await db.run(updateEnded({ alertId, state, by, reason, correction: null, now }));
		return { stopped: (await recallMessages(db, { sourceId: alertId }, now)).stopped };
	},
});
