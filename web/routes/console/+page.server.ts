import { running } from '#platform/running';
import { askOrShow } from '#web/server/ask.ts';
import { listWork } from '#work';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { work } = await askOrShow(event, listWork, {});
	const { actor } = event.locals.caller;
	return {
		work,
		now: running.platform!.clock.now().toISOString(),
		authority: actor.kind === 'staff' ? actor.authority : '',
	};
};
