import { compile, type Field, type Form, fieldsOf } from './compile.ts';
import { type Extension, type Item, type Questionnaire, type Translated, urls } from './questionnaire.ts';

/** Small questionnaires for the tests of this folder. */
export const inEnglish = (content: string): Translated => ({
	extension: [
		{
			url: urls.translation,
			extension: [
				{ url: 'lang', valueCode: 'en' },
				{ url: 'content', valueString: content },
			],
		},
	],
});

export const ask = (linkId: string, type: Item['type'], more: Partial<Item> = {}): Item => ({
	linkId,
	type,
	text: `Hỏi ${linkId}`,
	_text: inEnglish(`Ask ${linkId}`),
	...more,
});

export const options = (...codes: string[]): Item['answerOption'] =>
	codes.map((code) => ({
		valueCoding: { system: 'urn:test', code, display: `chọn ${code}`, _display: inEnglish(`choose ${code}`) },
	}));

const exclusive: Extension = { url: urls.exclusive, valueBoolean: true };

const control = (code: string): Extension => ({
	url: urls.control,
	valueCodeableConcept: { coding: [{ system: 'urn:vaora:control', code }] },
});

export const questionnaireOf = (...items: Item[]): Questionnaire => ({
	resourceType: 'Questionnaire',
	url: 'urn:test:questionnaire',
	version: '7',
	status: 'active',
	title: 'Tờ khai',
	_title: inEnglish('Form'),
	item: [{ linkId: 'part', type: 'group', text: 'Phần', _text: inEnglish('Part'), item: items }],
});

export const settings = { lookBackDays: 21, disease: { vi: 'bệnh sởi', en: 'measles' } };

export const formOf = (...items: Item[]): Form =>
	compile(questionnaireOf(...items), { language: 'vi', settings, today: '2026-11-24' });

export const fieldOf = (item: Item): Field => fieldsOf(formOf(item))[0]!;

/** A question of every kind. */
export const everyKind: Item[] = [
	ask('name', 'string', { required: true, maxLength: 255, extension: [{ url: urls.capitals, valueBoolean: true }] }),
	ask('card', 'string', {
		maxLength: 17,
		extension: [
			{ url: urls.compact, valueBoolean: true },
			{ url: urls.capitals, valueBoolean: true },
			{ url: urls.regex, valueString: '[A-Z0-9]{8,17}' },
		],
	}),
	ask('phone', 'string', { maxLength: 40, extension: [control('phone')] }),
	ask('mail', 'string', { maxLength: 254, extension: [control('email')] }),
	ask('note', 'text', { maxLength: 1_000 }),
	ask('year', 'integer', {
		extension: [
			{ url: urls.minValue, valueInteger: 1900 },
			{ url: urls.notInFuture, valueBoolean: true },
		],
	}),
	ask('temperature', 'decimal', {
		extension: [
			{ url: urls.minValue, valueDecimal: 34.5 },
			{ url: urls.maxValue, valueDecimal: 42 },
		],
	}),
	ask('onset', 'date', {
		extension: [
			{ url: urls.minValue, valueDate: '2026-01-01' },
			{ url: urls.notInFuture, valueBoolean: true },
		],
	}),
	ask('agrees', 'boolean'),
	ask('gender', 'choice', { answerOption: options('male', 'female', 'other') }),
	ask('vehicle', 'choice', { answerOption: options('bus', 'train'), extension: [control('drop-down')] }),
	ask('signs', 'choice', {
		repeats: true,
		answerOption: [...options('fever', 'cough')!, { ...options('none')![0]!, extension: [exclusive] }],
	}),
	ask('work', 'open-choice', { maxLength: 100, answerOption: options('farmer', 'teacher') }),
	ask('pets', 'open-choice', { maxLength: 100, repeats: true, answerOption: options('dog', 'cat') }),
	ask('province', 'choice', { extension: [control('province')] }),
	ask('commune', 'choice', { extension: [control('commune')] }),
	ask('country', 'choice', { extension: [control('country')] }),
	ask('notice', 'display'),
];
