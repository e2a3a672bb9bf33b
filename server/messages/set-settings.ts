import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { settingFields } from './get-settings.ts';
import { insertSetting } from './queries-settings.ts';
import { readSettings } from './settings.ts';

export const setSettings = operation({
	name: 'messages.set-settings',
	summary: {
		vi: 'Đặt quy tắc gửi tin nhắn mới; bản cũ vẫn được giữ',
		en: 'Sets new rules of sending; the former version is kept',
	},
	who: role(['administrator']),
	input: Type.Object(
		{
			after: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'The version it changes' }),
			...settingFields,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ version: Type.Integer() }),
	personal: 'none',
	run: async ({ db, now }, { after, ...set }) => {
		if ((await readSettings(db, now)).version !== after) throw new Problem('conflict');
		const row = {
			...{ version: after + 1, quiet_from: set.quietFrom, quiet_until: set.quietUntil, unaccents: set.unaccents },
			...{
				stop_ends: set.stopEnds,
				push_first: set.pushFirst,
				attempts_max: set.attemptsMax,
				breaker_percent: set.breaker.percent,
			},
			...{ breaker_least: set.breaker.least, breaker_minutes: set.breaker.minutes },
			...{ valid_from: now, decision: set.decision },
		};
		if (!(await db.run(insertSetting(row)))) throw new Problem('conflict');
		return { version: row.version };
	},
});
