import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { askedAnswers, isAsked, readAnswers } from './answers.ts';
import { compile, type Form, fieldsOf } from './compile.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import { fromResponse, type ResponseItem, toResponse } from './response.ts';
import { settings } from './sample-questionnaire.ts';

const folder = 'testvectors/fhir';
const options = { personId: '7', authored: new Date('2026-11-24T08:00:00+07:00') };
/** Examples need not say anything; what we publish must. */
function compileExample({ title = '', ...questionnaire }: Questionnaire): Form {
	const said = (item: Item): Item => ({ ...item, text: item.text ?? '', item: item.item?.map(said) });
	const spoken = { ...questionnaire, title, item: questionnaire.item.map(said) };
	return compile(spoken, { language: 'vi', settings, today: '2026-11-24' });
}

describe.skipIf(!hasSharedData(`${folder}/covapp`))(
	'the published answers to a COVID-19 questionnaire (data4life, Charité)',
	() => {
		const form = () => {
			const questionnaire = readSharedJson(`${folder}/covapp/example-covapp-questionnaire.json`) as Questionnaire;
			for (const group of questionnaire.item) for (const item of group.item!) delete item.item;
			return compileExample(questionnaire);
		};
		const givenIn = (items: ResponseItem[]): [string, unknown][] =>
			items.flatMap((item) => [
				...(item.answer
					? [
							[item.linkId, item.answer.map((one) => one.valueCoding?.code ?? one.valueDate ?? one.valueString)] as [
								string,
								unknown,
							],
						]
					: []),
				...givenIn(item.item ?? []),
			]);

		test.each([0, 1])('number %i: its questions are the ones that are asked, and all answers come back', (number) => {
			const asked = form();
			const response = readSharedJson(`${folder}/covapp/example-covapp-response-${number}.json`);
			const answers = fromResponse(asked, response);

			expect(Object.keys(answers).length).toBeGreaterThan(20);
			expect(Object.entries(answers).map(([id, answer]) => [id, [answer].flat()])).toEqual(givenIn(response.item));
			expect(askedAnswers(asked, answers)).toEqual(answers);
			expect(fromResponse(asked, toResponse(asked, answers, options))).toEqual(answers);
		});
	},
);

describe.skipIf(!hasSharedData(`${folder}/lforms-r4`))('the conditions of the published test form (LHC-Forms)', () => {
	/** The questions that follow from one are named for their condition. Times are not among the kinds we publish. */
	const read = () => {
		const { item } = readSharedJson(`${folder}/lforms-r4/enableWhen-test.R4.json`) as Questionnaire;
		const isOurs = ({ type, enableWhen = [], answerOption = [] }: Item) =>
			!['dateTime', 'time'].includes(type) &&
			answerOption.every((option) => option.valueCoding) &&
			enableWhen.every(({ operator }) => ['=', '!=', 'exists'].includes(operator));
		const groups = item.map((group) => ({ ...group, item: group.item!.filter(isOurs) }));
		return compileExample({
			resourceType: 'Questionnaire',
			url: 'urn:x',
			version: '1',
			status: 'draft',
			title: '',
			item: groups,
		});
	};

	test.each<[string, unknown, string[]]>([
		['Q1', [], ['Q1-not-exists', 'Q1-not-true']],
		['Q1', 'true', ['Q1-exists', 'Q1-true']],
		['Q1', 'false', ['Q1-exists', 'Q1-false', 'Q1-not-true']],
		['Q2', '5,6', ['Q2-exists', 'Q2-equal']],
		['Q2', '5.7', ['Q2-exists']],
		['Q3', '5', ['Q3-exists', 'Q3-equal']],
		['Q4', '01/05/2020', ['Q4-exists', 'Q4-equal']],
		['Q4', '', ['Q4-not-exists']],
		['Q7', 'test', ['Q7-exists', 'Q7-equals']],
		['Q7', 'tested', ['Q7-exists', 'Q7-notequals']],
		['Q7', '', ['Q7-not-exists', 'Q7-notequals']],
		['Q8', ['B'], ['Q8-exists', 'Q8-eq-B']],
		['Q8', ['A', 'C'], ['Q8-exists']],
		['Q8', ['C', 'B'], ['Q8-exists', 'Q8-eq-B', 'Q8-eq-B-and-C']],
		['Q8', [], ['Q8-not-exists']],
		['Q9', 'B', ['Q9-exists', 'Q9-eq-B']],
		['Q9', 'C', ['Q9-exists', 'Q9-noteq-B']],
	])('%s answered "%s" leads to %s', (id, given, leadsTo) => {
		const form = read();
		const answers = readAnswers(form, [[id, given]]);

		const asked = fieldsOf(form).filter(
			(field) => field.when?.conditions[0]?.question === id && isAsked(field, answers),
		);

		expect(asked.map((field) => field.id)).toEqual(leadsTo);
	});
});
