import { running } from '#platform/running';
import { listClocks } from '#proposals';
import { dayOf } from '#shared/language';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await askOrShow(event, listClocks, {})),
	today: dayOf(running.platform!.clock.now()),
	kept: event.url.searchParams.has('kept'),
});
