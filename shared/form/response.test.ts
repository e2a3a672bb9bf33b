import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generalForm, healthyAnswers, wholeAnswers } from '#test/declaration';
import { askedAnswers, readAnswers } from './answers.ts';
import { healthPart } from './compile.ts';
import { fromResponse, toResponse } from './response.ts';
import { everyKind, formOf } from './sample-questionnaire.ts';

const form = generalForm();
const options = { id: 'd1', personId: '7', authored: new Date('2026-11-24T08:00:00+07:00') };

test('a declaration is written as FHIR asks, with the questions’ own texts', () => {
	const response = toResponse(
		healthPart(form),
		{ ...healthyAnswers, symptoms: ['fever'], 'symptoms-note': 'Từ hôm qua' },
		options,
	);

	expect(response).toMatchObject({
		resourceType: 'QuestionnaireResponse',
		id: 'd1',
		questionnaire: 'urn:vaora:questionnaire:general-declaration|1',
		status: 'completed',
		subject: { reference: 'Patient/7' },
		source: { reference: 'Patient/7' },
		authored: '2026-11-24T08:00:00.000+07:00',
	});
	expect(
		response.item.map((section) => [section.linkId, section.item!.map((item) => [item.linkId, item.answer])]),
	).toEqual([
		[
			'health',
			[
				['travelled', [{ valueCoding: { system: 'urn:vaora:answer', code: 'no', display: 'Không' } }]],
				['symptoms', [{ valueCoding: { system: 'urn:vaora:symptom', code: 'fever', display: 'Sốt' } }]],
				['symptoms-note', [{ valueString: 'Từ hôm qua' }]],
			],
		],
		[
			'contact',
			['met-patient', 'met-from-country', 'met-symptomatic'].map((id) => [
				id,
				[{ valueCoding: { system: 'urn:vaora:answer', code: 'no', display: 'Không' } }],
			]),
		],
		['consent-part', [['consent', [{ valueBoolean: true }]]]],
	]);
});

test('who declared for somebody else is its source', () => {
	expect(toResponse(form, {}, { ...options, declaredBy: '8' })).toMatchObject({
		subject: { reference: 'Patient/7' },
		source: { reference: 'RelatedPerson/8' },
		item: [],
	});
});

test('in either language the same answers come back', () => {
	const answers = readAnswers(
		form,
		Object.entries({ ...wholeAnswers, travelled: 'yes', 'travel-places': 'Huế\nĐà Nẵng' }),
	);

	for (const language of ['vi', 'en'] as const) {
		const asked = generalForm(language);
		expect(fromResponse(asked, toResponse(asked, answers, options))).toEqual(answers);
	}
});

test('whatever was answered and is asked comes back, and nothing else', () => {
	const signs = ['fever', 'cough', 'difficulty-breathing', 'pneumonia', 'sore-throat', 'fatigue', 'none'];
	const yesNo = fc.constantFrom('yes', 'no');
	const anyAnswers = fc.record(
		{
			'full-name': fc.string({ minLength: 1, maxLength: 20 }),
			'birth-year': fc.integer({ min: 1900, max: 2026 }).map(String),
			travelled: yesNo,
			'travel-places': fc.string({ minLength: 1 }),
			symptoms: fc.uniqueArray(fc.constantFrom(...signs), { minLength: 1 }),
			'symptoms-note': fc.string({ minLength: 1 }),
			'met-patient': yesNo,
		},
		{ requiredKeys: [] },
	);

	fc.assert(
		fc.property(anyAnswers, (posted) => {
			const answers = readAnswers(form, Object.entries(posted));
			expect(fromResponse(form, toResponse(form, answers, options))).toEqual(askedAnswers(form, answers));
		}),
	);
});

test('an answer of every kind is written as FHIR has it, and comes back', () => {
	const form = formOf(...everyKind);
	const answers = {
		name: 'ĐỖ ĐỨC',
		note: 'Huế\nVinh',
		year: '1987',
		temperature: '38.5',
		onset: '2026-11-20',
		agrees: 'true',
		gender: 'male',
		signs: ['fever', 'cough'],
		work: 'Thợ hàn',
		pets: ['dog', 'Vẹt'],
		province: '01',
		country: 'LA',
	};

	const response = toResponse(form, answers, options);

	expect(response.item).toHaveLength(1);
	expect(Object.fromEntries(response.item[0]!.item!.map((item) => [item.linkId, item.answer]))).toEqual({
		name: [{ valueString: 'ĐỖ ĐỨC' }],
		note: [{ valueString: 'Huế\nVinh' }],
		year: [{ valueInteger: 1987 }],
		temperature: [{ valueDecimal: 38.5 }],
		onset: [{ valueDate: '2026-11-20' }],
		agrees: [{ valueBoolean: true }],
		gender: [{ valueCoding: { system: 'urn:test', code: 'male', display: 'chọn male' } }],
		signs: ['fever', 'cough'].map((code) => ({ valueCoding: { system: 'urn:test', code, display: `chọn ${code}` } })),
		work: [{ valueString: 'Thợ hàn' }],
		pets: [{ valueCoding: { system: 'urn:test', code: 'dog', display: 'chọn dog' } }, { valueString: 'Vẹt' }],
		province: [{ valueCoding: { system: 'urn:vaora:area', code: '01' } }],
		country: [{ valueCoding: { system: 'urn:iso:std:iso:3166', code: 'LA' } }],
	});
	expect(fromResponse(form, JSON.parse(JSON.stringify(response)))).toEqual(answers);
});

test('a response without items, or with questions of another form, holds no answer', () => {
	const strange = {
		linkId: '__proto__',
		answer: [{ valueString: 'x' }],
		item: [{ linkId: 'other', answer: [{ valueString: 'x' }] }],
	};

	expect(fromResponse(form, {})).toEqual({});
	expect(fromResponse(form, { item: [strange, { linkId: 'full-name', answer: [] }] })).toEqual({});
});
