import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
	['AB', 'BB8'],
	['Hello!!', '%69 VD92EX0'],
	['base-45', 'UJCLQE7W581'],
	['ietf!', 'QED8WEX0'],
	['', ''],
])('RFC 9285 writes %s as %s', (plain, written) => {
	expect(encodeBase45(bytes(plain))).toBe(written);
	expect(decodeBase45(written)).toEqual(bytes(plain));
});

test.each([
	['65536, one more than two bytes hold', 'GGX'],
	['a triple far too large', ':::'],
	['256 in two letters', 'V5'],
	['a letter left over', 'BB8B'],
	['small letters', 'bb8'],
	['another script', 'BBĐ'],
	['a pair of surrogates', 'B😀'],
])('%s is no base45', (_what, written) => {
	expect(decodeBase45(written)).toBeUndefined();
});

test('65535 is the most a triple holds, and 255 a pair', () => {
	expect(decodeBase45('FGW')).toEqual(Uint8Array.of(255, 255));
	expect(decodeBase45('U5')).toEqual(Uint8Array.of(255));
});

test('all bytes come back', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (all) => {
			expect(decodeBase45(encodeBase45(all))).toEqual(all);
		}),
	);
});
