const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
// As in a Vietnamese dictionary: no mark, huyền, hỏi, ngã, sắc, nặng.
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/**
 * A text that, compared byte by byte, orders names as a Vietnamese dictionary does: by letters (ă and â are letters of
 * their own), then by tones; numbers by their value. PostgreSQL's own collations differ from build to build.
 */
export function toSortKey(text: string): string {
	let letters = '';
	let marks = '';
	for (const part of text
		.toLowerCase()
		.normalize('NFC')
		.match(/\d+|\D/gu) ?? []) {
		if (/\d/.test(part)) {
			letters += part.padStart(9, '0');
			continue;
		}
		const decomposed = part.normalize('NFD');
		const tone = tones.findIndex((mark) => mark && decomposed.includes(mark));
		const letter = tone < 0 ? part : decomposed.replace(tones[tone]!, '').normalize('NFC');
		const place = alphabet.indexOf(letter);
		// The 33 letters as A–a of ASCII, in order; spaces and signs stay before them.
		letters += place < 0 ? ' ' : String.fromCharCode(65 + place);
		marks += Math.max(tone, 0);
	}
	return `${letters}\t${marks}`;
}
