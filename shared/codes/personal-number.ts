import type { Format } from './format.ts';

/** Digits and capital letters without I, L, O and U, which are read wrongly. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numberLength = 6;

/**
 * A new number for a person, to be written into a log of paper in place of a name and a phone: six random characters,
 * `K7QF2M`. Whoever reads the log learns nothing from it; only those who may look it up do.
 */
export const newPersonalNumber = (random = crypto.getRandomValues(new Uint8Array(numberLength))): string =>
	[...random].map((byte) => alphabet[byte & 31]).join('');

/** `K7Q-F2M`, as it is printed. */
export const displayPersonalNumber = (number: string): string => `${number.slice(0, 3)}-${number.slice(3)}`;

/** Reads a number as people write it: small letters, spaces, dashes, O for 0, I and L for 1. Undefined when it is none. */
export function readPersonalNumber(text: string): string | undefined {
	const number = tidy(text).replace(/O/g, '0').replace(/[IL]/g, '1');
	return number.length === numberLength && [...number].every((letter) => alphabet.includes(letter))
		? number
		: undefined;
}

const tidy = (text: string): string =>
	text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s.\p{Pd}]/gu, '');

/** Six characters; a place's code has nine. Whose it is, only a look-up tells, and whether it was written rightly. */
export const personalNumber: Format<'number', string> = {
	name: 'number',
	title: { vi: 'Mã số cá nhân', en: 'Personal number' },
	shows: 'person',
	recognises: (text) => /^[0-9A-Z]{6}$/.test(tidy(text)),
	parse: readPersonalNumber,
};
