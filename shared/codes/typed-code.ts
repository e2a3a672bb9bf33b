import type { Text } from '../language.ts';
import { type Recognised, recognise } from './index.ts';
import { retype, untypeVietnamese } from './keyboard.ts';

export interface TypedCode {
	found: Recognised;
	/**
	 * What seems wrong with the keyboard or the scanner. Say it instead of anything else that is wrong with the code: of a
	 * signature too, since a letter may still be wrong.
	 */
	advice?: Text;
}

/**
 * Which kind of code was typed, by hand or by a scanner that types, and what it says: as it stands, else as it was meant,
 * where the machine has changed letters on the way.
 */
export function recogniseTyped(typed: string, now: Date): TypedCode {
	const text = tidy(typed.slice(0, longest));
	const found = recognise(text, now);
	if (found.ok || text === '') return { found };
	for (const { texts, advice, onlyProven } of meanings(text))
		for (const meant of new Set(texts)) {
			const again = meant === text ? found : recognise(meant, now);
			if (again.ok && (!onlyProven || proven.has(again.name))) return { found: again, ...(advice ? { advice } : {}) };
		}
	const advice = adviceFor(text, found.name);
	return { found, ...(advice ? { advice } : {}) };
}

const longest = 8_000;

/** Line ends and other keys are no part of a code; some scanners say before it which kind of code they saw. */
const tidy = (typed: string): string =>
	typed
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
		.replace(/[\u0000-\u001F\u007F]/g, '')
		.trim()
		.replace(/^\][A-Za-z]\d/, '');

interface Meaning {
	texts: string[];
	advice?: Text;
	/** Only for codes that tell by themselves whether a letter is wrong. */
	onlyProven?: boolean;
}

/** Signed, with a check character, or known from a list; a card with one letter changed would be another person's. */
const proven = new Set(['personal', 'health-certificate', 'completion', 'place', 'old-place', 'pairing']);

const meanings = (text: string): Meaning[] => [
	{ texts: asUtf8(text) },
	{ texts: [text.toUpperCase()], advice: typingAdvice.capsLock },
	{ texts: withShift(text), advice: typingAdvice.missingShift },
	{ texts: retype(text), advice: typingAdvice.otherLayout },
	{ texts: untypeVietnamese(text), advice: typingAdvice.vietnameseTyping, onlyProven: true },
];

/** The bytes of UTF-8 typed one by one as if they were letters of Windows-1252: `Nguyá»…n`. */
function asUtf8(text: string): string[] {
	const windows = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_none, byte) => byte));
	const bytes = [...text].map((letter) => (letter < '\u0100' ? letter.charCodeAt(0) : windows.indexOf(letter)));
	if (bytes.includes(-1)) return [];
	try {
		return [new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))];
	} catch {
		return [];
	}
}

const signedPrefix = /^(?:vaora1|hc1)(?=[^\w\s])/i;

/** What was meant by keys typed without Shift, as far as it can be told: a 4 may be a $, unless nothing but digits can stand there. */
function withShift(text: string): string[] {
	if (signedPrefix.test(text)) {
		const [, body = ''] = text.split(/;(.*)/s);
		return /[458]/.test(body) ? [] : [text.toUpperCase().replaceAll(';', ':').replaceAll('=', '+')];
	}
	const fields = text.replaceAll('\\', '|');
	return [
		fields.replace(/(?<=^|[\s|])\p{Ll}/gu, (letter) => letter.toUpperCase()),
		fields.replace(/\|4$/, '|$'),
		fields.toUpperCase().replaceAll(',', '<'),
		text
			.replace(/^(https?);/i, '$1:')
			.replace('//page=', '/?page=')
			.replace(/7groupid=/i, '&groupId='),
	];
}

/** What to tell when no meaning was found. Only an identity card has letters with marks of its own. */
function adviceFor(text: string, name: string | undefined): Text | undefined {
	if (name === 'cccd') return /\p{L}[?\uFFFD]|[?\uFFFD]\p{L}/u.test(text) ? typingAdvice.lostLetters : undefined;
	if (/[ăâđêôơư]|\u0300|\u0301|\u0303|\u0309|\u0323/i.test(text.normalize('NFC') + text.normalize('NFD')))
		return typingAdvice.vietnameseTyping;
	const [prefix] = signedPrefix.exec(text) ?? [];
	if (prefix === undefined || text[prefix.length] === ':') return undefined;
	return text[prefix.length] === ';' ? typingAdvice.missingShift : typingAdvice.otherLayout;
}

/** What may be wrong with a keyboard or a scanner that types, and what to do. */
export const typingAdvice = {
	vietnameseTyping: {
		vi: 'Có vẻ bộ gõ tiếng Việt đang bật nên chữ trong mã bị đổi. Hãy tắt bộ gõ tiếng Việt.',
		en: 'Vietnamese typing seems to be on and changes the letters of the code. Turn Vietnamese typing off.',
	},
	capsLock: {
		vi: 'Phím Caps Lock đang bật. Hãy tắt phím này.',
		en: 'Caps Lock is on. Turn it off.',
	},
	missingShift: {
		vi: 'Máy quét gõ thiếu phím Shift. Hãy rút máy quét ra cắm lại, hoặc quét bằng camera.',
		en: 'The scanner types without Shift. Unplug it and plug it in again, or scan with the camera.',
	},
	otherLayout: {
		vi: 'Bàn phím của máy không phải kiểu tiếng Anh (Mỹ) nên chữ trong mã bị đổi. Hãy chuyển sang bàn phím tiếng Anh (Mỹ).',
		en: 'The keyboard is not set to English (US), which changes the letters of the code. Switch it to English (US).',
	},
	lostLetters: {
		vi: 'Máy quét không gõ được chữ có dấu. Hãy quét thẻ bằng camera, hoặc gõ số căn cước.',
		en: 'The scanner cannot type letters with marks. Scan the card with the camera, or type its number.',
	},
} satisfies Record<string, Text>;
