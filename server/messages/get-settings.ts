import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { Kind } from './message.ts';
import { readSettings } from './settings.ts';

const Minute = Type.Integer({ minimum: 0, maximum: 1_439, description: 'Minutes after midnight in Viet Nam' });

/** The rules of sending, as an administrator sets them. */
export const settingFields = {
	quietFrom: Minute,
	quietUntil: Minute,
	unaccents: Type.Boolean({ description: 'Without diacritics, where that saves a text message' }),
	stopEnds: Type.Array(Kind, { maxItems: 4, uniqueItems: true, description: 'The kinds that STOP ends' }),
	pushFirst: Type.Array(Kind, {
		maxItems: 4,
		uniqueItems: true,
		description: 'The kinds that go to a browser where there is one, and to the phone where it cannot',
	}),
	attemptsMax: Type.Integer({ minimum: 1, maximum: 20 }),
	breaker: Type.Object(
		{
			percent: Type.Integer({ minimum: 1, maximum: 100 }),
			least: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
			minutes: Type.Integer({ minimum: 1, maximum: 1_440 }),
		},
		{
			additionalProperties: false,
			description: 'Sending pauses when so many of a hundred failed, of at least so many',
		},
	),
	decision: Type.String({ minLength: 3, maxLength: 200, description: 'Who decided it' }),
};

export const getSettings = operation({
	name: 'messages.get-settings',
	summary: { vi: 'Quy tắc gửi tin nhắn đang áp dụng', en: 'The rules of sending in force' },
	who: role(['administrator']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ version: Type.Integer(), validFrom: Type.String({ format: 'date-time' }), ...settingFields }),
	personal: 'none',
	run: async ({ db, now }) => {
		const settings = await readSettings(db, now);
		return { ...settings, validFrom: settings.validFrom.toISOString() };
	},
});
