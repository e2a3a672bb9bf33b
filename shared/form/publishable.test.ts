import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionnaire } from '#test/declaration';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { findFaults } from './publishable.ts';
import { type Extension, type Item, type Questionnaire, urls } from './questionnaire.ts';
import { everyKind, inEnglish, questionnaireOf } from './sample-questionnaire.ts';

/** The shipped questionnaire with something changed in one of its items. */
function broken(linkId: string, change: (item: Item) => unknown): Questionnaire {
	const copy = structuredClone(questionnaire);
	const item = copy.item.flatMap((group) => [group, ...(group.item ?? [])]).find((one) => one.linkId === linkId)!;
	change(item);
	return copy;
}

const add = (extension: Extension) => (item: Item) => (item.extension = [...(item.extension ?? []), extension]);
const change = (url: string, to: Partial<Extension>) => (item: Item) =>
	Object.assign(item.extension!.find((one) => one.url === url)!, to);
const put = (values: object) => (item: Item) => Object.assign(item, values);

test('the shipped questionnaire has no faults', () => {
	expect(findFaults(questionnaire)).toEqual([]);
});

test('a questionnaire with every kind of question has no faults', () => {
	expect(findFaults(questionnaireOf(...everyKind))).toEqual([]);
});

const answerCoding = { system: 'urn:vaora:answer', code: 'yes' };

test.each<[string, (item: Item) => unknown, string]>([
	// What stands there at all.
	['full-name', put({ text: '' }), 'full-name.text: is not written as \\S'],
	['full-name', put({ text: undefined }), 'full-name.text: is missing'],
	['full-name', put({ readOnly: true }), 'full-name.readOnly: is not supported'],
	['full-name', put({ required: 'yes' }), 'full-name.required: is neither true nor false'],
	['full-name', put({ maxLength: 2.5 }), 'full-name.maxLength: is no whole number'],
	['full-name', put({ text: 'a'.repeat(2_001) }), 'full-name.text: is no text of at most 2000'],
	['gender', put({ answerOption: [] }), 'gender.answerOption: is no list of 1 to 100'],
	['street', put({ item: [] }), 'street.item: is not supported'],
	['contact', put({ enableWhen: [] }), 'contact.enableWhen: is not supported'],
	// Names and kinds.
	['street', put({ linkId: 'full-name' }), 'full-name: this linkId stands twice'],
	['full-name', put({ repeats: true }), 'full-name: repeats does not go with string'],
	['warning', put({ required: true }), 'warning: required does not go with display'],
	['consent', put({ maxLength: 9 }), 'consent: maxLength does not go with boolean'],
	['gender', put({ answerOption: undefined }), 'gender: has no options'],
	['nationality', put({ repeats: true }), 'nationality: country has its own list, for one answer'],
	['gender', (item) => (item.answerOption![1]!.valueCoding.code = 'male'), 'gender: an option stands twice'],
	['street', put({ maxLength: undefined }), 'street: needs a maxLength of at most 4000'],
	['travel-places', put({ maxLength: 4_001 }), 'travel-places: needs a maxLength of at most 4000'],
	// Both languages.
	['full-name', put({ _text: undefined }), 'full-name: has no English'],
	[
		'gender',
		(item) => (item.answerOption![0]!.valueCoding._display = undefined),
		'gender: the option male has no English',
	],
	['full-name', change(urls.error, { _valueString: undefined }), `full-name: ${urls.error} has no English`],
	['street', put({ text: 'Phố {street}' }), 'street: {street} is no setting'],
	['met-patient', put({ text: 'Người bệnh' }), 'met-patient: speaks of other settings in English'],
	// Extensions.
	['full-name', add({ url: 'urn:x', valueString: 'x' }), 'full-name: the extension urn:x is not supported'],
	[
		'full-name',
		add({ url: urls.mapping, valueCoding: answerCoding }),
		`full-name: the extension ${urls.mapping} is not supported`,
	],
	[
		'consent',
		add({ url: urls.capitals, valueBoolean: true }),
		`consent: the extension ${urls.capitals} does not go with boolean`,
	],
	[
		'full-name',
		change(urls.capitals, { valueString: 'x' }),
		`full-name: the extension ${urls.capitals} needs valueBoolean, and only that`,
	],
	[
		'birth-year',
		change(urls.minValue, { valueInteger: undefined, valueDecimal: 1.5 }),
		`birth-year: the extension ${urls.minValue} needs valueInteger, and only that`,
	],
	['full-name', add({ url: urls.capitals, valueBoolean: true }), 'full-name: an extension stands twice'],
	[
		'full-name',
		change(urls.identity, { valueString: 'password' }),
		`full-name: password is not known to ${urls.identity}`,
	],
	['street', change(urls.identity, { valueString: 'fullName' }), 'street: fullName is asked twice'],
	[
		'phone',
		change(urls.control, { valueCodeableConcept: { coding: [{ code: 'slider' }] } }),
		'phone: the control slider is not supported here',
	],
	[
		'phone',
		change(urls.control, { valueCodeableConcept: { coding: [{ code: 'country' }] } }),
		'phone: the control country is not supported here',
	],
	// Conditions.
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.question = 'consent'),
		'travel-places: depends on consent, which is no question before it',
	],
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.question = 'travel-places'),
		'travel-places: depends on travel-places, which is no question before it',
	],
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.question = 'health'),
		'travel-places: depends on health, which is no question before it',
	],
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.question = 'gender'),
		'travel-places: depends on gender, which is not asked again',
	],
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.operator = 'exists'),
		'travel-places: the condition on travelled can never hold',
	],
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.answerCoding!.code = 'maybe'),
		'travel-places: the condition on travelled can never hold',
	],
	[
		'travel-places',
		(item) => (item.enableWhen![0]!.answerCoding!.system = 'urn:x'),
		'travel-places: the condition on travelled can never hold',
	],
	[
		'travel-places',
		(item) => Object.assign(item.enableWhen![0]!, { answerBoolean: true }),
		'travel-places: the condition on travelled can never hold',
	],
	['symptoms-note', put({ enableBehavior: undefined }), 'symptoms-note: several conditions need an enableBehavior'],
	['travel-places', put({ enableWhen: undefined }), 'travel-places: says a condition and has none'],
	['street', put({ enableBehavior: 'any' }), 'street: an enableBehavior needs conditions'],
])('a questionnaire whose %s is broken is refused: %#', (linkId, breaks, fault) => {
	expect(findFaults(broken(linkId, breaks))).toContain(fault);
});

describe('what is chosen beforehand', () => {
	const fault = 'no answer but to who somebody is may be chosen beforehand';

	test.each([
		['met-patient', { initial: [{ valueCoding: { system: 'urn:vaora:answer', code: 'no' } }] }],
		['symptoms', { initial: [{ valueCoding: { system: 'urn:vaora:symptom', code: 'none' } }] }],
	])('is never an answer about health: %s', (linkId, initial) => {
		expect(findFaults(broken(linkId, put(initial)))).toEqual([`${linkId}: ${fault}`]);
	});

	test('is never the consent', () => {
		const faults = findFaults(broken('consent', put({ initial: [{ valueBoolean: true }] })));

		expect(faults).toEqual(['consent.initial[0].valueBoolean: is not supported']);
	});

	test('may be a nationality, written as its question is answered', () => {
		expect(findFaults(broken('nationality', put({ initial: [{ valueString: 'VN' }] })))).toEqual([
			'nationality: the initial answer is of another kind than the question',
		]);
	});
});

test('a condition may look back to whether there is an answer, or to one that is not given', () => {
	const enableWhen = [
		{ question: 'symptoms', operator: 'exists', answerBoolean: true },
		{ question: 'symptoms', operator: '!=', answerCoding: { system: 'urn:vaora:symptom', code: 'none' } },
	];

	expect(findFaults(broken('symptoms-note', put({ enableWhen, enableBehavior: 'all' })))).toEqual([]);
});

test('a regex that may take for ever is refused, and so is one for a text without an end', () => {
	const regex = { url: urls.regex, valueString: '(a+)+' };

	expect(findFaults(broken('street', add(regex)))).toEqual(['street: the regex may take for ever or is none']);
	expect(
		findFaults(broken('street', (item) => add({ ...regex, valueString: 'a+' })(put({ maxLength: 1_001 })(item)))),
	).toEqual(['street: a regex needs a maxLength of at most 1000']);
});

test.each([
	undefined,
	null,
	7,
	[],
	{},
	{ item: {} },
	{ ...questionnaire, item: [null, 7, 'x', []] },
	{ ...questionnaire, item: [{ linkId: 7, item: 'x', extension: {}, enableWhen: [null], answerOption: [{}] }] },
	{ ...questionnaire, _title: {}, item: [{ type: 'group', _text: 7, item: [{ _text: { extension: [null] } }] }] },
	{ ...questionnaire, _title: { extension: [{ url: urls.translation, extension: [null] }] } },
])('what is no questionnaire is refused with reasons: %#', (body) => {
	expect(findFaults(body).length).toBeGreaterThan(0);
});

test('whatever is put in the place of any part, the answer is a list of faults and no crash', () => {
	const strange = fc.oneof(
		fc.jsonValue({ maxDepth: 2 }),
		fc.constant({ extension: [null] }),
		fc.constant(inEnglish('x')),
	);
	const paths: (string | number)[][] = [];
	const walk = (value: unknown, path: (string | number)[]) => {
		if (path.length) paths.push(path);
		if (value instanceof Object) for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
	};
	walk(questionnaire, []);

	fc.assert(
		fc.property(fc.constantFrom(...paths), strange, (path, value) => {
			const copy = structuredClone(questionnaire) as never;
			const place = path.slice(0, -1).reduce((part: Record<string, never>, key) => part[key]!, copy);
			place[path.at(-1)!] = value as never;
			expect(Array.isArray(findFaults(copy))).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

const folders = ['lforms-r4', 'covapp', 'r4/examples'].map((name) => `testvectors/fhir/${name}`).filter(hasSharedData);

describe.skipIf(!folders.length)('questionnaires of others', () => {
	test('are refused with reasons, never with a crash', () => {
		const bodies = folders.flatMap((folder) =>
			readdirSync(sharedData(folder))
				.filter((name) => name.endsWith('.json'))
				.map((name) => readSharedJson(`${folder}/${name}`))
				.flatMap((body) => [body, ...(body.entry ?? []).map((entry: { resource?: unknown }) => entry.resource)])
				.filter((body) => body?.resourceType === 'Questionnaire'),
		);

		expect(bodies.length).toBeGreaterThan(8);
		for (const body of bodies) expect([body.id, findFaults(body).length > 0]).toEqual([body.id, true]);
	});
});
