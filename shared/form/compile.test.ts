import { describe, expect, test } from 'vitest';
import { generalForm, questionnaire } from '#test/declaration';
import { compile, fieldsOf, healthPart } from './compile.ts';

const field = (id: string, form = generalForm()) => fieldsOf(form).find((one) => one.id === id)!;

test('the form has the questions of the official one, in its order', () => {
	expect(generalForm().sections.map(({ id, fields }) => [id, fields.map((one) => `${one.id} ${one.kind}`)])).toEqual([
		[
			'person',
			[
				'full-name text',
				'document-number text',
				'birth-year number',
				'gender radio',
				'nationality country',
				'health-insurance-number text',
			],
		],
		['address', ['province province', 'commune commune', 'street text', 'phone tel', 'email email']],
		['health', ['travelled radio', 'travel-places textarea', 'symptoms checkbox', 'symptoms-note textarea']],
		['contact', ['met-patient radio', 'met-from-country radio', 'met-symptomatic radio']],
		['consent-part', ['warning display', 'consent confirm']],
	]);
});

test('an operator’s days of look-back and disease stand in every text that names them', () => {
	const settings = { lookBackDays: 21, disease: { vi: 'cúm A/H5N1', en: 'influenza A/H5N1' } };

	const [vi, en] = (['vi', 'en'] as const).map((language) =>
		JSON.stringify(compile(questionnaire, { language, settings, today: '2026-11-24' })),
	);

	expect(vi).toContain('Trong vòng 21 ngày qua');
	expect(vi).toContain('cúm A/H5N1');
	expect(en).toMatch(/21 days/);
	expect(en).toContain('influenza A/H5N1');
	for (const text of [vi, en]) expect(text).not.toMatch(/\{\w+\}|14/);
});

test('everything said in Vietnamese is said in English too', () => {
	const [vi, en] = [generalForm('vi'), generalForm('en')];
	const said = (form: typeof vi) =>
		form.sections.flatMap((section) => [
			section.title,
			...section.fields.flatMap((one) => [
				one.label,
				one.hint,
				one.error,
				one.conditionText,
				...(one.options ?? []).map(({ label }) => label),
			]),
		]);

	for (const [index, text] of said(vi).entries()) {
		expect(Boolean(said(en)[index])).toBe(Boolean(text));
		if (text) expect(said(en)[index]).not.toBe(text);
	}
	expect(en.title).toBe('General health declaration');
});

test('a birth year lies between 1900 and the year it is in Viet Nam', () => {
	expect(field('birth-year')).toMatchObject({ min: 1900, max: 2026 });
});

test('what is known of a question reaches the page', () => {
	expect(field('full-name')).toMatchObject({
		isRequired: true,
		maxLength: 255,
		isCapitals: true,
		autocomplete: 'name',
		identity: 'fullName',
	});
	expect(field('nationality')).toMatchObject({ initial: 'VN' });
	expect(field('travel-places')).toMatchObject({
		conditionText: 'Nếu có',
		when: { any: true, conditions: [{ question: 'travelled', is: true, value: 'yes' }] },
	});
	expect(field('symptoms').options!.filter((option) => option.isExclusive)).toMatchObject([{ value: 'none' }]);
});

describe('somebody who is known', () => {
	test('is asked about health and contacts only', () => {
		const form = healthPart(generalForm());

		expect(form.sections.map(({ id }) => id)).toEqual(['health', 'contact', 'consent-part']);
		expect(fieldsOf(form).some((one) => one.identity)).toBe(false);
	});
});
