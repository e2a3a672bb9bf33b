import { describe, expect, test } from 'vitest';
import { fieldsOf } from '#shared/form/compile';
import { generalForm } from '#test/declaration';
import { type DeclarationRule, judge, type Level, type Test } from './judge.ts';
import general from './rules/general-1.json' with { type: 'json' };

const rule = general as DeclarationRule;
const healthy = {
	symptoms: ['none'],
	'met-patient': 'no',
	'met-from-country': 'no',
	'met-symptomatic': 'no',
	travelled: 'no',
};

test.each<[string, Record<string, string | string[]>, Level, string[]]>([
	['somebody healthy who met nobody', {}, 'green', []],
	['somebody who travelled and is well', { travelled: 'yes' }, 'green', []],
	['one sign', { symptoms: ['cough'] }, 'amber', ['symptom']],
	['two light signs', { symptoms: ['cough', 'fever'] }, 'amber', ['symptom']],
	['all light signs', { symptoms: ['fever', 'cough', 'sore-throat', 'fatigue'] }, 'amber', ['symptom']],
	['difficulty breathing alone', { symptoms: ['difficulty-breathing'] }, 'amber', ['symptom']],
	['pneumonia alone', { symptoms: ['pneumonia'] }, 'amber', ['symptom']],
	['difficulty breathing and fever', { symptoms: ['difficulty-breathing', 'fever'] }, 'red', ['severe-symptom']],
	[
		'pneumonia and difficulty breathing',
		{ symptoms: ['pneumonia', 'difficulty-breathing'] },
		'red',
		['severe-symptom'],
	],
	[
		'pneumonia and people from a country with the disease',
		{ symptoms: ['pneumonia'], 'met-from-country': 'yes' },
		'red',
		['severe-symptom-and-country'],
	],
	['a patient met', { 'met-patient': 'yes' }, 'amber', ['met-patient']],
	['somebody with signs met', { 'met-symptomatic': 'yes' }, 'amber', ['met-symptomatic']],
	['people from a country with the disease met', { 'met-from-country': 'yes' }, 'amber', ['met-from-country']],
	[
		'all three met',
		{ 'met-patient': 'yes', 'met-symptomatic': 'yes', 'met-from-country': 'yes' },
		'amber',
		['met-patient', 'met-symptomatic', 'met-from-country'],
	],
	[
		'a sign and people from such a country',
		{ symptoms: ['fever'], 'met-from-country': 'yes' },
		'amber',
		['symptom', 'met-from-country'],
	],
	['a sign and a patient met', { symptoms: ['fatigue'], 'met-patient': 'yes' }, 'red', ['symptom-and-contact']],
	[
		'a sign and somebody with signs met',
		{ symptoms: ['sore-throat'], 'met-symptomatic': 'yes' },
		'red',
		['symptom-and-contact'],
	],
	[
		'difficulty breathing and a patient met',
		{ symptoms: ['difficulty-breathing'], 'met-patient': 'yes' },
		'red',
		['symptom-and-contact'],
	],
])('%s', (_who, answers, level, reasons) => {
	const judged = judge(rule, { ...healthy, ...answers });

	expect(judged.level).toBe(level);
	expect(judged.reasons.map(({ code }) => code)).toEqual(reasons);
	expect(judged.advice).toEqual(rule.advice[level]);
});

test('every mixture of signs and contacts has the level its words say', () => {
	const signs = ['fever', 'cough', 'sore-throat', 'fatigue', 'difficulty-breathing', 'pneumonia'];
	const contacts = ['met-patient', 'met-symptomatic', 'met-from-country'] as const;
	const seen: Record<Level, number> = { green: 0, amber: 0, red: 0 };

	for (let mixture = 0; mixture < 2 ** 9; mixture++) {
		const has = (index: number) => (mixture & (1 << index)) > 0;
		const symptoms = signs.filter((_sign, index) => has(index));
		const [patient, symptomatic, country] = contacts.map((_contact, index) => has(signs.length + index));
		const isSevere = symptoms.includes('difficulty-breathing') || symptoms.includes('pneumonia');
		const isIllAndExposed = symptoms.length > 0 && (patient || symptomatic);
		const isRed = isIllAndExposed || (isSevere && (symptoms.length > 1 || country));
		const expected = isRed ? 'red' : mixture === 0 ? 'green' : 'amber';
		const met = Object.fromEntries(
			contacts.map((contact, index) => [contact, has(signs.length + index) ? 'yes' : 'no']),
		);

		const { level, reasons } = judge(rule, { ...healthy, ...met, symptoms: symptoms.length ? symptoms : ['none'] });

		expect([symptoms, met, level]).toEqual([symptoms, met, expected]);
		expect(reasons.length > 0).toBe(level !== 'green');
		seen[level]++;
	}
	expect(seen).toEqual({ green: 1, amber: 39, red: 472 });
});

describe('the words of a rule', () => {
	test('say in both languages why, and what to do next', () => {
		for (const { vi, en } of [...Object.values(rule.advice), ...rule.conditions.map(({ reason }) => reason)]) {
			expect(vi).toMatch(/\p{L}{2}/u);
			expect(en).toMatch(/^[\x20-\x7e]+$/);
			expect(vi).not.toBe(en);
		}
	});

	test('have one code each', () => {
		const codes = rule.conditions.map(({ code }) => code);

		expect(new Set(codes).size).toBe(codes.length);
	});

	test('name the decision, and hold for as long as an operator has set', () => {
		expect(rule).toMatchObject({ version: 1, validHours: 72, decision: expect.stringContaining('2666/QĐ-BYT') });
	});
});

test('the rule asks nothing that the questionnaire does not: a wrong name would make everybody green', () => {
	const options = new Map(
		fieldsOf(generalForm()).map((field) => [field.id, field.options?.map(({ value }) => value) ?? []]),
	);
	const named = (one: Test): [string, string[]][] => {
		if ('anyQuestion' in one) return one.anyQuestion.map((question) => [question, [one.is]]);
		return [[one.question, 'is' in one ? [one.is] : one.anyOf]];
	};

	for (const [question, answers] of rule.conditions.flatMap(({ all }) => all.flatMap(named)))
		expect(options.get(question)).toEqual(expect.arrayContaining(answers));
});

describe('a condition', () => {
	const ruleOf = (...all: Test[]): DeclarationRule => ({
		...rule,
		conditions: [{ code: 'x', level: 'red', all, reason: { vi: 'Vì', en: 'Why' } }],
	});
	const holds = (one: Test, answers: Record<string, string | string[]>) => judge(ruleOf(one), answers).level === 'red';

	test.each<[string, Test, Record<string, string | string[]>, boolean]>([
		['the answer that is named', { question: 'q', is: 'yes' }, { q: 'yes' }, true],
		['another answer', { question: 'q', is: 'yes' }, { q: 'no' }, false],
		['no answer', { question: 'q', is: 'yes' }, {}, false],
		['one of several answers', { question: 'q', is: 'a' }, { q: ['b', 'a'] }, true],
		['no question of several', { anyQuestion: ['q', 'r'], is: 'yes' }, { q: 'no', r: 'no' }, false],
		['the last question of several', { anyQuestion: ['q', 'r'], is: 'yes' }, { q: 'no', r: 'yes' }, true],
		['no answer of a list', { question: 'q', anyOf: ['a', 'b'] }, { q: ['c'] }, false],
		['one answer of a list', { question: 'q', anyOf: ['a', 'b'] }, { q: 'b' }, true],
		['one fewer than is counted', { question: 'q', anyOf: ['a', 'b', 'c'], atLeast: 2 }, { q: ['a', 'x'] }, false],
		['as many as are counted', { question: 'q', anyOf: ['a', 'b', 'c'], atLeast: 2 }, { q: ['a', 'c'] }, true],
		['more than are counted', { question: 'q', anyOf: ['a', 'b', 'c'], atLeast: 2 }, { q: ['a', 'b', 'c'] }, true],
		['the same answer twice', { question: 'q', anyOf: ['a', 'b'], atLeast: 2 }, { q: ['a', 'a'] }, false],
	])('on %s: %#', (_what, one, answers, expected) => {
		expect(holds(one, answers)).toBe(expected);
	});

	test('of several parts needs all of them', () => {
		const both = ruleOf({ question: 'q', is: 'yes' }, { question: 'r', is: 'yes' });

		expect(judge(both, { q: 'yes' }).level).toBe('green');
		expect(judge(both, { q: 'yes', r: 'yes' })).toMatchObject({
			level: 'red',
			reasons: [{ code: 'x', vi: 'Vì', en: 'Why' }],
		});
	});
});
