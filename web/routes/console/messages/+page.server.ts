import { redirect } from '@sveltejs/kit';
import { getSettings, listPauses, resumeSending, setSettings } from '#messages';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['correction', 'alert', 'notice', 'reminder'] as const;

export const load: PageServerLoad = async (event) => ({
	...(await askOrShow(event, listPauses, {})),
	settings: await askOrShow(event, getSettings, {}),
	isSaved: event.url.searchParams.has('saved'),
});

/** `21:30` as minutes after midnight; what is no time is refused by the operation. */
const readMinutes = (text: string): number => {
	const [hours = Number.NaN, minutes = Number.NaN] = text.split(':').map(Number);
	return Number.isNaN(hours + minutes) ? -1 : hours * 60 + minutes;
};

export const actions: Actions = {
	resume: async (event) => {
		const values = readTexts(await event.request.formData(), ['pauseId']);
		const done = await askOrReturn(event, {}, () => ask(event, resumeSending, values));
		return 'resumedAt' in done ? redirect(303, '/console/messages') : done;
	},
	rules: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, [
			...(['after', 'quietFrom', 'quietUntil', 'attemptsMax', 'percent', 'least', 'minutes', 'decision'] as const),
		]);
		const chosen = (name: string) => kinds.filter((kind) => posted.getAll(name).includes(kind));
		const input = {
			...{ after: Number(values.after) || 1, attemptsMax: Number(values.attemptsMax), decision: values.decision },
			...{ quietFrom: readMinutes(values.quietFrom), quietUntil: readMinutes(values.quietUntil) },
			...{ unaccents: posted.has('unaccents'), stopEnds: chosen('stopEnds') },
			pushFirst: chosen('pushFirst'),
			breaker: { percent: Number(values.percent), least: Number(values.least), minutes: Number(values.minutes) },
		};
		const done = await askOrReturn(event, values, () => ask(event, setSettings, input), {
			decision: { vi: 'Hãy ghi ai quyết định, từ 3 chữ', en: 'Say who decided it' },
			quietFrom: { vi: 'Hãy nhập giờ', en: 'Enter a time' },
			quietUntil: { vi: 'Hãy nhập giờ', en: 'Enter a time' },
		});
		return 'version' in done ? redirect(303, '/console/messages?saved') : done;
	},
};
