import { json } from '@sveltejs/kit';
import type { Static } from 'typebox';
import { submitReports } from '#monitoring';
import { actorId } from '#platform/actor';
import { Problem } from '#platform/problem';
import { ask } from '#web/server/ask.ts';
import type { RequestHandler } from './$types';

/** Takes what a round kept while there was no network, from the officer who noted it: another one signed in since may not. */
export const POST: RequestHandler = async (event) => {
	try {
		const body = await event.request.json().catch(() => ({}));
		const { by, reports } = body as Static<typeof submitReports.input> & { by?: string };
		if (by !== actorId(event.locals.caller.actor)) throw new Problem('not-signed-in');
		return json(await ask(event, submitReports, { reports, channel: 'staff-round' }));
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return json({ code: problem.code }, { status: problem.status });
	}
};
