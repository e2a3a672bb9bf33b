import { redirect } from '@sveltejs/kit';
import { getCase, listCases } from '#cases';
import { findContacts } from '#contacts';
import { listDiseases } from '#diseases';
import { Problem } from '#platform/problem';
import { proposeNotice } from '#venues';
import { ask, askOrReturn, askOrShow, toFault } from '#web/server/ask.ts';
import { toLocalInput } from '#web/server/case-form.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** First which case, then which of its visits, then the words: each an address of its own. */
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const caseId = searchParams.get('case')?.slice(0, 30);
	if (!caseId) {
		const { cases, nextCursor } = await askOrShow(event, listCases, { state: 'open', limit: 100 });
		const { diseases } = await askOrShow(event, listDiseases, {});
		const nameOf = new Map(diseases.map(({ disease, name }) => [disease, name]));
		const named = cases.map((one) => ({ ...one, diseaseName: nameOf.get(one.disease) }));
		return { cases: named, hasMore: nextCursor !== undefined };
	}
	const one = await askOrShow(event, getCase, { caseId });
	try {
		const { visits } = await ask(event, findContacts, { caseId, limit: 1 });
		const chosen = visits.find(({ visit }) => String(visit) === searchParams.get('visit'));
		return {
			...{ one, visits },
			chosen: chosen && { ...chosen, from: toLocalInput(chosen.enteredAt), until: toLocalInput(chosen.leftAt) },
		};
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return { one, visits: [], listFault: toFault(problem, event.locals.language) };
	}
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), [
			...(['placeId', 'from', 'until', 'advice.vi', 'advice.en', 'phone', 'despite'] as const),
		]);
		const input = {
			...{ caseId: event.url.searchParams.get('case')?.slice(0, 30) ?? '', placeId: values.placeId },
			...{ from: readLocalTime(values.from) ?? '', until: readLocalTime(values.until) ?? '', phone: values.phone },
			advice: { vi: values['advice.vi'], en: values['advice.en'] },
			...(values.despite ? { despite: values.despite } : {}),
		};
		const done = await askOrReturn(event, values, () => ask(event, proposeNotice, input), {
			...alertFaults,
			despite: {
				vi: 'Có chưa tới 10 người khác ở đó: hãy ghi vì sao vẫn cần công khai, từ 10 chữ',
				en: 'Fewer than 10 others were there: say why it has to be public all the same',
			},
		});
		if (!('noticeId' in done)) return done;
		redirect(303, '/console/venues?proposed');
	},
};
