import { redirect } from '@sveltejs/kit';
import { signInPath } from '#web/server/ask.ts';
import { readOwnAreas } from '#web/server/overview-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor } = locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(url));
	const areas = await readOwnAreas(actor, locals.language);
	if (areas.length === 1) redirect(303, `/console/overview/${areas[0]!.areaId}`);
	return { areas };
};
