import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#shared/text/vietnamese';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { blocksOf, toFacts } from './facts.ts';
import { commonArea } from './find-candidates.ts';
import { type Facts, isOneEditApart, score, scoreMin } from './score.ts';

const base: Facts = { name: 'Nguyễn Thị Hương', birth: '1990', areaId: 7 };

test.each([
	['without diacritics', { ...base, name: 'NGUYEN THI HUONG' }, ['name-folded', 'birth-same', 'area-same']],
	['decomposed', { ...base, name: base.name.normalize('NFD') }, ['name-same', 'birth-same', 'area-same']],
	[
		'with spaces and a no-break space',
		{ ...base, name: ' Nguyễn\u00A0Thị  Hương' },
		['name-same', 'birth-same', 'area-same'],
	],
	[
		'the given name first',
		{ ...base, name: 'Hương Nguyễn Thị', phone: '1' },
		['name-order', 'birth-same', 'area-same'],
	],
	['a letter mistyped', { ...base, name: 'Nguyễn Thị Hưong' }, ['name-folded', 'birth-same', 'area-same']],
])('a record %s is told as such', (_what, other, reasons) => {
	expect(score(base, other).reasons).toEqual(reasons);
});

test.each([
	['Đặng Văn Đức', '\u00D0ặng Văn \u00D0ức', 'name-same'],
	['Trần Quốc Toản', 'Trần Quốc Tản', 'name-typo'],
	['Trần Quốc Toản', 'Trần Toản', 'name-shorter'],
	['Trần Quốc Toản', 'Trần Quốc', undefined],
	['Trần Quốc Toản', 'Lê Thị Mai', undefined],
])('the names %s and %s: %s', (one, other, reason) => {
	expect(score({ name: one }, { name: other }).reasons[0]).toBe(reason);
});

test.each([
	['1990', '1990', 'birth-same'],
	['1990', '1990-03-12', 'birth-same'],
	['1990-03-12', '1990-12-03', 'birth-swapped'],
	['1990-03-12', '1990-03-13', 'birth-digit'],
	['1990', '1980', 'birth-digit'],
	['1990', '1981', 'birth-other'],
	['1990-03-12', '1990-05-13', 'birth-other'],
])('born %s and %s: %s', (one, other, reason) => {
	expect(score({ name: 'Lê A', birth: one }, { name: 'Lê A', birth: other }).reasons[1]).toBe(reason);
});

/** What an officer should be asked about, and what not. */
test.each([
	[
		true,
		'a card and a later declaration',
		{ document: '001190000001' },
		{ document: '001190000001', birth: undefined },
	],
	[true, 'the same commune and year, without diacritics', {}, { name: 'Nguyen Thi Huong' }],
	[true, 'the same phone, the year wrong by a digit', { phone: '+84901' }, { phone: '+84901', birth: '1980' }],
	[true, 'the name turned round, the same phone', { phone: '+84901' }, { phone: '+84901', name: 'Huong Nguyen Thi' }],
	[false, 'two of one name and year in two communes', {}, { areaId: 8, name: 'Nguyen Thi Huong' }],
	[
		false,
		'mother and child with one phone',
		{ phone: '+84901' },
		{ phone: '+84901', name: 'Nguyễn Văn Nam', birth: '2015' },
	],
	[false, 'grandmother and granddaughter of one name', { phone: '+84901' }, { phone: '+84901', birth: '2012' }],
	[false, 'two with documents of their own', { document: '001190000001' }, { document: '001190777777' }],
] as const)('%s: %s', (isLikely, _what, one, other) => {
	expect(score({ ...base, ...one }, { ...base, ...other } as Facts).score >= scoreMin).toBe(isLikely);
});

test('who comes first makes no difference', () => {
	const facts = fc.record(
		{
			name: fc.constantFrom('Lê Văn A', 'A Lê Văn', 'Le Van A', 'Lê A', 'Trần B'),
			birth: fc.constantFrom('1990', '1980-01-02', '1980-02-01'),
			gender: fc.constantFrom('male', 'female'),
			document: fc.constantFrom('001190000001', '001190000002', '079'),
			phone: fc.constantFrom('1', '2'),
		},
		{ requiredKeys: ['name'] },
	);
	fc.assert(
		fc.property(facts, facts, (one, other) => {
			expect(score(one, other)).toEqual(score(other, one));
		}),
	);
});

test('one letter changed, left out, added or turned is one edit; two are not', () => {
	const pairs = [
		['hương', 'hươnh', true],
		['huong', 'huog', true],
		['huong', 'huonng', true],
		['huong', 'huogn', true],
		['huong', 'huong', false],
		['huong', 'hoaxg', false],
		['huong', 'hu', false],
	] as const;
	for (const [one, other, expected] of pairs)
		expect([one, other, isOneEditApart(one, other)]).toEqual([one, other, expected]);
});

const shares = (one: Facts, other: Facts) => blocksOf(one).some((block) => blocksOf(other).includes(block));

test('a year of birth wrong by one digit after the first shares a block, by two it does not', () => {
	const elsewhere = { ...base, areaId: 8 };

	for (const birth of ['1990', '1890', '1980', '1991']) expect(shares(base, { ...elsewhere, birth })).toBe(true);
	expect(shares(base, { ...elsewhere, birth: '1981' })).toBe(false);
	expect(shares(base, { name: 'Huong Nguyen Thi', areaId: 7 })).toBe(true);
});

test('somebody known by an import’s reference is compared with nobody', () => {
	expect(toFacts({ fullName: 'visitor 12', reference: 'visitor 12' })).toBeUndefined();
});

test.each([
	[['1.24.337', '1.24.337'], '1.24.337'],
	[['1.24.337', '1.24.40'], '1.24'],
	[['1.24.337', '1.30.5'], '1'],
	[['1.24'], '1.24'],
	[[], ''],
])('the smallest area of %j is %s', (paths, area) => expect(commonArea(paths)).toBe(area));

describe.skipIf(!hasSharedData('vn-text/vn_names.json'))('names people really have', () => {
	const given = hasSharedData('vn-text/given_girl.txt')
		? readFileSync(sharedData('vn-text/given_girl.txt'), 'utf8').split('\n').filter(Boolean)
		: [];

	test('each is found again without diacritics, decomposed, in capitals and turned round', () => {
		for (const name of given.map((one) => `Nguyễn ${one.trim()}`)) {
			const turned = name.split(' ').reverse().join(' ');
			for (const other of [fold(name), name.normalize('NFD'), name.toLocaleUpperCase('vi'), turned]) {
				expect([name, other, score({ name }, { name: other }).reasons[0]]).toEqual([name, other, expect.any(String)]);
				expect(shares({ ...base, name }, { ...base, name: other })).toBe(true);
			}
		}
		expect(given.length).toBeGreaterThan(500);
	});

	test('of sisters with one phone, born a year apart, few are taken for one', () => {
		const names = [...new Set(given.slice(0, 400).map((one) => fold(`Trần ${one.trim()}`)))];
		const [phone, areaId] = ['+84901', 7];
		const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));

		const taken = pairs.filter(([one, other]) => {
			const sisters = [one, other].map((name, index) => ({ name, phone, areaId, birth: String(1990 + index) }));
			return score(sisters[0]!, sisters[1]!).score >= scoreMin;
		});

		expect(taken.length / pairs.length).toBeLessThan(0.005);
	});

	test('what is written in two ways is one name', () => {
		const pairs = readSharedJson('vn-text/unicode_pitfalls.json') as { a: string; b: string; equalAfter: string }[];
		const ours = pairs.filter(({ equalAfter }) => /NFC|ETH|eth|case fold|spaces|NBSP|tone placement/.test(equalAfter));
		expect(ours.length).toBeGreaterThan(8);
		for (const { a, b } of ours)
			expect([a, b, score({ name: a }, { name: b }).reasons]).toEqual([a, b, [expect.stringMatching(/same|folded/)]]);
	});
});
