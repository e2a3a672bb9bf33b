import { redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { getFloor, importBeds, listMoves, setBed } from '#sites';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { bedStates, restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const siteId = event.params.id;
	const part = (name: string) => (searchParams.get(name) ? { [name]: searchParams.get(name)!.slice(0, 40) } : {});
	return {
		siteId,
		...(await askOrShow(event, getFloor, { siteId, ...part('building'), ...part('floor') })),
		moves: searchParams.has('moves') ? (await askOrShow(event, listMoves, { siteId })).moves : undefined,
		added: searchParams.get('added'),
		isBeds: searchParams.has('beds'),
	};
};

const fileMax = 1_500_000;

export const actions: Actions = {
	beds: async (event) => {
		const file = (await event.request.formData()).get('file');
		const work = async () => {
			if (!(file instanceof File) || !file.size || file.size > fileMax)
				throw new Problem('invalid-input', { field: 'file' });
			const base64 = Buffer.from(await file.arrayBuffer()).toString('base64');
			return ask(event, importBeds, { siteId: event.params.id, file: base64 });
		};
		const done = await askOrReturn(event, {}, work, restrictionFaults);
		if (!('added' in done)) return done;
		if (done.faults.length) return { rows: done.faults, values: {} };
		redirect(303, `/console/sites/${event.params.id}?added=${done.added}`);
	},
	state: async (event) => {
		const values = readTexts(await event.request.formData(), ['bedId', 'state', 'building', 'floor']);
		const { bedId, state, building, floor } = values;
		if (!Object.hasOwn(bedStates, state)) return;
		const input = { siteId: event.params.id, bedId, state: state as 'usable' };
		const done = await askOrReturn(event, values, () => ask(event, setBed, input), restrictionFaults);
		if (!('state' in done)) return done;
		redirect(
			303,
			`/console/sites/${event.params.id}?${new URLSearchParams({ building, floor, beds: 'set' })}#bed-${bedId}`,
		);
	},
};
