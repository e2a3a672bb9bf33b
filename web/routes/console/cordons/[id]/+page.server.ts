import { redirect } from '@sveltejs/kit';
import { appointLeader, countReported, dismissLeader, findEntrance, listLeaders } from '#residents';
import { list } from '#rosters';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import { drawOutline } from '#web/ui/draw-outline.ts';
import { getCordon } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cordonId = event.params.id;
	const found = await askOrShow(event, getCordon, { cordonId });
	const { roles } = await event.parent();
	return {
		...found,
		drawing: found.outline ? drawOutline(found.outline) : undefined,
		completion: await askOrShow(event, countReported, { cordonId }),
		// Who lives there is for the station; whoever decides sees the numbers.
		...(roles.includes('health-officer') ? { people: await readPeople(event, cordonId) } : {}),
		declared: event.url.searchParams.get('declared'),
		removed: Number(event.url.searchParams.get('removed')) || 0,
	};
};

async function readPeople(event: Parameters<PageServerLoad>[0], cordonId: string) {
	return {
		entrance: await askOrShow(event, findEntrance, { cordonId }),
		...(await askOrShow(event, list, { cordonId })),
		...(await askOrShow(event, listLeaders, { cordonId })),
	};
}

export const actions: Actions = {
	appoint: async (event) => {
		const values = readTexts(await event.request.formData(), ['phone', 'group']);
		const input = { cordonId: event.params.id, phone: values.phone, ...(values.group ? { group: values.group } : {}) };
		const done = await askOrReturn(event, values, () => ask(event, appointLeader, input), cordonFaults);
		if (!('account' in done)) return done;
		redirect(303, `${event.url.pathname}#leaders`);
	},
	dismiss: async (event) => {
		const { account } = readTexts(await event.request.formData(), ['account']);
		const input = { cordonId: event.params.id, account };
		const done = await askOrReturn(event, {}, async () => ({ done: await ask(event, dismissLeader, input) }));
		if (!('done' in done)) return done;
		redirect(303, `${event.url.pathname}#leaders`);
	},
};
