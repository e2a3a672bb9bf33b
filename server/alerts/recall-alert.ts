import Type from 'typebox';
import { checkLength, recallMessages } from '#messages';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { normalise } from '#shared/text/vietnamese';
import { takeAlert, Words } from './alert.ts';
import { selectPersonsOf, updateEnded } from './queries.ts';
import { officerOfAlert } from './reach.ts';
import { callAdvance } from './stages.ts';

const Correction = Type.String({ minLength: 10, maxLength: 300 });

/** One officer is enough: a false alert does harm for as long as two are looked for. */
export const recallAlert = operation({
	name: 'alerts.recall-alert',
	summary: {
		vi: 'Thu hồi: dừng những tin chưa gửi và gửi đính chính cho đúng những người đã nhận',
		en: 'Takes an alert back: stops what is unsent and corrects exactly those who got it',
	},
	who: officerOfAlert,
	input: Type.Object(
		{
			alertId: Id,
			correction: Type.Object({ vi: Correction, en: Correction }, { additionalProperties: false }),
			reason: Type.String({ minLength: 5, maxLength: 500, description: 'For other officers' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ ...Words.properties, stopped: Type.Integer() }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { alertId, correction: given, reason }) => {
		await takeAlert(db, alertId, ['sending', 'sent', 'stopped']);
		about(...(await db.rows(selectPersonsOf(alertId))).map((row) => row.person_id));
		const correction = { vi: normalise(given.vi), en: normalise(given.en) };
		await checkLength(db, correction, now);
		const by = actorId(caller.actor) ?? null;
		await db.run(updateEnded({ alertId, state: 'recalling', by, reason, correction, now }));
		const { stopped } = await recallMessages(db, { sourceId: alertId }, now);
		await callAdvance(db, alertId);
		return { ...correction, stopped };
	},
});
