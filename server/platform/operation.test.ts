import Type, { type TSchema } from 'typebox';
import { expect, test } from 'vitest';
import { operation } from './operation.ts';
import { anyone } from './who.ts';

const text = Type.String();
const bounded = Type.Union([Type.Literal('in'), Type.String({ pattern: '^[a-z]+$' }), Type.String({ format: 'date' })]);

test.each<[string, TSchema, boolean]>([
	['free text', text, true],
	['text of a length', Type.String({ maxLength: 9 }), true],
	['free text within a list', Type.Array(Type.Object({ text })), true],
	['whatever it is', Type.Unknown(), true],
	['numbers and truths', Type.Object({ count: Type.Integer(), isLast: Type.Boolean() }), false],
	['constants, patterns and formats', Type.Array(Type.Object({ bounded })), false],
])('%s: whether an operation looks for letters that cannot be stored', (_what, what, expected) => {
	const tried = operation({
		...{ name: 'tests.try', summary: { vi: 'Thử', en: 'Tries' }, who: anyone, personal: 'none' },
		...{ input: Type.Object({ what }), output: Type.Object({}), run: async () => ({}) },
	});

	expect(tried.takesText).toBe(expected);
});
