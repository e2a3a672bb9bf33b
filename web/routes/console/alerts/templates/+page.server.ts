import { redirect } from '@sveltejs/kit';
import { getSettings, listTemplates, setSettings, setTemplate } from '#alerts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import type { Actions, PageServerLoad } from './$types';

const severities = ['information', 'warning', 'urgent'] as const;

export const load: PageServerLoad = async (event) => ({
	...(await askOrShow(event, listTemplates, {})),
	settings: await askOrShow(event, getSettings, {}),
	isSaved: event.url.searchParams.has('saved'),
});

const texts = { decision: { vi: 'Hãy ghi ai quyết định, từ 3 chữ', en: 'Say who decided it' } };

export const actions: Actions = {
	words: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, [
			...(['severity', 'after', 'text.vi', 'text.en', 'advice.vi', 'advice.en', 'decision'] as const),
		]);
		const severity = severities.find((one) => one === values.severity) ?? 'information';
		const input = {
			...{ severity, after: Number(values.after) || 1, wakes: posted.has('wakes'), decision: values.decision },
			text: { vi: values['text.vi'], en: values['text.en'] },
			advice: { vi: values['advice.vi'], en: values['advice.en'] },
		};
		const done = await askOrReturn(event, { ...values, severity }, () => ask(event, setTemplate, input), texts);
		if (!('version' in done)) return done;
		redirect(303, '/console/alerts/templates?saved');
	},
	stages: async (event) => {
		const values = readTexts(await event.request.formData(), [
			...(['after', 'approveAbove', 'stageFrom', 'firstPercent', 'secondPercent', 'decision'] as const),
		]);
		const { decision, ...numbers } = values;
		const [after, approveAbove, stageFrom, firstPercent, secondPercent] = Object.values(numbers).map(Number) as [
			...[number, number, number, number, number],
		];
		const input = { after, approveAbove, stageFrom, firstPercent, secondPercent, decision };
		const done = await askOrReturn(
			event,
			{ ...values, severity: 'stages' },
			() => ask(event, setSettings, input),
			texts,
		);
		if (!('version' in done)) return done;
		redirect(303, '/console/alerts/templates?saved');
	},
};
