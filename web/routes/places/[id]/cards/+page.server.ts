import { fail, redirect } from '@sveltejs/kit';
import { issueSheet, listCards, replaceCard } from '#cards';
import { getPlaceForManager } from '#places';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const [group, after] = [searchParams.get('group'), searchParams.get('after')];
	// Where the page before ended: a card and its group, which may have spaces.
	const [, card, afterGroup] = /^(\d{1,19}) (.{0,100})$/.exec(after ?? '') ?? [];
	const found = await askOrShow(event, listCards, {
		place: event.params.id,
		...(group === null ? {} : { group: group.slice(0, 100) }),
		...(card === undefined ? {} : { after: { card, group: afterGroup ?? '' } }),
	});
	const { place } = await askOrShow(event, getPlaceForManager, { place: event.params.id });
	const last = found.cards.at(-1);
	return {
		...found,
		place: event.params.id,
		isVehicle: place.isVehicle,
		group,
		after: found.hasMore && last ? `${last.card} ${last.group}` : undefined,
		done: searchParams.get('done'),
		added: Number(searchParams.get('added') ?? 0),
		replacement: searchParams.get('card'),
	};
};

/** Longer lists are to be sent in parts; the page's own limit is 512 KB, and a checked list is sent twice as long. */
const fileMax = 350_000;

export const actions: Actions = {
	/** Looks a list over; it comes back in the page, to be sent for good with one button. */
	check: async (event) => {
		const file = (await event.request.formData()).get('list');
		return askOrReturn(event, {}, async () => {
			if (!(file instanceof File) || file.size === 0) throw new Problem('sheet-unreadable', { field: 'list' });
			if (file.size > fileMax) throw new Problem('payload-too-large', { field: 'list' });
			const base64 = Buffer.from(await file.arrayBuffer()).toString('base64');
			const checked = await ask(event, issueSheet, { place: event.params.id, base64, dryRun: true });
			return { checked: { ...checked, base64, fileName: file.name } };
		});
	},
	issue: async (event) => {
		const posted = await event.request.formData();
		const input = { base64: String(posted.get('base64') ?? ''), goodRowsOnly: posted.has('good-rows-only') };
		const done = await askOrReturn(event, {}, () =>
			ask(event, issueSheet, { place: event.params.id, dryRun: false, ...input }),
		);
		if (!('isDone' in done)) return done;
		if (!done.isDone) return fail(422, { checked: { ...done, base64: input.base64, fileName: '' } });
		redirect(303, `/places/${event.params.id}/cards?done=issued&added=${done.added}`);
	},
	replace: async (event) => {
		const posted = await event.request.formData();
		const [card, reissue] = [String(posted.get('card')), posted.get('what') === 'reissue'];
		const done = await askOrReturn(event, {}, async () => ({
			replaced: await ask(event, replaceCard, { place: event.params.id, card, reissue }),
		}));
		if (!('replaced' in done)) return done;
		const fresh = done.replaced.card;
		redirect(303, `/places/${event.params.id}/cards?done=${fresh ? `replaced&card=${fresh}` : 'revoked'}`);
	},
};
