import Type, { type TSchema } from 'typebox';
import { expect, test } from 'vitest';
import { fieldWithNul, nulFinder } from './nul.ts';

const closed = { additionalProperties: false };
const bounded = Type.Union([Type.Literal('in'), Type.String({ pattern: '^[a-z]+$' }), Type.String({ format: 'date' })]);
const Scan = Type.Object(
	{ count: Type.Integer(), bounded, note: Type.Optional(Type.String({ maxLength: 9 })) },
	closed,
);
const schema = Type.Object(
	{
		scans: Type.Array(Scan),
		answers: Type.Record(Type.String(), Type.Unknown()),
		either: Type.Union([Type.String(), Type.Null()]),
		form: Type.Optional(Type.Object({ version: Type.String() }, closed)),
		names: Type.Optional(Type.Array(Type.String())),
		anything: Type.Optional(Type.Unknown()),
		open: Type.Object({ known: Type.String() }),
	},
	closed,
);
const clean = {
	scans: [
		{ count: 1, bounded: 'in' },
		{ count: 2, bounded: 'out', note: 'mưa' },
	],
	...{ answers: { fever: ['none'] }, either: null, anything: 7, open: { known: 'có' } },
};

test('an input of clean texts holds none', () => {
	expect(nulFinder(schema)!(clean)).toBe(false);
	expect(fieldWithNul(clean)).toBeUndefined();
});

test.each([
	[
		'scans.1.note',
		{
			...clean,
			scans: [
				{ count: 1, bounded: 'in' },
				{ count: 2, bounded: 'in', note: 'a\0' },
			],
		},
	],
	['answers.fever.1', { ...clean, answers: { fever: ['none', '\0'] } }],
	['answers', { ...clean, answers: { 'a\0': 1 } }],
	['either', { ...clean, either: '\0' }],
	['open.more', { ...clean, open: { known: 'có', more: '\0' } }],
	['form.version', { ...clean, form: { version: '\0' } }],
	['names.0', { ...clean, names: ['\0'] }],
	['anything.deep.0', { ...clean, anything: { deep: ['\0'] } }],
])('one in %s is found and told', (field, input) => {
	expect(nulFinder(schema)!(input)).toBe(true);
	expect(fieldWithNul(input)).toBe(field);
});

test.each<[string, TSchema, boolean]>([
	['free text', Type.String(), true],
	['whatever it is', Type.Unknown(), true],
	['numbers and truths', Type.Object({ count: Type.Integer(), isLast: Type.Boolean() }), false],
	['constants, patterns and formats', Type.Array(Type.Object({ bounded })), false],
])('%s: whether there is anything to look at', (_what, one, expected) => {
	expect(nulFinder(one) !== undefined).toBe(expected);
});
