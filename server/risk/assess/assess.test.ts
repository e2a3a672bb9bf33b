import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessByConditions } from './by-conditions.ts';
import { assessByIncidence } from './by-incidence.ts';
import { assessByUsual, type YearCount } from './by-usual.ts';
import type { Facts } from './facts.ts';
import type { Conditions, Incidence, RuleSet, Usual } from './rule-set.ts';
import { usualOf } from './usual.ts';

const shipped = (name: string) =>
	(JSON.parse(readFileSync(join(import.meta.dirname, '..', 'rule-sets', `${name}.json`), 'utf8')) as RuleSet).rule;

describe('QĐ 2686', () => {
	const level = (facts: Facts, areaLevel = 'commune', population: number | undefined = 100_000) =>
		assessByConditions(shipped('qd-2686') as Conditions, { level: areaLevel, population, facts }).level;

	test.each<[string, Facts, number]>([
		['nothing is known', {}, 1],
		['a cluster without a source', { clustersUnknownSource: 1 }, 4],
		['a cluster of a school', { clustersBigSite: 1 }, 4],
		['a case without a source', { unknownSourceCases: 1 }, 3],
		['no case without a source', { unknownSourceCases: 0 }, 1],
		['a crowded place', { clustersCrowdedPlace: 1 }, 3],
		['next to red', { besideVeryHigh: 1 }, 3],
		['next to orange', { besideHigh: 1 }, 2],
		['a case with a source', { knownSourceCases: 1 }, 2],
		['a direct contact', { directContacts: 1 }, 2],
		['entrants', { highRiskEntrants: 1 }, 2],
		['one of 100,000 in 14 days', { knownSourceCases14: 1 }, 1],
		['more than one of 100,000 in 14 days', { knownSourceCases14: 2 }, 2],
		['the gravest decides', { besideHigh: 1, unknownSourceCases: 1 }, 3],
		['shares of communes mean nothing for one', { shareVeryHigh: 100 }, 1],
	])('a commune: %s', (_what, facts, expected) => expect(level(facts)).toBe(expected));

	test.each<[string, Facts, number]>([
		['30 % very high', { shareVeryHigh: 30 }, 4],
		['a hair less', { shareVeryHigh: 29.9, communesVeryHigh: 0 }, 1],
		['half high', { shareHigh: 50 }, 4],
		['less than half high', { shareHigh: 49.9 }, 3],
		['30 % high', { shareHigh: 30 }, 3],
		['less than that', { shareHigh: 29.9 }, 1],
		['half at risk', { shareAtRisk: 50 }, 3],
		['one very high', { communesVeryHigh: 1 }, 3],
		['uncontrolled in exactly half', { shareUncontrolled: 50 }, 3],
		['uncontrolled in more than half', { shareUncontrolled: 50.1 }, 4],
		['uncontrolled in a fifth', { shareUncontrolled: 20 }, 1],
		['uncontrolled in more than a fifth', { shareUncontrolled: 20.1 }, 3],
	])('a province: %s', (_what, facts, expected) => expect(level(facts, 'province')).toBe(expected));

	test('tells what is so without a number', () => {
		const area = { level: 'commune', population: 100_000, facts: { besideHigh: 1 } };
		const { reasons } = assessByConditions(shipped('qd-2686') as Conditions, area);
		expect(reasons.map(({ vi }) => vi)).toEqual(['giáp nơi nguy cơ cao']);
	});

	test('tells each reason in words with its numbers', () => {
		const { reasons } = assessByConditions(shipped('qd-2686') as Conditions, {
			...{ level: 'commune', population: 40_000 },
			facts: { knownSourceCases14: 1, directContacts: 12 },
		});

		expect(reasons.map(({ vi }) => vi)).toEqual([
			'người tiếp xúc trực tiếp với ca bệnh: 12 (ngưỡng: từ 1)',
			'ca đã rõ nguồn lây trong 14 ngày trên 100.000 dân: 2,5 (ngưỡng: trên 1)',
		]);
	});

	test('without a population nothing is told per 100,000', () => {
		const facts = { knownSourceCases14: 9 };
		expect(level(facts, 'commune', 0)).toBe(1);
	});
});

describe('NQ 128', () => {
	const assess = (name: string, facts: Facts, current = 1, population: number | undefined = 100_000) =>
		assessByIncidence(shipped(name) as Incidence, { population, facts, current })?.level;

	test.each([
		[0, 1],
		[19, 1],
		[20, 2],
		[49, 2],
		[50, 3],
		[149, 3],
		[150, 4],
	])('QĐ 4800: %i new cases of 100,000 people are level %i', (newCases, expected) => {
		expect(assess('nq-128-qd-4800', { newCases })).toBe(expected);
	});

	test.each([
		[89, 1],
		[90, 2],
		[449, 2],
		[450, 3],
		[600, 3],
		[601, 4],
	])('QĐ 218: %i new cases of 100,000 people are level %i', (newCases, expected) => {
		expect(assess('nq-128-qd-218', { newCases })).toBe(expected);
	});

	test.each<[string, Facts, number, number]>([
		['elderly below the target raise', { newCases: 20, elderlyFull: 79.9 }, 1, 3],
		['elderly at the target do not', { newCases: 20, elderlyFull: 80 }, 1, 2],
		['nor without cases', { newCases: 0, elderlyFull: 10 }, 1, 1],
		['nor beyond the fourth', { newCases: 150, elderlyFull: 10 }, 1, 4],
		['doses below the target hold', { newCases: 0, adultsOneDose: 69.9 }, 3, 3],
		['doses at the target let it go down', { newCases: 0, adultsOneDose: 70 }, 3, 1],
		['no capacity holds', { newCases: 20, capacityReady: 0 }, 4, 4],
		['holding never raises', { newCases: 20, capacityReady: 0 }, 1, 2],
	])('QĐ 4800: %s', (_what, facts, current, expected) => {
		expect(assess('nq-128-qd-4800', facts, current)).toBe(expected);
	});

	test('says nothing of an area whose people or cases nobody counted', () => {
		expect(assess('nq-128-qd-4800', { newCases: 5 }, 1, 0)).toBeUndefined();
		expect(assess('nq-128-qd-4800', {})).toBeUndefined();
	});
});

describe('Thông tư 15/2026', () => {
	const rule = shipped('tt-15-2026') as Usual;
	const years = (...cases: number[]): YearCount[] =>
		cases.map((count, index) => ({ year: 2021 + index, cases: count, isEpidemic: false }));
	/** Mean 10, deviation of the sample √(40/4) ≈ 3,162. */
	const usual = years(6, 8, 10, 12, 14);
	const level = (change: object) =>
		assessByUsual(rule, {
			...{ facts: {}, lawGroup: 'B', week: { cases: 0, earlier: [] }, month: { cases: 0, earlier: [] } },
			...change,
		}).level;

	test.each([
		['month at mean + 2 SD (16,32)', { month: { cases: 16, earlier: usual } }, 1],
		['month above mean + 2 SD', { month: { cases: 17, earlier: usual } }, 3],
		['week below mean + 1 SD (13,16)', { week: { cases: 13, earlier: usual } }, 1],
		['week at mean + 1 SD and above', { week: { cases: 14, earlier: usual } }, 2],
		['week exactly at the mean, when all years were alike', { week: { cases: 4, earlier: years(4, 4, 4, 4, 4) } }, 2],
		['month exactly at the mean, when all years were alike', { month: { cases: 4, earlier: years(4, 4, 4, 4, 4) } }, 1],
		['no case where there never is any', { week: { cases: 0, earlier: years(0, 0, 0, 0, 0) } }, 1],
		[
			'the month decides where both do',
			{ week: { cases: 14, earlier: usual }, month: { cases: 17, earlier: usual } },
			3,
		],
		['2 linked cases', { facts: { linkedCases: 2 } }, 1],
		['3 linked cases', { facts: { linkedCases: 3 } }, 2],
		['4 linked cases', { facts: { linkedCases: 4 } }, 2],
		['5 linked cases', { facts: { linkedCases: 5 } }, 3],
		['5 linked cases of what is endemic', { facts: { linkedCases: 5 }, month: { cases: 5, earlier: usual } }, 1],
		['one case of group A', { lawGroup: 'A', facts: { confirmedCases: 1 } }, 2],
		['one case of group B', { lawGroup: 'B', facts: { confirmedCases: 1 } }, 1],
		['group A is not weighed by what is usual', { lawGroup: 'A', month: { cases: 99, earlier: usual } }, 1],
	])('%s', (_what, change, expected) => expect(level(change)).toBe(expected));

	test('leaves epidemic years out and takes the newest five of the others', () => {
		const earlier = [...years(1, 2, 3, 4, 5, 6, 7), { year: 2028, cases: 900, isEpidemic: true }];

		expect(usualOf(earlier, rule)).toEqual({ mean: 5, deviation: Math.sqrt(2.5), years: 5 });
		expect(usualOf(earlier, { ...rule, deviation: 'population' })).toMatchObject({ deviation: Math.sqrt(2) });
	});

	test('knows nothing usual with too few years', () => {
		expect(usualOf(years(1, 2), rule)).toBeUndefined();
		expect(usualOf(years(1, 2, 3), rule)).toMatchObject({ years: 3 });
	});
});
