import { redirect } from '@sveltejs/kit';
import { submitReports } from '#monitoring';
import { actorId } from '#platform/actor';
import { Problem } from '#platform/problem';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { faultsByRow, isFilled, readDailyForms, readEntered, toReports } from '#web/server/daily-report.ts';
import { readRound } from '#web/server/round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const round = await readRound(event);
	return {
		by: actorId(event.locals.caller.actor),
		...{ choices: undefined, site: undefined, cordon: undefined, next: undefined, ...round },
		forms: await readDailyForms(event, round.people),
		ids: round.people.map(() => crypto.randomUUID()),
		isFirst: !searchParams.has('after'),
		recorded: searchParams.get('recorded'),
	};
};

export const actions: Actions = {
	/** All who were asked; whoever is left empty is asked later. */
	default: async (event) => {
		const entered = readEntered(await event.request.formData());
		const rows = entered.filter(isFilled);
		const done = await askOrReturn(event, { rows: entered }, async () => {
			if (!rows.length) throw new Problem('nobody-chosen', { field: 'how-0' });
			return ask(event, submitReports, { reports: toReports(rows), channel: 'staff-round' });
		});
		if (!('reports' in done)) return faultsByRow(done, rows);
		const query = new URLSearchParams(event.url.searchParams);
		query.set('recorded', String(done.reports.filter(({ outcome }) => outcome !== 'not-due').length));
		redirect(303, `/console/rounds?${query}`);
	},
};
