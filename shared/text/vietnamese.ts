/** What nobody sees or types: controls, zero-width spaces, soft hyphens, and marks that turn the direction of writing. */
const unseen = /\uFEFF|(?!\s)[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/gu;

/**
 * The Icelandic Ð (U+00D0), which old keyboards and cards write for Đ. Vietnamese words have đ only at their beginning
 * and Icelandic ones never have ð there, so that Guðrún keeps her own letter.
 */
const lookAlike = /(^|[^\p{L}\p{M}])([Ðð])/gu;

/**
 * Text as it is kept: NFC, no spaces around, single spaces within, nothing unseen, and the look-alike Ð as the
 * Vietnamese Đ. No letter is ever lost, cut or moved.
 */
export const normalise = (text: string): string =>
	text
		.replace(unseen, '')
		.normalize('NFC')
		.replace(lookAlike, (_whole, before, letter) => before + (letter === 'Ð' ? 'Đ' : 'đ'))
		.replace(/\s+/gu, ' ')
		.trim();

/** Without diacritics, đ as d: `Hoà Đức` becomes `Hoa Duc`. */
export const unaccent = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.replace(/[đð]/g, 'd')
		.replace(/[ĐÐ]/g, 'D');

/** A search key: no diacritics, đ as d, lower case. `hoà`, `hòa` and `HOA` are the same. */
export const fold = (text: string): string => unaccent(normalise(text)).toLowerCase();

/** Capital letters, `NGUYỄN THỊ HẰNG`. */
export const upper = (text: string): string => normalise(text).toLocaleUpperCase('vi');
