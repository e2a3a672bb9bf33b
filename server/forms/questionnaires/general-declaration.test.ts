import { expect, test } from 'vitest';
import { checkAnswers, readAnswers } from '#shared/form/answers';
import { compile, fieldsOf, healthPart } from '#shared/form/compile';
import { allItems, findExtension, urls } from '#shared/form/questionnaire';
import { generalForm, questionnaire, wholeAnswers } from '#test/declaration';

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

test('somebody who is known is asked about health and contacts only', () => {
	const form = healthPart(generalForm());

	expect(form.sections.map(({ id }) => id)).toEqual(['health', 'contact', 'consent-part']);
	expect(fieldsOf(form).some((one) => one.identity)).toBe(false);
});

test('nothing is chosen beforehand but the nationality, and the consent is a box of its own that must be ticked', () => {
	const chosen = fieldsOf(generalForm()).filter((one) => one.initial !== undefined);

	expect(chosen.map((one) => one.id)).toEqual(['nationality']);
	expect(field('consent')).toMatchObject({ kind: 'confirm', isRequired: true });
});

test('what an official form leaves open stays open: document, insurance card, email', () => {
	const open = fieldsOf(generalForm()).filter((one) => !one.isRequired && one.kind !== 'display');

	expect(open.map((one) => one.id)).toEqual(['document-number', 'health-insurance-number', 'email']);
});

test('every question says in its own words what is missing', () => {
	const faults = checkAnswers(generalForm(), { travelled: 'yes', symptoms: ['fever'] });

	expect(faults.map(({ text }) => text)).toEqual(
		expect.arrayContaining(['Bạn chưa nhập họ tên', 'Bạn chưa mô tả dấu hiệu']),
	);
	for (const { text } of faults) expect(text).toMatch(/^Bạn (chưa|cần) /);
});

test('each sign has our own code, and beside it the one of SNOMED CT', () => {
	const symptoms = [...allItems(questionnaire.item)].find((item) => item.linkId === 'symptoms')!;

	const codes = symptoms.answerOption!.map((option) => {
		const { system, code } = option.valueCoding;
		return [system, code, findExtension(option, urls.mapping)?.valueCoding?.code];
	});

	expect(codes).toEqual([
		['urn:vaora:symptom', 'fever', '386661006'],
		['urn:vaora:symptom', 'cough', '49727002'],
		['urn:vaora:symptom', 'difficulty-breathing', '267036007'],
		['urn:vaora:symptom', 'pneumonia', '233604007'],
		['urn:vaora:symptom', 'sore-throat', '162397003'],
		['urn:vaora:symptom', 'fatigue', '84229001'],
		['urn:vaora:symptom', 'none', undefined],
	]);
});

test('a child born this year and somebody born in 1900 can be declared for, nobody older or unborn', () => {
	const faultsOf = (year: string) =>
		checkAnswers(generalForm(), readAnswers(generalForm(), Object.entries({ ...wholeAnswers, 'birth-year': year })));

	for (const year of ['1900', '2026']) expect(faultsOf(year)).toEqual([]);
	for (const year of ['1899', '2027']) expect(faultsOf(year).map(({ id }) => id)).toEqual(['birth-year']);
});
