import { isActionFailure, redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { openLink, submitByLink } from '#reminders';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { faultsByRow, isFilled, readDailyForms, readEntered, toReports } from '#web/server/daily-report.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await askOrShow(event, openLink, { token: event.params.token.toLowerCase() });
	const people = found.people.map(({ initials, birthYear, ...one }) => ({
		...one,
		name: birthYear ? `${initials} · ${birthYear}` : initials,
	}));
	// The address is a secret: it goes into no other site's log.
	event.setHeaders({ 'cache-control': 'no-store' });
	return {
		people,
		forms: await readDailyForms(event, people),
		ids: people.map(() => crypto.randomUUID()),
		isSent: event.url.searchParams.has('sent'),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const entered = readEntered(await event.request.formData());
		const rows = entered.filter(isFilled);
		const token = event.params.token.toLowerCase();
		const done = await askOrReturn(event, { rows: entered }, async () => {
			if (!rows.length) throw new Problem('nobody-chosen', { field: 'how-0' });
			return ask(event, submitByLink, { token, reports: toReports(rows) });
		});
		if (isActionFailure(done)) return faultsByRow(done, rows);
		redirect(303, `/r/${token}?sent=1`);
	},
};
