import { redirect } from '@sveltejs/kit';
import { draftAlert, draftOutbreakAlert } from '#alerts';
import { getCase, listCases } from '#cases';
import { listDiseases } from '#diseases';
import { getOutbreak } from '#outbreaks';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const casesShown = 100;
/** Whoever comes from a case, or from a few. */
const askedMax = 20;
const severities = ['information', 'warning', 'urgent'] as const;

export const load: PageServerLoad = async (event) => {
	const outbreakId = event.url.searchParams.get('outbreak');
	if (outbreakId)
		return { outbreak: await askOrShow(event, getOutbreak, { outbreakId }), chosen: [], others: [], hasMore: false };
	const { cases, nextCursor } = await askOrShow(event, listCases, { state: 'open', limit: casesShown });
	const { diseases } = await askOrShow(event, listDiseases, {});
	const asked = [...new Set(event.url.searchParams.getAll('case'))].slice(0, askedMax);
	// A case an officer comes from may be older than all that are listed.
	const chosen = await Promise.all(
		asked.map(
			(caseId) =>
				cases.find((one) => one.caseId === caseId) ?? askOrShow(event, getCase, { caseId: caseId.slice(0, 30) }),
		),
	);
	const named = <Case extends { disease: string }>(one: Case) => ({
		...one,
		diseaseName: diseases.find(({ disease }) => disease === one.disease)?.name ?? { vi: one.disease, en: one.disease },
	});
	return {
		chosen: chosen.map(named),
		others: cases.filter(({ caseId }) => !asked.includes(caseId)).map(named),
		hasMore: nextCursor !== undefined,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['severity', 'levelMax', 'purpose']);
		const cases = posted.getAll('case').map(String).slice(0, casesShown);
		const done = await askOrReturn(event, { ...values, cases }, () => draft(event, values, cases), {
			...alertFaults,
			case: { vi: 'Hãy chọn ca bệnh', en: 'Choose a case' },
		});
		if (!('alertId' in done)) return done;
		redirect(303, `/console/alerts/${done.alertId}/words`);
	},
};

async function draft(event: RequestEvent, values: Record<string, string>, cases: string[]) {
	const severity = severities.find((one) => one === values.severity);
	const [caseId, ...alsoCases] = cases;
	const outbreakId = event.url.searchParams.get('outbreak');
	const missing = [...(caseId || outbreakId ? [] : ['case']), ...(severity ? [] : ['severity'])];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	const levelMax = Number(values.levelMax) || 1;
	const said = { severity: severity!, levelMax, purpose: values.purpose! };
	if (outbreakId) return ask(event, draftOutbreakAlert, { outbreakId, ...said });
	return ask(event, draftAlert, { caseId: caseId!, alsoCases, ...said });
}
