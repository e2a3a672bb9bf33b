import { unaccent } from './vietnamese.ts';

/** How a text goes out: in the phone network's own alphabet of 7 bits, or, for one letter outside it, all in UCS-2. */
export interface SmsSize {
	alphabet: 'gsm-7' | 'ucs-2';
	/** Septets, or 16-bit units. */
	length: number;
	/** How many messages it is charged as. */
	segments: number;
}

/** The default alphabet of 3GPP TS 23.038 §6.2.1; its letter 0x1B leads to the extension table. */
const basic = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** §6.2.1.1: each takes two septets, which no border between segments may part. */
const extended = new Set('\f^{}\\[~]|€');

/** What fits one message alone, and each part of several, which begins with a header of six octets (TS 23.040 §9.2.3.24.1). */
const room = { 'gsm-7': { alone: 160, part: 153 }, 'ucs-2': { alone: 70, part: 67 } };

/** How many messages a text is charged as. */
export function measureSms(text: string): SmsSize {
	const letters = [...text];
	const isBasic = letters.every((letter) => basic.has(letter) || extended.has(letter));
	const alphabet = isBasic ? 'gsm-7' : 'ucs-2';
	const widths = letters.map((letter) => (isBasic ? (extended.has(letter) ? 2 : 1) : letter.length));
	const length = widths.reduce((sum, width) => sum + width, 0);
	const { alone, part } = room[alphabet];
	return { alphabet, length, segments: length <= alone ? 1 : countParts(widths, part) };
}

/** A letter of two septets or units goes whole into the next part when only one is left. */
function countParts(widths: readonly number[], part: number): number {
	let parts = 1;
	let filled = 0;
	for (const width of widths) {
		if (filled + width > part) {
			parts++;
			filled = 0;
		}
		filled += width;
	}
	return parts;
}

/** The text without its diacritics where that makes fewer messages of it; else as it is. */
export function shortestSms(text: string): string {
	const plain = unaccent(text);
	return measureSms(plain).segments < measureSms(text).segments ? plain : text;
}
