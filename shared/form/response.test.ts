import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generalForm, healthyAnswers, wholeAnswers } from '#test/declaration';
import { askedAnswers, readAnswers } from './answers.ts';
import { healthPart } from './compile.ts';
import { fromResponse, toResponse } from './response.ts';

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
				['travelled', [{ valueCoding: { code: 'no', display: 'Không' } }]],
				['symptoms', [{ valueCoding: { code: 'fever', display: 'Sốt' } }]],
				['symptoms-note', [{ valueString: 'Từ hôm qua' }]],
			],
		],
		[
			'contact',
			['met-patient', 'met-from-country', 'met-symptomatic'].map((id) => [
				id,
				[{ valueCoding: { code: 'no', display: 'Không' } }],
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
