import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { questionnaire } from '#test/declaration';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { findFaults } from './publishable.ts';
import { type Item, type Questionnaire, urls } from './questionnaire.ts';

/** The shipped questionnaire with something changed in one of its items. */
function broken(linkId: string, change: (item: Item) => unknown): Questionnaire {
	const copy = structuredClone(questionnaire);
	const item = copy.item.flatMap((group) => [group, ...(group.item ?? [])]).find((one) => one.linkId === linkId)!;
	change(item);
	return copy;
}

const regex = (pattern: string) => [{ url: urls.regex, valueString: pattern }];

test('the shipped questionnaire has no faults', () => {
	expect(findFaults(questionnaire)).toEqual([]);
});

test.each([
	['full-name', (item: Item) => (item._text = undefined), 'full-name: has no English'],
	['full-name', (item: Item) => (item.text = ''), 'full-name: has no text'],
	['full-name', (item: Item) => (item.linkId = 'Full Name'), 'Full Name: a linkId is small letters, digits and dashes'],
	['street', (item: Item) => (item.linkId = 'full-name'), 'full-name: this linkId stands twice'],
	['full-name', (item: Item) => (item.type = 'quantity' as never), 'full-name: the type quantity is not supported'],
	['full-name', (item: Item) => (item.repeats = true), 'full-name: only a choice may repeat'],
	['full-name', (item: Item) => Object.assign(item, { readOnly: true }), 'full-name: readOnly is not supported'],
	[
		'full-name',
		(item: Item) => (item.extension = [{ url: 'http://example.org/x' }]),
		'full-name: the extension http://example.org/x is not supported',
	],
	['gender', (item: Item) => (item.answerOption = []), 'gender: has no options'],
	[
		'gender',
		(item: Item) => (item.answerOption![0]!.valueCoding._display = undefined),
		'gender: the option male has no English',
	],
	['gender', (item: Item) => (item.answerOption![1]!.valueCoding.code = 'male'), 'gender: an option stands twice'],
	[
		'travel-places',
		(item: Item) => (item.enableWhen![0]!.question = 'consent'),
		'travel-places: depends on consent, which does not stand before it',
	],
	[
		'travel-places',
		(item: Item) => (item.enableWhen![0]!.operator = 'exists' as never),
		'travel-places: the condition on travelled is not supported',
	],
	[
		'travel-places',
		(item: Item) => (item.enableWhen![0]!.answerCoding!.code = 'maybe'),
		'travel-places: depends on an answer travelled does not have',
	],
	['health', (item: Item) => (item.type = 'display'), 'health: stands outside a group'],
	['travelled', (item: Item) => (item.type = 'group'), 'travelled: a group inside a group'],
])('a questionnaire whose %s is broken is refused: %#', (linkId, change, fault) => {
	expect(findFaults(broken(linkId, change))).toContain(fault);
});

test.each(['(a+)+', '((a)*)*', '(a|a)*b', '(a*){2,}', '.*.*.*x', '([a-z]+', 'a'.repeat(201), ''])(
	'the regex %s is refused: it may take for ever or is none',
	(pattern) => {
		expect(findFaults(broken('street', (item) => (item.extension = regex(pattern))))).toEqual([
			'street: the regex may take for ever or is none',
		]);
	},
);

test.each(['[A-Za-z0-9]{8,17}', '[^@]+@[^@]+', '(?:A|B)?[0-9]*'])('the regex %s is fine', (pattern) => {
	expect(findFaults(broken('street', (item) => (item.extension = regex(pattern))))).toEqual([]);
});

test.each([
	{},
	{ item: {} },
	{ item: [null, 7, 'x', []] },
	{ item: [{ linkId: 7, item: 'x', extension: {}, enableWhen: [null], answerOption: [{}] }] },
	{ item: [{ type: 'group', item: [null] }] },
	{ _title: {}, item: [{ type: 'group', _text: 7, item: [{ _text: { extension: [null] } }] }] },
])('what is no questionnaire is refused with reasons: %#', (body) => {
	expect(findFaults(body as never).length).toBeGreaterThan(0);
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
