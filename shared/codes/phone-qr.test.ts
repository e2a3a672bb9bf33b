import encodeQr from 'qr';
import { expect, test } from 'vitest';
import { phoneQr } from './phone-qr.ts';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const textOf = (length: number, seed: number) =>
	Array.from({ length }, (_none, at) => letters[(at * at * 7 + at * seed + seed) % 45]).join('');

test.each([1, 2, 45, 237, 238, 239, 260, 261, 262])(
	'a text of %i letters is drawn as another encoder draws it',
	(length) => {
		for (const seed of [3, 11, 29]) {
			const framed = encodeQr(textOf(length, seed), 'raw', {
				...{ version: 9, ecc: 'medium', mask: 3, encoding: 'alphanumeric', border: 1 },
			});

			expect(phoneQr(textOf(length, seed))).toEqual(framed.slice(1, -1).map((row) => row.slice(1, -1)));
		}
	},
);

test('a text of 263 letters is too long for it', () => {
	expect(() => phoneQr(textOf(263, 3))).toThrow(RangeError);
});
