import { isActionFailure, redirect } from '@sveltejs/kit';
import { countPeople, handleAlarm, listAlarms, listPeople, revealPerson } from '#monitoring';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { watchFaults } from '#web/ui/watch-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** In the order in which a station works through its day. */
const sections = ['symptomatic', 'not-reported', 'needs-review', 'due-to-end'] as const;
const others = ['asymptomatic', 'coming', 'ended', 'moved'] as const;
const shortList = 10;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const asked = [...sections, ...others].find((one) => one === searchParams.get('state'));
	const cursor = searchParams.get('after');
	const { people: counts, alarms: waiting } = await askOrShow(event, countPeople, {});
	const { actor } = event.locals.caller;
	const page = {
		counts,
		waiting,
		handled: searchParams.get('handled'),
		authority: 'authority' in actor ? actor.authority : '',
	};
	if (asked) {
		const input = { state: asked, limit: 50, ...(cursor ? { cursor } : {}) };
		return { ...page, asked, isFirst: !cursor, alarms: [], lists: [await list(event, input)] };
	}
	const { alarms } = await askOrShow(event, listAlarms, { limit: 20 });
	const lists = [];
	for (const state of sections) lists.push(await list(event, { state, limit: shortList }));
	return { ...page, asked: undefined, isFirst: true, alarms, lists };
};

async function list(
	event: Parameters<PageServerLoad>[0],
	input: { state: (typeof sections | typeof others)[number]; limit: number },
) {
	return { state: input.state, ...(await askOrShow(event, listPeople, input)) };
}

export const actions: Actions = {
	handle: async (event) => {
		const values = readTexts(await event.request.formData(), ['alarmId', 'note']);
		const done = await askOrReturn(event, values, () => ask(event, handleAlarm, values), watchFaults);
		if (isActionFailure(done)) return done;
		redirect(303, `/console/station?handled=${done.handled}`);
	},
	/** To call somebody is purpose enough; the person reads it. */
	call: async (event) => {
		const { person } = readTexts(await event.request.formData(), ['person']);
		const purpose = 'Gọi điện hỏi thăm sức khoẻ hằng ngày · Calling about the daily health report';
		return askOrReturn(event, { person }, async () => ({
			values: { person },
			revealed: await ask(event, revealPerson, { person, purpose }),
			fault: undefined,
		}));
	},
};
