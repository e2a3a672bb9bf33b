import { findAreaByCode } from '#areas';
import type { Profile } from '#identity';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { type Answers, askedAnswers, checkAnswers, readAnswers } from '#shared/form/answers';
import { compile, type Form, fieldsOf, healthPart } from '#shared/form/compile';
import type { FormSettings, Questionnaire } from '#shared/form/questionnaire';
import { dayOf } from '#shared/language';

export interface CheckedForm {
	/** Who the person is; undefined when only the health part was asked. */
	profile: Profile | undefined;
	/** The answers about health, travel and contacts. */
	health: Answers;
}

interface Given {
	questionnaire: Questionnaire;
	settings: FormSettings;
	answers: Record<string, unknown>;
	/** Whether the person is known, so that only the health part is asked. */
	isKnown: boolean;
	now: Date;
}

/**
 * Checks answers with the very engine the page uses and splits them into identity and health. Throws `invalid-input`
 * with each question at fault and what to do, in both languages.
 */
export async function checkForm(
	db: Db,
	{ questionnaire, settings, answers, isKnown, now }: Given,
): Promise<CheckedForm> {
	const today = dayOf(now);
	const [vi, en] = (['vi', 'en'] as const).map((language) => {
		const form = compile(questionnaire, { language, settings, today });
		return isKnown ? healthPart(form) : form;
	}) as [Form, Form];
	const given = askedAnswers(vi, readAnswers(vi, Object.entries(answers)));
	const english = new Map(checkAnswers(en, given).map(({ id, text }) => [id, text]));
	const faults = checkAnswers(vi, given).map(({ id, text }) => ({ id, vi: text, en: english.get(id) ?? text }));
	const area = await findCommune(db, given, today);
	if (given.commune && !area)
		faults.push({
			id: 'commune',
			vi: 'Phường, xã này không thuộc tỉnh đã chọn',
			en: 'This commune is not in that province',
		});
	if (faults.length) {
		const fields = faults.map((fault) => ({ field: `answers.${fault.id}`, text: { vi: fault.vi, en: fault.en } }));
		throw new Problem('invalid-input', { field: fields[0]!.field, fields });
	}
	const health = Object.fromEntries(
		fieldsOf(vi)
			.filter((field) => !field.identity && given[field.id] !== undefined)
			.map((field) => [field.id, given[field.id]!]),
	);
	return { health, profile: isKnown ? undefined : toProfile(vi, given, area?.areaId) };
}

/** The commune chosen must lie in the province chosen. */
async function findCommune(db: Db, { province, commune }: Answers, today: string) {
	if (typeof commune !== 'string') return undefined;
	const area = await findAreaByCode(db, 'commune', commune, today);
	const above = area && (await findAreaByCode(db, 'province', String(province), today));
	return above && area.path.startsWith(`${above.path}.`) ? area : undefined;
}

function toProfile(form: Form, answers: Answers, areaId: number | undefined): Profile {
	const profile: Record<string, unknown> = { areaId };
	for (const { id, identity, kind } of fieldsOf(form)) {
		if (!identity || answers[id] === undefined || identity === 'province' || identity === 'commune') continue;
		profile[identity] = kind === 'number' ? Number(answers[id]) : answers[id];
	}
	return profile as Profile;
}
