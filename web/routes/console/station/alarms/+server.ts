import { json } from '@sveltejs/kit';
import { countPeople } from '#monitoring';
import { Problem } from '#platform/problem';
import { ask } from '#web/server/ask.ts';
import type { RequestHandler } from './$types';

/** How many red answers wait, for a station's page that stays open. */
export const GET: RequestHandler = async (event) => {
	try {
		const { alarms } = await ask(event, countPeople, {});
		return json({ alarms }, { headers: { 'cache-control': 'no-store' } });
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return json({ code: problem.code }, { status: problem.status });
	}
};
