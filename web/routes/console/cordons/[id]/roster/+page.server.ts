import { type RequestEvent, redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { check, fileBytesMax } from '#rosters';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { getCordon } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cordon } = await askOrShow(event, getCordon, { cordonId: event.params.id });
	return { cordon };
};

const megabytesMax = fileBytesMax / 1024 / 1024;
const tooLarge = () => new Problem('file-too-large', { field: 'file', values: { megabytesMax } });

export const actions: Actions = {
	default: async (event) => {
		const done = await askOrReturn(event, {}, () => send(event));
		if (!('roster' in done)) return done;
		redirect(303, `${event.url.pathname}/${done.roster}`);
	},
};

async function send(event: RequestEvent<{ id: string }>) {
	if (Number(event.request.headers.get('content-length')) > fileBytesMax + 64 * 1024) throw tooLarge();
	const file = (await event.request.formData()).get('file');
	if (!(file instanceof File) || !file.size) throw new Problem('sheet-empty', { field: 'file' });
	if (file.size > fileBytesMax) throw tooLarge();
	const content = Buffer.from(await file.arrayBuffer()).toString('base64');
	return ask(event, check, { cordonId: event.params.id, content });
}
