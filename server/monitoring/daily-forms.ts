import { currentForm, getForm } from '#forms';
import type { Db } from '#platform/db';
import { keepFor } from '#platform/kept';
import type { BatchContext } from '#platform/operation';
import { Problem } from '#platform/problem';
import { type Answers, askedAnswers, checkAnswers, readAnswers } from '#shared/form/answers';
import { compile, type Form } from '#shared/form/compile';
import type { FormSettings, Questionnaire } from '#shared/form/questionnaire';
import { dayOf } from '#shared/language';

/** A form as it is asked, in both languages. */
export interface DailyForm {
	vi: Form;
	en: Form;
}

const names = ['daily-report', 'daily-five'];

/** Reports come all day long, and the forms change a few times a year. */
export const keptForms = keepFor<ReadonlyMap<string, DailyForm>>(10, async ({ db, now }: BatchContext) => {
	const forms = await Promise.all(names.map((name) => currentForm(db, name)));
	return new Map(
		forms.map(({ questionnaire, settings }, index) => [names[index]!, both(questionnaire, settings, now)]),
	);
});

const both = (questionnaire: Questionnaire, settings: FormSettings, now: Date): DailyForm => {
	const today = dayOf(now);
	return {
		vi: compile(questionnaire, { language: 'vi', settings, today }),
		en: compile(questionnaire, { language: 'en', settings, today }),
	};
};

/** An older version somebody still has on their page, or in a queue while there was no network. Throws `not-found`. */
export async function olderForm(db: Db, { url, version }: { url: string; version: string }, now: Date) {
	if (!names.some((name) => url === `urn:vaora:questionnaire:${name}`))
		throw new Problem('not-found', { field: 'form' });
	return both(await getForm(db, url, version), { lookBackDays: 14, disease: { vi: '', en: '' } }, now);
}

/** Checks answers by the engine the page uses. Returns those that are kept, or what is wrong, in both languages. */
export function readDaily({ vi, en }: DailyForm, given: Record<string, unknown>) {
	const answers = askedAnswers(vi, readAnswers(vi, Object.entries(given)));
	const faults = checkAnswers(vi, answers);
	if (!faults.length) return { answers: answers as Answers };
	const english = new Map(checkAnswers(en, answers).map(({ id, text }) => [id, text]));
	return { faults: faults.map(({ id, text }) => ({ id, text: { vi: text, en: english.get(id) ?? text } })) };
}
