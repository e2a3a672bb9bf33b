import type { RequestEvent } from '@sveltejs/kit';
import { countSightings } from '#isolation';
import { rolesOf } from '#platform/actor';
import { ask } from './ask.ts';

/** How many sightings wait for a health officer; undefined for anybody else. */
export async function countOpenSightings(event: Pick<RequestEvent, 'locals'>): Promise<number | undefined> {
	const { actor } = event.locals.caller;
	const isOfficer = actor.kind === 'staff' && rolesOf(actor).some(({ name }) => name === 'health-officer');
	return isOfficer ? (await ask(event, countSightings, {})).open : undefined;
}
