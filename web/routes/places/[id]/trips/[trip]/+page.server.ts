import { listPassengers } from '#logbook';
import { askOrShow } from '#web/server/ask.ts';
import { readPlacePage } from '#web/server/place-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id: place, trip } = event.params;
	const found = await readPlacePage(event, place);
	return { ...found, ...(await askOrShow(event, listPassengers, { place, trip })) };
};
