import { isActionFailure, type RequestEvent } from '@sveltejs/kit';
import { getCurrent } from '#forms';
import { running } from '#platform/running';
import { compile, fieldsOf } from '#shared/form/compile';
import type { Questionnaire } from '#shared/form/questionnaire';
import { dayOf } from '#shared/language';
import { ask } from './ask.ts';

/** Somebody a page asks about: the name the page may show, and what the API says of them. */
export interface Asked {
	person: string;
	name: string;
	form: string;
	slotName: { vi: string; en: string };
	reportsADay: number;
	level?: 'green' | 'amber' | 'red';
}

/** What the page needs of each form its people are asked: the signs, and whether it asks for a temperature and a note. */
export async function readDailyForms(event: Pick<RequestEvent, 'locals'>, people: readonly Asked[]) {
	const names = [...new Set(people.map(({ form }) => form))];
	const forms = await Promise.all(names.map((name) => readDailyForm(event, name)));
	return Object.fromEntries(forms.map((form, index) => [names[index]!, form]));
}

async function readDailyForm(event: Pick<RequestEvent, 'locals'>, name: string) {
	const { questionnaire, settings } = await ask(event, getCurrent, { name });
	const today = dayOf(running.platform!.clock.now());
	const form = compile(questionnaire as Questionnaire, { language: event.locals.language, settings, today });
	const fields = fieldsOf(form);
	const signs = fields.find(({ id }) => id === 'signs')!;
	return {
		url: form.url,
		version: form.version,
		well: signs.options!.find(({ isExclusive }) => isExclusive)!.label,
		signs: signs.options!.filter(({ isExclusive }) => !isExclusive).map(({ value, label }) => ({ value, label })),
		temperature: fields.find(({ id }) => id === 'temperature'),
		note: fields.find(({ id }) => id === 'note'),
	};
}
export type DailyForms = Awaited<ReturnType<typeof readDailyForms>>;

const rowsMax = 200;

/** What was entered of one person. */
interface Entered {
	/** Which row of the page it is. */
	row: number;
	person: string;
	id: string;
	form: string;
	how: string;
	signs: string[];
	temperature: string;
	note: string;
}

/** Reads the rows of the page in their order. */
export function readEntered(posted: FormData): Entered[] {
	const entered: Entered[] = [];
	for (let row = 0; row < rowsMax && posted.has(`person-${row}`); row++) {
		const text = (name: string) => String(posted.get(`${name}-${row}`) ?? '').trim();
		entered.push({
			row,
			...{ person: text('person'), id: text('id'), form: text('form'), how: text('how') },
			signs: posted.getAll(`signs-${row}`).map(String).slice(0, 30),
			...{ temperature: text('temperature').slice(0, 20), note: text('note').slice(0, 1_000) },
		});
	}
	return entered;
}

export const toReports = (rows: readonly Entered[]) =>
	rows.map(({ person, id, form, how, signs, temperature, note }) => {
		const [url = '', version = ''] = form.split('|');
		return {
			...{ id, person, form: { url, version } },
			answers: {
				// Well and a sign at once is no answer: the form's own rule says so.
				signs: [...(how === 'well' ? ['none'] : []), ...signs],
				...(temperature ? { temperature } : {}),
				...(note ? { note } : {}),
			},
		};
	});

/** Rows that are to be sent: those left for later, and those already reported and not touched, are not. */
export const isFilled = ({ how, signs, temperature, note }: Entered): boolean =>
	how !== 'later' && Boolean(how || signs.length || temperature || note);

/** A fault of a report belongs to a row of the page. */
export function faultsByRow<T>(result: T, rows: readonly Entered[]): T {
	if (!isActionFailure(result)) return result;
	const { fault } = result.data as { fault: { fields: { field: string; text: string }[] } };
	for (const one of fault.fields) {
		const [, report, field] = /^reports\.(\d+)\.(?:answers\.)?(\w+)/.exec(one.field) ?? [];
		if (report) one.field = `${field === 'signs' ? 'how' : field}-${rows[Number(report)]!.row}`;
	}
	return result;
}
