import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { settingFields } from './get-settings.ts';
import { insertSetting, selectSetting } from './queries-templates.ts';

export const setSettings = operation({
	name: 'alerts.set-settings',
	summary: {
		vi: 'Đặt quy tắc duyệt và gửi từng phần; bản cũ vẫn được giữ',
		en: 'Sets when alerts need approval and their stages; the former version is kept',
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
	run: async ({ db, now }, { after, approveAbove, stageFrom, firstPercent, secondPercent, decision }) => {
		if (secondPercent < firstPercent) throw new Problem('invalid-input', { field: 'secondPercent' });
		if ((await db.one(selectSetting())).version !== after) throw new Problem('conflict');
		const row = {
			...{ version: after + 1, approve_above: approveAbove, stage_from: stageFrom, first_percent: firstPercent },
			...{ second_percent: secondPercent, valid_from: now, decision },
		};
		if (!(await db.run(insertSetting(row)))) throw new Problem('conflict');
		return { version: row.version };
	},
});
