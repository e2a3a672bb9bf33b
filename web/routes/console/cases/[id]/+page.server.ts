import { redirect } from '@sveltejs/kit';
import { chooseRule, getCase } from '#cases';
import { listContacts, revealContact } from '#contacts';
import { listDiseases } from '#diseases';
import { listOutbreaks } from '#outbreaks';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { ask, askOrReturn, askOrShow, toFault } from '#web/server/ask.ts';
import { addTest, changeFacts, close, decide, reopen } from '#web/server/case-actions.ts';
import { listRuleChoices, toLocalInput } from '#web/server/case-form.ts';
import { loadLinks, unlink } from '#web/server/case-links.ts';
import { loadTimeline } from '#web/server/case-timeline.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const one = await askOrShow(event, getCase, { caseId: event.params.id });
	const { diseases } = await ask(event, listDiseases, {});
	return {
		one,
		diseaseName: diseases.find(({ disease }) => disease === one.disease)?.name ?? { vi: one.disease, en: one.disease },
		facts: {
			...{ onsetOn: one.onsetOn, sampledOn: one.sampledOn, isolatedAt: toLocalInput(one.isolatedAt) },
			...{ classification: one.classification, outcome: one.outcome, outcomeOn: one.outcomeOn },
			...{ source: one.source, occupation: one.occupation, outbreak: one.outbreak },
		},
		outbreaks: await listOutbreakChoices(event, one),
		events: await loadTimeline(event),
		rules: one.closedAt ? [] : await listRuleChoices(event, one.disease),
		isFirst: !event.url.searchParams.has('after'),
		now: running.platform!.clock.now().toISOString(),
		...(await loadLinks(event, !one.closedAt)),
		...(one.closedAt || !one.window ? {} : await findContacts(event)),
	};
};

/** The outbreaks a case may belong to: of its disease, and the one it belongs to. */
async function listOutbreakChoices(
	event: Parameters<PageServerLoad>[0],
	one: { disease: string; outbreak?: string; outbreakName?: string },
) {
	const { outbreaks } = await ask(event, listOutbreaks, { disease: one.disease, limit: 100 });
	const choices = outbreaks.map(({ outbreakId, name }) => ({ value: outbreakId, label: name }));
	const isListed = !one.outbreak || choices.some(({ value }) => value === one.outbreak);
	return isListed ? choices : [{ value: one.outbreak!, label: one.outbreakName ?? '' }, ...choices];
}

/** What keeps the list from being made is said in its place: the dates that would mend it stand on the same page. */
async function findContacts(event: Parameters<PageServerLoad>[0]) {
	const cursor = event.url.searchParams.get('after');
	try {
		return { found: await ask(event, listContacts, { caseId: event.params.id, ...(cursor ? { cursor } : {}) }) };
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return { contactsFault: toFault(problem, event.locals.language) };
	}
}

export const actions: Actions = {
	unlink,
	dates: changeFacts,
	test: addTest,
	decide,
	close,
	reopen,
	rule: async (event) => {
		const rule = String((await event.request.formData()).get('rule') ?? '').slice(0, 100);
		const input = { caseId: event.params.id, rule };
		const done = await askOrReturn(event, { rule, part: 'rule' }, () => ask(event, chooseRule, input), caseFaults);
		return 'caseId' in done ? back(event) : done;
	},
	reveal: async (event) => {
		const posted = await event.request.formData();
		const [person, purpose] = ['person', 'purpose'].map((name) => String(posted.get(name) ?? '')) as [string, string];
		const input = { caseId: event.params.id, person: person.slice(0, 30), purpose: purpose.slice(0, 1_000) };
		return askOrReturn(
			event,
			{ purpose, part: 'reveal' },
			async () => ({ revealed: await ask(event, revealContact, input), values: { purpose }, fault: undefined }),
			caseFaults,
		);
	},
};

const back = (event: { params: { id: string } }) => redirect(303, `/console/cases/${event.params.id}`);
