import { redirect } from '@sveltejs/kit';
import { changeCase, chooseRule, closeCase, getCase, listContacts, revealContact } from '#cases';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { ask, askOrReturn, askOrShow, toFault } from '#web/server/ask.ts';
import { listRuleChoices, readCaseDates, toLocalInput } from '#web/server/case-form.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

const classes = ['suspected', 'probable', 'confirmed', 'discarded'] as const;

export const load: PageServerLoad = async (event) => {
	const one = await askOrShow(event, getCase, { caseId: event.params.id });
	return {
		one,
		dates: { onsetOn: one.onsetOn, sampledOn: one.sampledOn, isolatedAt: toLocalInput(one.isolatedAt) },
		rules: one.closedAt ? [] : await listRuleChoices(event, one.disease),
		isFirst: !event.url.searchParams.has('after'),
		now: running.platform!.clock.now().toISOString(),
		...(one.closedAt || !one.window ? {} : await findContacts(event)),
	};
};

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
	dates: async (event) => {
		const posted = await event.request.formData();
		const classification = classes.find((one) => one === posted.get('classification'));
		const values = Object.fromEntries([...posted].map(([name, value]) => [name, String(value).slice(0, 100)]));
		const input = { caseId: event.params.id, ...readCaseDates(posted), ...(classification ? { classification } : {}) };
		const done = await askOrReturn(
			event,
			{ ...values, part: 'dates' },
			() => ask(event, changeCase, input),
			caseFaults,
		);
		return 'caseId' in done ? back(event) : done;
	},
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
	close: async (event) => {
		const done = await askOrReturn(event, { part: 'close' }, () =>
			ask(event, closeCase, { caseId: event.params.id, reason: 'finished' }),
		);
		return 'closedAt' in done ? back(event) : done;
	},
};

const back = (event: { params: { id: string } }) => redirect(303, `/console/cases/${event.params.id}`);
