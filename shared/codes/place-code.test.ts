import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayPlaceCode, newPlaceCode, placeUrl, readPlaceCode, readPlaceUrl } from './place-code.ts';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc
	.uint8Array({ minLength: 8, maxLength: 8 })
	.map((random) => newPlaceCode(random as Uint8Array<ArrayBuffer>));

test('a new code is nine characters that are not read wrongly', () => {
	for (let made = 0; made < 100; made++) expect(newPlaceCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/);
});

test('one wrong character is always noticed', () => {
	fc.assert(
		fc.property(codes, (code) => {
			for (let at = 0; at < code.length; at++)
				for (const letter of letters) {
					if (letter === code[at]) continue;
					expect(readPlaceCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined();
				}
		}),
		{ numRuns: 40 },
	);
});

test('two neighbours that changed places are always noticed', () => {
	fc.assert(
		fc.property(codes, (code) => {
			for (let at = 0; at + 1 < code.length; at++) {
				if (code[at] === code[at + 1]) continue;
				const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
				expect(readPlaceCode(swapped)).toBeUndefined();
			}
		}),
		{ numRuns: 500 },
	);
});

test('a code is read however it is typed', () => {
	fc.assert(
		fc.property(codes, (code) => {
			const typed = displayPlaceCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
			for (const text of [
				code,
				displayPlaceCode(code),
				typed,
				` ${typed.replaceAll('-', ' – ')} `,
				typed.replaceAll('l', 'I'),
			])
				expect(readPlaceCode(text)).toBe(code);
		}),
	);
});

test.each(['', 'K7QF', 'K7QF-2M9X-4-4', 'U7QF2M9X4', 'ĐÂY LÀ MÃ', '000000000000'])('"%s" is no code', (text) => {
	expect(readPlaceCode(text)).toBeUndefined();
});

test('a poster’s address is read on whichever site it is', () => {
	const code = newPlaceCode();

	expect(readPlaceUrl(placeUrl('https://vaora.example.vn', code))).toBe(code);
	expect(readPlaceUrl(` HTTP://localhost:8080/p/${code.toLowerCase()}?from=poster#top`)).toBe(code);
	expect(readPlaceUrl(`https://vaora.example.vn/q/${code}`)).toBeUndefined();
	expect(readPlaceUrl(`javascript:/p/${code}`)).toBeUndefined();
	expect(readPlaceUrl(code)).toBeUndefined();
});
