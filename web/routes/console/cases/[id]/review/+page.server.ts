import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { expand, listRecorded, recordFound, revealContact, review, undoReview } from '#contacts';
import { tellCompleteness } from '#exposures';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['found', 'confirmed', 'downgraded', 'dismissed'] as const;
const origins = ['visit', 'interview', 'import', 'proximity'] as const;
const levels = [1, 2, 3] as const;

type Page = Parameters<PageServerLoad>[0];

const isNumber = (text: string | null) => /^\d{1,5}$/.test(text ?? '');

/** What the address asks to see. What cannot be is left out, as if nobody had asked. */
function readFilter({ searchParams }: URL) {
	const state = states.find((one) => one === searchParams.get('state'));
	const origin = origins.find((one) => one === searchParams.get('origin'));
	const level = levels.find((one) => String(one) === searchParams.get('level'));
	const [minutes, place] = [searchParams.get('minutes'), searchParams.get('place')];
	return {
		...(state ? { state } : {}),
		...(origin ? { origin } : {}),
		...(level ? { level } : {}),
		...(isNumber(minutes) ? { minutesMin: Number(minutes) } : {}),
		...(/^\d{1,18}$/.test(place ?? '') ? { place: place! } : {}),
	};
}

export const load: PageServerLoad = async (event) => {
	const caseId = event.params.id;
	const one = await askOrShow(event, getCase, { caseId });
	const cursor = event.url.searchParams.get('after');
	const filter = readFilter(event.url);
	const listed = await askOrShow(event, listRecorded, { caseId, ...filter, ...(cursor ? { cursor } : {}) });
	const query = new URLSearchParams(
		[...event.url.searchParams].filter(([name]) => !['after', 'done', 'n'].includes(name)),
	);
	return {
		...{ caseId, name: one.maskedName ?? '', rule: one.usedRule, filter, listed, isFirst: !cursor },
		...{ query: query.toString(), after: cursor ?? '' },
		...{ done: event.url.searchParams.get('done'), count: Number(event.url.searchParams.get('n') ?? 0) },
		completeness: one.window ? await askCompleteness(event) : undefined,
	};
};

async function askCompleteness(event: Page) {
	try {
		return await ask(event, tellCompleteness, { caseId: event.params.id });
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return undefined;
	}
}

/** The same page again, told what was done; who was decided about may have left it. */
function back(event: { url: URL }, done: string, count: number): never {
	const to = new URLSearchParams([...event.url.searchParams].filter(([name]) => !name.startsWith('/')));
	to.set('done', done);
	to.set('n', String(count));
	redirect(303, `${event.url.pathname}?${to}`);
}

export const actions: Actions = {
	review: async (event) => {
		const posted = await event.request.formData();
		const contactIds = posted.getAll('contact').map(String);
		const note = String(posted.get('note') ?? '').trim();
		const state = states.find((one) => one === posted.get('state'));
		const done = await askOrReturn(event, { note }, async () => {
			if (!contactIds.length || !state)
				throw new Problem('invalid-input', { fields: [{ field: 'contact', text: nobody }] });
			return ask(event, review, { caseId: event.params.id, contactIds, state, ...(note ? { note } : {}) });
		});
		return 'reviewed' in done ? back(event, state!, done.reviewed) : done;
	},
	undo: async (event) => {
		const done = await askOrReturn(event, {}, () => ask(event, undoReview, { caseId: event.params.id }));
		return 'restored' in done ? back(event, 'undone', done.restored) : done;
	},
	record: async (event) => {
		const done = await askOrReturn(event, {}, () => ask(event, recordFound, { caseId: event.params.id }));
		return 'added' in done ? back(event, 'recorded', done.added) : done;
	},
	expand: async (event) => {
		const level = (await event.request.formData()).get('level') === '3' ? 3 : 2;
		const done = await askOrReturn(event, {}, () => ask(event, expand, { caseId: event.params.id, level }));
		return 'added' in done ? back(event, `level-${level}`, done.added) : done;
	},
	reveal: async (event) => {
		const posted = await event.request.formData();
		const purpose = String(posted.get('purpose') ?? '').slice(0, 1_000);
		const input = { caseId: event.params.id, person: String(posted.get('person') ?? '').slice(0, 30), purpose };
		return askOrReturn(
			event,
			{ purpose },
			async () => ({ revealed: await ask(event, revealContact, input), values: { purpose }, fault: undefined }),
			caseFaults,
		);
	},
};

const nobody = { vi: 'Hãy chọn ít nhất một người trong danh sách', en: 'Choose at least one person on the list' };
