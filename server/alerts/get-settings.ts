import Type from 'typebox';
import { operation } from '#platform/operation';
import { staff } from '#platform/who';
import { selectSetting } from './queries-templates.ts';

export const settingFields = {
	approveAbove: Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'More people need a second officer' }),
	stageFrom: Type.Integer({
		minimum: 1,
		maximum: 1_000_000,
		description: 'From so many on it goes out in three stages',
	}),
	firstPercent: Type.Integer({ minimum: 1, maximum: 100 }),
	secondPercent: Type.Integer({ minimum: 1, maximum: 100 }),
	decision: Type.String({ minLength: 3, maxLength: 200 }),
};

export const getSettings = operation({
	name: 'alerts.get-settings',
	summary: {
		vi: 'Quy tắc duyệt và gửi từng phần của cảnh báo',
		en: 'When alerts need approval, and in which stages they go',
	},
	who: staff,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ version: Type.Integer(), ...settingFields }),
	personal: 'none',
	run: async ({ db }) => {
		const row = await db.one(selectSetting());
		return {
			...{ version: row.version, approveAbove: row.approve_above, stageFrom: row.stage_from, decision: row.decision },
			...{ firstPercent: row.first_percent, secondPercent: row.second_percent },
		};
	},
});
