import { redirect } from '@sveltejs/kit';
import { getAlert, listTemplates, writeAlert } from '#alerts';
import { findContacts } from '#contacts';
import { getOutbreak } from '#outbreaks';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { toLocalInput } from '#web/server/case-form.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const alert = await askOrShow(event, getAlert, { alertId: event.params.id });
	if (alert.state !== 'draft') redirect(303, `/console/alerts/${event.params.id}`);
	const { templates } = await ask(event, listTemplates, {});
	const outbreak = alert.outbreakId ? await askOrShow(event, getOutbreak, { outbreakId: alert.outbreakId }) : undefined;
	const template = templates.find(({ severity }) => severity === alert.severity)!;
	const visits = outbreak ? [] : await listVisits(event, alert.cases[0]);
	const chosen = visits.find(({ visit }) => String(visit) === event.url.searchParams.get('visit'));
	return {
		visits,
		severity: alert.severity,
		template: template.text,
		entries: {
			...{
				placeName: chosen?.placeName ?? alert.placeName ?? outbreak?.location ?? '',
				from: toLocalInput(chosen?.enteredAt ?? alert.seenFrom),
				until: toLocalInput(chosen?.leftAt ?? alert.seenUntil),
			},
			'advice.vi': alert.advice?.vi ?? template.advice.vi,
			'advice.en': alert.advice?.en ?? template.advice.en,
			phone: alert.phone ?? '',
			stageMinutes: alert.stageMinutes ? String(alert.stageMinutes) : '',
		},
	};
};

/** Where the case was while it could infect: the place and the times are taken over, not typed. */
async function listVisits(event: Pick<RequestEvent, 'locals'>, caseId: string | undefined) {
	if (!caseId) return [];
	try {
		return (await ask(event, findContacts, { caseId, limit: 1 })).visits;
	} catch (problem) {
		// Without dates or grounds they are typed; what is missing is said on the page of the case.
		if (problem instanceof Problem) return [];
		throw problem;
	}
}

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), [
			...(['placeName', 'from', 'until', 'advice.vi', 'advice.en', 'phone', 'stageMinutes'] as const),
		]);
		const minutes = Number(values.stageMinutes);
		const input = {
			alertId: event.params.id,
			...{
				placeName: values.placeName,
				from: readLocalTime(values.from) ?? '',
				until: readLocalTime(values.until) ?? '',
			},
			...{ advice: { vi: values['advice.vi'], en: values['advice.en'] }, phone: values.phone },
			...(minutes ? { stageMinutes: minutes } : {}),
		};
		const done = await askOrReturn(event, values, () => ask(event, writeAlert, input), alertFaults);
		if (!('vi' in done)) return done;
		redirect(303, `/console/alerts/${event.params.id}`);
	},
};
