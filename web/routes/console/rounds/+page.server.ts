import { redirect } from '@sveltejs/kit';
import { listRound, submitReports } from '#monitoring';
import { actorId } from '#platform/actor';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { faultsByRow, isFilled, readDailyForms, readEntered, toReports } from '#web/server/daily-report.ts';
import type { Actions, PageServerLoad } from './$types';

const aScreen = 60;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const cursor = searchParams.get('after');
	const found = await askOrShow(event, listRound, { limit: aScreen, ...(cursor ? { cursor } : {}) });
	const people = found.people.map(({ maskedName, birthYear, ...one }) => ({
		...one,
		name: birthYear ? `${maskedName} · ${birthYear}` : maskedName,
	}));
	return {
		by: actorId(event.locals.caller.actor),
		people,
		forms: await readDailyForms(event, people),
		ids: people.map(() => crypto.randomUUID()),
		isFirst: !cursor,
		nextCursor: found.nextCursor,
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
		const cursor = event.url.searchParams.get('after');
		const kept = done.reports.filter(({ outcome }) => outcome !== 'not-due').length;
		redirect(303, `/console/rounds?recorded=${kept}${cursor ? `&after=${encodeURIComponent(cursor)}` : ''}`);
	},
};
