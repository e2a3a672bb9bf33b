import { redirect } from '@sveltejs/kit';
import { running } from '#platform/running';
import { dayOf, shiftDay } from '#shared/language';
import { addTrips, cancelTrip } from '#trips';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { readPlacePage, readTrips } from '#web/server/place-page.ts';
import { readTripForm, tripFaults } from '#web/server/trip-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await readPlacePage(event, event.params.id);
	const today = dayOf(found.now);
	const day = /^\d{4}-\d{2}-\d{2}$/.exec(event.url.searchParams.get('day') ?? '')?.[0] ?? today;
	const added = event.url.searchParams.get('added');
	return {
		...found,
		...{ day, today, before: shiftDay(day, -1), after: shiftDay(day, 1) },
		trips: await readTrips(event, found.place, day),
		added: added && /^\d{1,2}$/.test(added) ? Number(added) : undefined,
	};
};

export const actions: Actions = {
	add: async (event) => {
		const posted = await event.request.formData();
		const values = Object.fromEntries([...posted.entries()].map(([name, value]) => [name, String(value)]));
		const trip = readTripForm(posted, running.platform!.clock.now());
		const work = () => ask(event, addTrips, { place: event.params.id, ...trip });
		const done = await askOrReturn(event, values, work, tripFaults);
		if (!('trips' in done)) return done;
		redirect(303, `${event.url.pathname}?day=${trip.departsAt.slice(0, 10)}&added=${done.trips.length}`);
	},
	cancel: async (event) => {
		const trip = String((await event.request.formData()).get('trip') ?? '');
		const work = () => ask(event, cancelTrip, { place: event.params.id, trip });
		const done = await askOrReturn(event, {}, async () => ({ done: await work() }));
		if (!('done' in done)) return done;
		redirect(303, `${event.url.pathname}?day=${event.url.searchParams.get('day')?.slice(0, 10) ?? ''}`);
	},
};
