import { describe, expect, test } from 'vitest';
import { compile, fieldsOf, healthPart } from './compile.ts';
import { urls } from './questionnaire.ts';
import {
	ask,
	everyKind,
	fieldOf,
	formOf,
	inEnglish,
	options,
	questionnaireOf,
	settings,
} from './sample-questionnaire.ts';

const today = '2026-11-24';

test('every kind of question becomes its kind of field, in the order of the questionnaire', () => {
	const kinds = Object.fromEntries(fieldsOf(formOf(...everyKind)).map((field) => [field.id, field.kind]));

	expect(Object.entries(kinds)).toEqual([
		['name', 'text'],
		['card', 'text'],
		['phone', 'tel'],
		['mail', 'email'],
		['note', 'textarea'],
		['year', 'number'],
		['temperature', 'number'],
		['onset', 'date'],
		['agrees', 'confirm'],
		['gender', 'radio'],
		['vehicle', 'select'],
		['signs', 'checkbox'],
		['work', 'radio'],
		['pets', 'checkbox'],
		['province', 'province'],
		['commune', 'commune'],
		['country', 'country'],
		['notice', 'display'],
	]);
});

test('a page is given no more than a question needs', () => {
	expect(fieldOf(ask('note', 'string', { maxLength: 40 }))).toEqual({
		id: 'note',
		kind: 'text',
		label: 'Hỏi note',
		error: 'Bạn chưa trả lời: Hỏi note',
		isRequired: false,
		maxLength: 40,
	});
});

describe('limits that move with the calendar', () => {
	const [year, onset] = [
		everyKind.find((one) => one.linkId === 'year')!,
		everyKind.find((one) => one.linkId === 'onset')!,
	];

	test.each([
		['2026-12-31', 2026],
		['2027-01-01', 2027],
	])('on %s a year ends with %i', (day, newest) => {
		const [field] = fieldsOf(compile(questionnaireOf(year), { language: 'vi', settings, today: day }));

		expect(field).toMatchObject({ min: 1900, max: newest });
	});

	test('a day ends with today', () => {
		expect(fieldOf(onset)).toMatchObject({ min: '2026-01-01', max: today });
	});
});

describe('words', () => {
	const said = ask('travelled', 'boolean', {
		text: 'Trong {lookBackDays} ngày qua, {disease}? {lookBackDays}',
		_text: inEnglish('In {lookBackDays} days, {disease}?'),
		extension: [
			{ url: urls.error, valueString: 'Thiếu {disease}', _valueString: inEnglish('No {disease}') },
			{ url: urls.hint, valueString: 'Gợi ý', _valueString: inEnglish('Hint') },
			{ url: urls.condition, valueString: 'Nếu có', _valueString: inEnglish('If yes') },
		],
	});

	test.each([
		['vi', 'Trong 21 ngày qua, bệnh sởi? 21', 'Thiếu bệnh sởi', 'Gợi ý', 'Nếu có'],
		['en', 'In 21 days, measles?', 'No measles', 'Hint', 'If yes'],
	] as const)(
		'in %s they hold the look-back and the disease of the settings',
		(language, label, error, hint, conditionText) => {
			const [field] = fieldsOf(compile(questionnaireOf(said), { language, settings, today }));

			expect(field).toMatchObject({ label, error, hint, conditionText });
		},
	);

	test('a disease is written as it is named, whatever signs are in its name', () => {
		const disease = { vi: '$& {lookBackDays}', en: '$1' };
		const [field] = fieldsOf(
			compile(questionnaireOf(said), { language: 'vi', settings: { lookBackDays: 14, disease }, today }),
		);

		expect(field!.error).toBe('Thiếu $& {lookBackDays}');
	});
});

test('what is known of a person is not asked again, and a part without questions goes', () => {
	const name = ask('name', 'string', { maxLength: 9, extension: [{ url: urls.identity, valueString: 'fullName' }] });
	const questionnaire = questionnaireOf(name, ask('notice', 'display'));
	questionnaire.item.push({
		...questionnaireOf(ask('signs', 'boolean'), ask('warning', 'display')).item[0]!,
		linkId: 'health',
	});

	const form = healthPart(compile(questionnaire, { language: 'vi', settings, today }));

	expect(form.sections.map((section) => section.id)).toEqual(['health']);
	expect(fieldsOf(form).map((field) => field.id)).toEqual(['signs', 'warning']);
});

test('conditions are carried over: any or all, an answer, not an answer, answered at all', () => {
	const asked = ask('signs', 'choice', { repeats: true, answerOption: options('fever', 'none') });
	const answerCoding = { system: 'urn:test', code: 'none' };
	const note = ask('note', 'text', {
		maxLength: 9,
		enableBehavior: 'all',
		enableWhen: [
			{ question: 'signs', operator: 'exists', answerBoolean: true },
			{ question: 'signs', operator: '!=', answerCoding },
		],
	});

	expect(fieldsOf(formOf(asked, note))[1]!.when).toEqual({
		any: false,
		conditions: [
			{ question: 'signs', is: true },
			{ question: 'signs', is: false, value: 'none' },
		],
	});
});
