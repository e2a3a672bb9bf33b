import { expect, test } from 'vitest';
import { type DeclarationRule, judge, type Level } from './judge.ts';
import general from './rules/general-1.json' with { type: 'json' };

const rule = general as DeclarationRule;
const healthy = {
	symptoms: ['none'],
	'met-patient': 'no',
	'met-from-country': 'no',
	'met-symptomatic': 'no',
	travelled: 'no',
};

const cases: [string, Record<string, string | string[]>, Level, string[]][] = [
	['somebody healthy who met nobody', {}, 'green', []],
	['travelling alone changes nothing', { travelled: 'yes' }, 'green', []],
	['one sign', { symptoms: ['cough'] }, 'amber', ['symptom']],
	['two light signs', { symptoms: ['cough', 'fever'] }, 'amber', ['symptom']],
	['difficulty breathing alone', { symptoms: ['difficulty-breathing'] }, 'amber', ['symptom']],
	['difficulty breathing and fever', { symptoms: ['difficulty-breathing', 'fever'] }, 'red', ['severe-symptom']],
	['pneumonia and a cough', { symptoms: ['pneumonia', 'cough'] }, 'red', ['severe-symptom']],
	['having met a patient', { 'met-patient': 'yes' }, 'amber', ['met-patient']],
	['having met somebody with signs', { 'met-symptomatic': 'yes' }, 'amber', ['met-symptomatic']],
	['having met people from a country with the disease', { 'met-from-country': 'yes' }, 'amber', ['met-from-country']],
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
];

test.each(cases)('%s', (_who, answers, level, reasons) => {
	const judged = judge(rule, { ...healthy, ...answers });

	expect(judged.level).toBe(level);
	expect(judged.reasons.map(({ code }) => code)).toEqual(reasons);
});

test('each level says in both languages what to do next', () => {
	for (const [_who, answers] of cases) {
		const { advice, reasons } = judge(rule, { ...healthy, ...answers });
		for (const words of [advice, ...reasons]) expect(words.vi.length * words.en.length).toBeGreaterThan(100);
	}
});
