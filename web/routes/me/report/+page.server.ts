import { redirect } from '@sveltejs/kit';
import { listMine, submitReports } from '#monitoring';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { faultsByRow, isFilled, readDailyForms, readEntered, toReports } from '#web/server/daily-report.ts';
import { readMe } from '#web/server/declaration-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	const [{ people: due }, { persons }] = await Promise.all([ask(event, listMine, {}), readMe(event)]);
	// Oneself first, as on every page.
	const people = persons.flatMap(({ personId, name }) =>
		due.filter(({ person }) => person === personId).map((one) => ({ ...one, name })),
	);
	return {
		people,
		forms: await readDailyForms(event, people),
		ids: people.map(() => crypto.randomUUID()),
		isSent: event.url.searchParams.has('sent'),
	};
};

export const actions: Actions = {
	send: async (event) => {
		const entered = readEntered(await event.request.formData());
		const rows = entered.filter(isFilled);
		const done = await askOrReturn(event, { rows: entered }, async () => {
			if (!rows.length) throw new Problem('nobody-chosen', { field: 'how-0' });
			return ask(event, submitReports, { reports: toReports(rows) });
		});
		if (!('reports' in done)) return faultsByRow(done, rows);
		redirect(303, '/me/report?sent=1');
	},
};
