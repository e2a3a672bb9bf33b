import { redirect } from '@sveltejs/kit';
import { listModes, openLink, tell } from '#interviews';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf, type Text } from '#shared/language';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { toldFaults } from '#web/ui/contact-words.ts';
import type { Actions, PageServerLoad } from './$types';

const entriesAtOnce = 4;
const fields = ['name', 'phone', 'mode', 'metOn', 'place'] as const;

export const load: PageServerLoad = async (event) => {
	// The address is the secret: it goes to no other site and into no cache.
	event.setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	return {
		...(await askOrShow(event, openLink, { token: event.params.token })),
		modes: (await askOrShow(event, listModes, {})).modes,
		today: dayOf(running.platform!.clock.now()),
		entries: entriesAtOnce,
		recorded: Number(event.url.searchParams.get('recorded') ?? 0),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const entries = Array.from({ length: entriesAtOnce }, (_none, index) => readEntry(posted, index));
		const filled = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => isFilled(entry));
		const values = Object.fromEntries(
			entries.flatMap((entry, index) => fields.map((field) => [`${field}-${index}`, entry[field]])),
		);
		const done = await askOrReturn(event, values, async () => {
			if (!filled.length) throw new Problem('invalid-input', { fields: [{ field: 'name-0', text: toldFaults.name }] });
			const missing = filled.flatMap(({ entry, index }) =>
				(['name', 'mode', 'metOn'] as const).filter((field) => !entry[field]).map((field) => wrongOf(field, index)),
			);
			if (missing.length) throw new Problem('invalid-input', { fields: missing });
			const people = filled.map(({ entry: { phone, place, ...one } }) => ({
				...one,
				...(phone ? { phone } : {}),
				...(place ? { place } : {}),
			}));
			try {
				return await ask(event, tell, { token: event.params.token, people });
			} catch (problem) {
				throw problem instanceof Problem ? ofEntries(problem, filled) : problem;
			}
		});
		if ('recorded' in done) redirect(303, `/c/${event.params.token}?recorded=${done.recorded}`);
		return done;
	},
};

type Entry = Record<(typeof fields)[number], string>;

const readEntry = (posted: FormData, index: number) =>
	Object.fromEntries(
		fields.map((field) => [
			field,
			String(posted.get(`${field}-${index}`) ?? '')
				.trim()
				.slice(0, 200),
		]),
	) as Entry;

/** A day alone is no person: browsers remember it. */
const isFilled = ({ name, phone, place }: Entry) => name !== '' || phone !== '' || place !== '';

/** What is wrong, with whose entry: the same words may hold for several of them. */
function wrongOf(field: string, index: number): { field: string; text?: Text } {
	const told = toldFaults[field];
	const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
	return {
		field: `${field}-${index}`,
		...(told
			? { text: { vi: `Người thứ ${index + 1}: ${small(told.vi)}`, en: `Person ${index + 1}: ${small(told.en)}` } }
			: {}),
	};
}

/** `people.1.phone` is the second of those filled in, which need not be the second on the page. */
function ofEntries(problem: Problem, filled: readonly { index: number }[]): Problem {
	const told = (problem.options.fields ?? []).map((one) => {
		const [, place, field] = /^people\.(\d+)\.(\w+)$/.exec(one.field) ?? [];
		if (!place || !field) return one;
		return { ...one, ...wrongOf(field, filled[Number(place)]!.index) };
	});
	return told.length ? new Problem(problem.code, { ...problem.options, field: told[0]!.field, fields: told }) : problem;
}
