import { json } from '@sveltejs/kit';
import type { Static } from 'typebox';
import { submitReports } from '#monitoring';
import { Problem } from '#platform/problem';
import { ask } from '#web/server/ask.ts';
import type { RequestHandler } from './$types';

/** Takes what a round kept while there was no network. */
export const POST: RequestHandler = async (event) => {
	try {
		const { reports } = (await event.request.json().catch(() => ({}))) as Static<typeof submitReports.input>;
		return json(await ask(event, submitReports, { reports, channel: 'staff-round' }));
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return json({ code: problem.code }, { status: problem.status });
	}
};
