import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { fold, normalise, upper } from './vietnamese.ts';

test.each([
	['a decomposed name', 'Nguyễn'.normalize('NFD'), 'Nguyễn'],
	['the look-alike Ð', 'Ðức ðức', 'Đức đức'],
	['many spaces', '  Trần \u00a0 Văn\n\tA ', 'Trần Văn A'],
	['a zero-width space', 'Lê\u200bVăn', 'LêVăn'],
	['a mark of byte order and a zero character', '\ufeffLê\u0000 Văn', 'Lê Văn'],
	['an unseen character inside a letter', 'e\u200b\u0301', 'é'],
	['marks that turn the direction', '\u202eAnh\u202c \u200fLê', 'Anh Lê'],
	['an Icelandic name', 'Guðrún Sigurðardóttir', 'Guðrún Sigurðardóttir'],
	['a place with a dash', 'Krông-Ðắk', 'Krông-Đắk'],
	['nothing', ' \n ', ''],
])('%s is kept as people read it', (_what, given, kept) => {
	expect(normalise(given)).toBe(kept);
});

test('capital letters keep their marks', () => {
	expect(upper('nguyễn thị hằng')).toBe('NGUYỄN THỊ HẰNG');
	expect(upper('đỗ ỷ'.normalize('NFD'))).toBe('ĐỖ Ỷ');
});

test.each([
	['Hoà', 'Hòa'],
	['Thuý', 'THÚY'],
	['Đắk Lắk', 'Ðắk  lắk'],
	['Trần Văn Đức', 'tran van duc'],
	['Guðrún', 'gudrun'],
])('%s is found as %s', (one, other) => {
	expect(fold(one)).toBe(fold(other));
});

test('names that differ by a mark stay different in what is kept', () => {
	for (const [one, other] of [
		['Ma', 'Mà'],
		['Hùng', 'Hưng'],
		['Lý', 'Lí'],
	] as const)
		expect(normalise(one)).not.toBe(normalise(other));
});

test('no text changes when it is kept a second time, and letters are never lost', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
			const kept = normalise(text);
			const letters = (of: string) =>
				of
					.normalize('NFD')
					.replace(/[^\p{L}]/gu, '')
					.replace(/Ð/g, 'Đ')
					.replace(/ð/g, 'đ');
			expect(normalise(kept)).toBe(kept);
			expect(letters(kept)).toBe(letters(text));
		}),
	);
});

const vectors = 'vn-text/viet_normalisation_vectors.json';

describe.skipIf(!hasSharedData(vectors))('published vectors', () => {
	test('removing the marks gives the published words', () => {
		const { removeToneMarks } = readSharedJson(vectors) as { removeToneMarks: { input: string; want: string }[] };

		expect(removeToneMarks).toHaveLength(94);
		for (const { input, want } of removeToneMarks) expect(fold(input)).toBe(normalise(want).toLowerCase());
	});

	test('pairs that look alike are equal exactly when they should be', () => {
		const pitfalls = readSharedJson('vn-text/unicode_pitfalls.json') as { a: string; b: string; equalAfter: string }[];

		for (const { a, b, equalAfter } of pitfalls) {
			const isKeptAlike = /NFC|ETH|eth|collapse|NBSP|ZWSP/.test(equalAfter);
			const isFoundAlike = isKeptAlike || /tone|case|accent-insensitive/.test(equalAfter);
			expect([a, normalise(a) === normalise(b)]).toEqual([a, isKeptAlike]);
			if (isFoundAlike) expect(fold(a)).toBe(fold(b));
		}
	});
});

const names = 'vn-text/vn_names.json';

describe.skipIf(!hasSharedData(names))('real names', () => {
	test('composed or decomposed, in any case, a name is found by the same key and kept unharmed', () => {
		const { surnames, middle, given } = readSharedJson(names);

		const all = new Set([surnames, middle, given].flatMap(wordsIn));

		expect(all.size).toBe(2970);
		for (const name of all) {
			const kept = normalise(name);
			expect(normalise(kept.normalize('NFD'))).toBe(kept);
			expect(fold(upper(name.normalize('NFD')))).toBe(fold(name));
			// A few given names are written in Chinese characters, which have no marks to lose.
			expect(fold(name)).toMatch(/^[a-z ]+$|^\p{Script=Han}$/u);
		}
	});
});

/** All words anywhere in a list of lists. */
function wordsIn(part: unknown): string[] {
	if (typeof part === 'string') return [part];
	return part instanceof Object ? Object.values(part).flatMap(wordsIn) : [];
}
