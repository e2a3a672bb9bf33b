import type { Format } from './format.ts';

/** Digits and capital letters without I, L, O and U, which are read wrongly. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomLength = 8;

/**
 * A new code for a poster: eight random characters and one to check them, `K7QF2M9X4`. Forty random bits: guessing one
 * that exists is hopeless, reading one out over the phone is not.
 */
export function newPlaceCode(random = crypto.getRandomValues(new Uint8Array(randomLength))): string {
	const values = [...random].map((byte) => byte & 31);
	return [...values, checkOf(values)].map((value) => alphabet[value]).join('');
}

/** `K7QF-2M9X-4`, as it is printed. */
export const displayPlaceCode = (code: string): string => code.replace(/^(.{4})(.{4})(.)$/, '$1-$2-$3');

/**
 * Reads a code as people type it: small letters, spaces, dashes, O for 0, I and L for 1. Undefined when it is none, or
 * when one character is wrong or two neighbours have changed places.
 */
export function readPlaceCode(text: string): string | undefined {
	const code = tidy(text).replace(/O/g, '0').replace(/[IL]/g, '1');
	const values = [...code].map((letter) => alphabet.indexOf(letter));
	if (values.length !== randomLength + 1 || values.includes(-1)) return undefined;
	return checkOf(values.slice(0, randomLength)) === values[randomLength] ? code : undefined;
}

/** As typed, without what only helps the eye. */
const tidy = (text: string): string =>
	text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s.\p{Pd}]/gu, '');

/** What the QR on a poster says. */
export const placeUrl = (origin: string, code: string): string => `${origin}/p/${code}`;

/** The code in a poster's address, whichever site it is of. */
export function readPlaceUrl(text: string): string | undefined {
	const path = address.exec(text.trim())?.[1];
	return path === undefined ? undefined : readPlaceCode(path);
}

const address = /^https?:\/\/[^/?#]+\/p\/([^/?#]+)/i;

export const placeCode: Format<'place', string> = {
	name: 'place',
	title: { vi: 'Mã địa điểm', en: 'Place code' },
	shows: 'place',
	recognises: (text) => address.test(text.trim()) || /^[0-9A-Z]{9}$/.test(tidy(text)),
	parse: (text) => readPlaceUrl(text) ?? readPlaceCode(text),
};

/**
 * A weighted sum in the field of 32 elements, each weight twice the one before it. All weights differ and none is zero,
 * so one wrong character and two swapped neighbours always change the sum.
 */
function checkOf(values: readonly number[]): number {
	let weight = 1;
	let sum = 0;
	for (const value of values) {
		weight = times(weight, 2);
		sum ^= times(value, weight);
	}
	return sum;
}

/** Multiplication modulo x⁵ + x² + 1. */
function times(one: number, other: number): number {
	let product = 0;
	for (let bit = 0; bit < 5; bit++) if (other & (1 << bit)) product ^= one << bit;
	for (let bit = 9; bit >= 5; bit--) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
	return product;
}
