/** What nobody sees or types: controls, zero-width spaces, soft hyphens. */
const unseen = /\uFEFF|(?!\s)[\p{Cc}\u00AD\u200B\u2060]/gu;

/**
 * Text as it is kept: NFC, no spaces around, single spaces within, nothing unseen, and the look-alike Ð (U+00D0, from
 * old keyboards and cards) as the Vietnamese Đ. No letter is ever lost, cut or moved.
 */
export const normalise = (text: string): string =>
	text.replace(unseen, '').normalize('NFC').replace(/Ð/g, 'Đ').replace(/ð/g, 'đ').replace(/\s+/gu, ' ').trim();

/** A search key: no diacritics, đ as d, lower case. `hoà`, `hòa` and `HOA` are the same. */
export const fold = (text: string): string =>
	normalise(text)
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/đ/g, 'd')
		.replace(/Đ/g, 'D')
		.toLowerCase();

/** Capital letters, `NGUYỄN THỊ HẰNG`. */
export const upper = (text: string): string => normalise(text).toLocaleUpperCase('vi');
