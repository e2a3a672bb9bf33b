import { fold } from '#shared/text/vietnamese';

/** What a household answered: for each of its people, counted from 1, the signs, or `none`. */
export type Answered = Map<number, string[]>;

const noWords = new Set(['khong', 'ko', 'k', 'kh', 'kg', 'hong', 'hem', 'no', 'khoe']);
const yesWords = new Set(['co', 'c', 'yes', 'om', 'benh']);
const allWords = new Set(['ca', 'nha', 'tat', 'moi', 'nguoi', 'deu', 'het', 'all']);
/** What people add out of courtesy, or to say what they do not have. */
const fillers = new Set([
	'da',
	'vang',
	'a',
	'toi',
	'em',
	'minh',
	'trieu',
	'chung',
	'bi',
	'gi',
	'va',
	'so',
	'bao',
	'cao',
	'van',
	'rat',
	'cung',
	'nhe',
]);
/** Other ways to say that one is well. */
const well = /\b(khoe manh|binh thuong|on dinh|on|tot)\b/g;
/** "Không khoẻ" is no "không": nobody who says they are not well may be noted as well. */
const unwell = /\b(khong|ko|k|kh|kg|hong|hem|chua)\s+((duoc|thay|con)\s+)?(khoe|binh thuong|on|tot)\b/g;
/** In degrees: no household counts so many people. */
const temperature = /\b(3[4-9]|4[0-2])(?:[.,](\d))?(?:\s*(?:do|oc|c))?\b/g;
const feverFrom = 37.5;
const signs: [RegExp, string][] = [
	[/\bkho tho\b/g, 'difficulty-breathing'],
	[/\bdau nguc\b/g, 'chest-pain'],
	[/\bdau hong\b/g, 'sore-throat'],
	[/\bdau dau\b/g, 'headache'],
	[/\b(dau nguoi|met moi|met)\b/g, 'fatigue'],
	[/\bmat (mui|vi)\b/g, 'loss-of-smell'],
	[/\btieu chay\b/g, 'diarrhoea'],
	[/\bphat ban\b/g, 'rash'],
	[/\bsot\b/g, 'fever'],
	[/\bho\b/g, 'cough'],
];

/**
 * Reads an answer by text message: `khong`, `không`, `k`, `co`, `có ho sốt`, `1 khong 2 co`, `1,3 k 2 c`, `ca nha khong`.
 * A bare yes or no is about everybody. Undefined for what cannot be understood without guessing: then it is asked again.
 */
export function readAnswer(text: string, people: number): Answered | undefined {
	const plain = nameSigns(text);
	const hasWords = /[a-z]/.test(plain.replaceAll(warm, ''));
	const words = (hasWords ? plain.replaceAll(warm, ' #fever ') : plain)
		.replace(well, ' khoe ')
		.replace(/(\d+)/g, ' $1 ')
		.replace(/[^a-z0-9#-]+/g, ' ')
		.split(' ')
		.filter((word) => word && !fillers.has(word));
	const parts = splitByNumbers(words);
	if (!parts) return undefined;
	const answered: Answered = new Map();
	for (const { numbers, said } of parts) {
		const read = readSaid(said);
		if (!read) return undefined;
		for (const number of numbers.length ? numbers : Array.from({ length: people }, (_, index) => index + 1)) {
			if (number < 1 || number > people || answered.has(number)) return undefined;
			answered.set(number, read);
		}
	}
	return answered.size ? answered : undefined;
}

/** A temperature of a fever, until it is known whether anything else was said. */
const warm = '°';

/** Without accents, with each sign named, and what says that somebody is not well as a word nobody knows. */
function nameSigns(text: string): string {
	let plain = fold(text)
		.replaceAll('-', ' ')
		.replaceAll(warm, ' ')
		.replace(/\bcam on\b/g, ' ');
	plain = plain.replace(unwell, ' unwell ');
	for (const [pattern, sign] of signs) plain = plain.replace(pattern, ` #${sign} `);
	return plain.replace(temperature, (_all, whole, tenth = '0') =>
		Number(`${whole}.${tenth}`) >= feverFrom ? warm : ' ',
	);
}

/** Whether an answer that cannot be read speaks of an illness all the same: then somebody is to call, not only to be asked again. */
export function tellsIllness(text: string): boolean {
	const said = nameSigns(text).replace(/\b(khong|ko|k|kh|het|chua)(\s+(bi|con|thay|co))?\s+#[a-z-]+/g, ' ');
	return /#[a-z]|\bunwell\b|\b(om|benh|cap cuu)\b/.test(said) || said.includes(warm);
}

interface Part {
	numbers: number[];
	said: string[];
}

/** `1 3 khong 2 co` is about 1 and 3, then about 2. Words before the first number are about everybody, and only alone. */
function splitByNumbers(words: readonly string[]): Part[] | undefined {
	const parts: Part[] = [];
	let part: Part = { numbers: [], said: [] };
	for (const word of words) {
		if (/^\d+$/.test(word)) {
			if (part.said.length) {
				parts.push(part);
				part = { numbers: [], said: [] };
			}
			part.numbers.push(Number(word));
		} else part.said.push(word);
	}
	parts.push(part);
	const isMixed = parts.length > 1 && parts.some(({ numbers }) => !numbers.length);
	return isMixed || parts.some(({ said }) => !said.length) ? undefined : parts;
}

function readSaid(said: readonly string[]): string[] | undefined {
	const words = said.filter((word) => !allWords.has(word));
	const told = words.filter((word) => word.startsWith('#')).map((word) => word.slice(1));
	const rest = words.filter((word) => !word.startsWith('#'));
	const isNo = rest.some((word) => noWords.has(word));
	// "không có" says no; "không sốt nhưng ho" says something of both, which nobody should guess at.
	const isYes = rest.some((word) => yesWords.has(word)) && !isNo;
	if (rest.some((word) => !noWords.has(word) && !yesWords.has(word))) return undefined;
	if (isNo) return told.length ? undefined : ['none'];
	if (told.length) return [...new Set(told)];
	return isYes ? ['other'] : undefined;
}
