import Type from 'typebox';
import { readSettings, toSmsText } from '#messages';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { measureSms } from '#shared/text/sms';
import { Severity, Words } from './alert.ts';
import { selectAlert } from './queries.ts';
import { countRecipients } from './queries-recipients.ts';
import { selectSetting } from './queries-templates.ts';
import { officerOfAlert } from './reach.ts';

const Sms = Type.Object({ text: Type.String(), segments: Type.Integer() });

export const previewAlert = operation({
	name: 'alerts.preview-alert',
	summary: {
		vi: 'Xem trước cảnh báo như người nhận đọc, với số người theo từng cách báo',
		en: 'An alert as its recipients will read it, with how many are told by which way',
	},
	who: officerOfAlert,
	input: Type.Object({ alertId: Id }, { additionalProperties: false }),
	output: Type.Object({
		severity: Severity,
		text: Words,
		sms: Type.Object({ vi: Sms, en: Sms }, { description: 'As it goes out, and as how many text messages' }),
		people: Type.Integer({ description: 'Confirmed contacts whom nobody told of this event yet' }),
		bySms: Type.Integer(),
		inApp: Type.Integer({ description: 'Without a number, but with an account' }),
		toCall: Type.Integer({ description: 'Neither: officers call them' }),
		toldBefore: Type.Integer(),
		needsApproval: Type.Boolean(),
		stages: Type.Integer(),
	}),
	personal: 'none',
	run: async ({ db, now }, { alertId }) => {
		const alert = await db.find(selectAlert(alertId));
		if (!alert) throw new Problem('not-found', { field: 'alertId' });
		if (!alert.event) throw new Problem('alert-not-written');
		const chosen = { alertId, levelMax: alert.level_max, event: alert.event };
		const [counted, setting, { unaccents }] = await Promise.all([
			db.one(countRecipients(chosen)),
			db.one(selectSetting()),
			readSettings(db, now),
		]);
		const sms = (words: string) => {
			const text = toSmsText(words, unaccents);
			return { text, segments: measureSms(text).segments };
		};
		return {
			severity: alert.severity as 'urgent',
			text: { vi: alert.vi!, en: alert.en! },
			sms: { vi: sms(alert.vi!), en: sms(alert.en!) },
			people: counted.people,
			bySms: counted.by_sms,
			inApp: counted.in_app,
			toCall: counted.to_call,
			toldBefore: counted.told_before,
			needsApproval: counted.people > setting.approve_above,
			stages: counted.people >= setting.stage_from ? 3 : 1,
		};
	},
});
