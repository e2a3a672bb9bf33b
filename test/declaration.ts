import { compile, type Form } from '#shared/form/compile';
import type { Questionnaire } from '#shared/form/questionnaire';
import type { Language } from '#shared/language';
import generalDeclaration from '../server/forms/questionnaires/general-declaration-1.json' with { type: 'json' };

/** The questionnaire that is shipped. */
export const questionnaire = generalDeclaration as Questionnaire;

export const generalForm = (language: Language = 'vi', lookBackDays = 14): Form =>
	compile(questionnaire, {
		language,
		settings: { lookBackDays, disease: { vi: 'COVID-19', en: 'COVID-19' } },
		today: '2026-11-24',
	});

/** Who somebody is, as they would write it. */
export const identityAnswers = {
	'full-name': 'NGUYỄN THỊ BƯỞI',
	'document-number': '001093029317',
	'birth-year': '1987',
	gender: 'female',
	nationality: 'VN',
	province: '01',
	commune: '00004',
	street: '12 phố Quán Thánh',
	phone: '0901 234 567',
};

/** Somebody healthy who met nobody and went nowhere. */
export const healthyAnswers = {
	travelled: 'no',
	symptoms: ['none'],
	'met-patient': 'no',
	'met-from-country': 'no',
	'met-symptomatic': 'no',
	consent: 'true',
};

export const wholeAnswers = { ...identityAnswers, ...healthyAnswers };
