import { isActionFailure, type RequestEvent, redirect } from '@sveltejs/kit';
import { getPerson, handleAlarm, noteAttempt, revealPerson, reviewPerson, submitReports } from '#monitoring';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { listDiseaseChoices } from '#web/server/cordon-form.ts';
import { faultsByRow, isFilled, readDailyForms, readEntered, toReports } from '#web/server/daily-report.ts';
import { readTexts } from '#web/server/posted.ts';
import { watchFaults } from '#web/ui/watch-words.ts';
import type { Actions, PageServerLoad } from './$types';

const wholeDay = { vi: 'cả ngày', en: 'whole day' };

export const load: PageServerLoad = async (event) => {
	const found = await askOrShow(event, getPerson, { person: event.params.person });
	const watch = found.watches.find(({ state }) => state !== 'ended');
	const asked = watch?.form
		? [{ person: found.person, name: found.maskedName, form: watch.form, slotName: wholeDay, reportsADay: 1 }]
		: [];
	return {
		...found,
		diseases: Object.fromEntries((await listDiseaseChoices(event)).map(({ value, label }) => [value, label])),
		asked,
		forms: await readDailyForms(event, asked),
		reportId: crypto.randomUUID(),
		done: event.url.searchParams.get('done'),
	};
};

async function act(
	event: RequestEvent<{ person: string }>,
	names: readonly string[],
	work: (values: Record<string, string>) => Promise<unknown>,
) {
	const values = readTexts(await event.request.formData(), names);
	const done = await askOrReturn(event, values, () => work(values), watchFaults);
	if (isActionFailure(done)) return done;
	redirect(303, `/console/station/${event.params.person}?done=1`);
}

export const actions: Actions = {
	reveal: async (event) => {
		const values = readTexts(await event.request.formData(), ['purpose']);
		const input = { ...values, person: event.params.person };
		return askOrReturn(
			event,
			values,
			async () => ({ values, revealed: await ask(event, revealPerson, input), fault: undefined }),
			watchFaults,
		);
	},
	attempt: (event) =>
		act(event, ['outcome', 'note'], ({ outcome, note }) =>
			ask(event, noteAttempt, { person: event.params.person, outcome: outcome as 'reached', note: note! }),
		),
	review: (event) =>
		act(event, ['note'], ({ note }) => ask(event, reviewPerson, { person: event.params.person, note: note! })),
	handle: (event) =>
		act(event, ['alarmId', 'note'], ({ alarmId, note }) => ask(event, handleAlarm, { alarmId: alarmId!, note: note! })),
	report: async (event) => {
		const entered = readEntered(await event.request.formData()).slice(0, 1);
		const rows = entered.filter(isFilled).map((row) => ({ ...row, person: event.params.person }));
		const done = await askOrReturn(event, { rows: entered }, async () => {
			if (!rows.length) throw new Problem('nobody-chosen', { field: 'how-0' });
			return ask(event, submitReports, { reports: toReports(rows), channel: 'phone-call' });
		});
		if (!('reports' in done)) return faultsByRow(done, rows);
		redirect(303, `/console/station/${event.params.person}?done=1`);
	},
};
