import Type from 'typebox';
import { checkLength } from '#messages';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { Severity } from './alert.ts';
import { compose, placeholders } from './compose.ts';
import { insertTemplate, selectTemplates } from './queries-templates.ts';

const Template = Type.String({
	minLength: 20,
	maxLength: 300,
	description: 'With {place} {from} {until} {advice} {phone}',
});
const Advice = Type.String({ minLength: 5, maxLength: 200 });

export const setTemplate = operation({
	name: 'alerts.set-template',
	summary: {
		vi: 'Đặt mẫu cảnh báo mới cho một mức; bản cũ vẫn được giữ',
		en: 'Sets new words for a severity; the former version is kept',
	},
	who: role(['administrator']),
	input: Type.Object(
		{
			severity: Severity,
			after: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'The version it changes' }),
			text: Type.Object({ vi: Template, en: Template }, { additionalProperties: false }),
			advice: Type.Object({ vi: Advice, en: Advice }, { additionalProperties: false }),
			wakes: Type.Boolean(),
			decision: Type.String({ minLength: 3, maxLength: 200 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ version: Type.Integer() }),
	personal: 'none',
	run: async ({ db, now }, { severity, after, text, advice, wakes, decision }) => {
		for (const language of ['vi', 'en'] as const) {
			const missing = placeholders.find((name) => !text[language].includes(`{${name}}`));
			if (missing)
				throw new Problem('template-incomplete', {
					field: `text.${language}`,
					values: { placeholder: `{${missing}}` },
				});
		}
		// With a short place and the usual advice it has to fit, or no officer could ever send it.
		const until = new Date(now.getTime() + 3_600_000);
		await checkLength(
			db,
			compose(text, { placeName: 'Chợ Hôm', from: now, until, advice, phone: '024 3733 0000' }),
			now,
		);
		const newest = (await db.rows(selectTemplates())).find((row) => row.severity === severity);
		if (newest?.version !== after) throw new Problem('conflict');
		const row = {
			...{ severity, version: after + 1, ...text, advice_vi: advice.vi, advice_en: advice.en, wakes },
			...{ valid_from: now, decision },
		};
		if (!(await db.run(insertTemplate(row)))) throw new Problem('conflict');
		return { version: row.version };
	},
});
