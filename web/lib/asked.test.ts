import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedAnswers } from '#shared/form/answers';
import type { Field, Form } from '#shared/form/compile';
import { isAsked } from './asked.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const answer = fc.constantFrom('yes', 'no', undefined);

/** Five questions in a row, each of which may depend on earlier ones. */
const fields = fc.tuple(
	...ids.map((id, place) => {
		const question = fc.constantFrom(...(place ? ids.slice(0, place) : ['a']));
		const condition = fc.record({ question, is: fc.boolean(), value: answer });
		const when = fc.record({ any: fc.boolean(), conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) });
		const maybe = place ? fc.option(when, { nil: undefined }) : fc.constant(undefined);
		return maybe.map((when): Field => ({ id, kind: 'radio', label: id, error: id, isRequired: true, when }));
	}),
);

/** What the page shows: in order, an answer to what is not asked counts as none. */
function shownBy(page: readonly Field[], given: Map<string, string>): string[] {
	const left = new Map(given);
	for (const { id, when } of page)
		if (when && !isAsked(when, (question) => (left.has(question) ? [left.get(question)!] : []))) left.delete(id);
	return [...left.keys()];
}

test('the page asks exactly the questions the server checks', () => {
	fc.assert(
		fc.property(fields, fc.tuple(...ids.map(() => answer)), (page, values) => {
			const given = ids.flatMap((id, place) => (values[place] ? [[id, values[place]] as const] : []));
			const form: Form = {
				url: '',
				version: '1',
				language: 'vi',
				title: '',
				sections: [{ id: '', title: '', fields: page }],
			};

			const checked = Object.keys(askedAnswers(form, Object.fromEntries(given)));

			expect(shownBy(page, new Map(given)).sort()).toEqual(checked.sort());
		}),
	);
});
