/**
 * What a scanner's keys become on a machine set to another keyboard than the American one the scanner types for: the
 * characters meant, and in the same places those that appear. All others stay.
 */
const layouts: Record<'vietnamese' | 'british' | 'french' | 'german' | 'japanese', [meant: string, typed: string]> = {
	vietnamese: ['1234567890=[]!@#$){}', 'ăâêô\u0300\u0309\u0303\u0301\u0323đ₫ươĂÂÊÔĐƯƠ'],
	british: ['@"#\\|~', '"@£#~¬'],
	french: ['1234567890-qawzm;,./\']\\[!@#$%^&*()_QAWZM:<>?"}|{', '&é"\'(-è_çà)aqzw,m;:!ù$*^1234567890°AQZW?M./§%£µ¨'],
	german: ['-=[]\\;\'/yz`@#^&*()_+{}|:"<>?YZ~', 'ß´ü+#öä-zy^"§&/()=?`Ü*\'ÖÄ;:_ZY°'],
	japanese: ['=[]\\\'@^&*(_+{}|:"', '^@[]:"&\'()=~`{}+*'],
};

export type Layout = keyof typeof layouts;

/** The text as it would be typed again on an American keyboard, for each layout it may have been typed on. */
export const retype = (text: string): string[] =>
	(Object.keys(layouts) as Layout[]).flatMap((layout) => {
		const [meant, typed] = layouts[layout];
		// As it came first: taking letters apart puts two tones behind each other into an order of its own.
		const spellings = layout === 'vietnamese' ? [text, tonesApart(text)] : [text];
		return spellings.map((letters) => swap(letters, typed, meant));
	});

/** What an American keyboard's text becomes on another. */
export const typeOn = (layout: Layout, text: string): string => swap(text, ...layouts[layout]);

function swap(text: string, from: string, to: string): string {
	const keys = new Map([...from].map((letter, at) => [letter, [...to][at]!]));
	return [...text].map((letter) => keys.get(letter) ?? letter).join('');
}

/** The Vietnamese keyboard types a tone by itself, which whoever stores the text may have joined to the letter before. */
const tonesApart = (text: string): string =>
	text
		.normalize('NFD')
		.replace(
			/([aeou])(\p{M}*?)([\u0302\u0306\u031B])/giu,
			(_all, letter, tone, mark) => (letter + mark).normalize('NFC') + tone,
		);

interface TypingMethod {
	circumflex: (letter: string) => string;
	breve: string;
	horn: string;
	stroke: string;
	/** Grave, hook, tilde, acute, dot below. */
	tones: string;
}

/** The two ways of typing Vietnamese: what is typed behind a letter to put a mark on it. */
const methods: TypingMethod[] = [
	{ circumflex: (letter) => letter, breve: 'w', horn: 'w', stroke: 'd', tones: 'frxsj' },
	{ circumflex: () => '6', breve: '8', horn: '7', stroke: '9', tones: '23415' },
];

const tones = '\u0300\u0309\u0303\u0301\u0323';

/**
 * The keys that may have made a text, when Vietnamese typing was turned on: by either method, with a tone's key right
 * behind its letter or behind the word, and with Ư from UW or from W alone. Which, nobody can see from the text.
 */
export const untypeVietnamese = (text: string): string[] =>
	methods.flatMap((method) =>
		[false, true].flatMap((isToneLast) => {
			const keys = text
				.normalize('NFD')
				.replace(/(?:[\p{L}]\p{M}*)+/gu, (word) => untypeWord(word, method, isToneLast));
			return [keys, keys.replace(/uw/gi, (pair) => pair[1]!)];
		}),
	);

function untypeWord(word: string, method: TypingMethod, isToneLast: boolean): string {
	let behind = '';
	const keys = word.replace(/(\p{L})(\p{M}*)/gu, (_all, letter: string, marks: string) => {
		const base = letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : letter;
		const isCapital = base !== base.toLowerCase();
		const cased = (key: string) => (isCapital ? key.toUpperCase() : key);
		const tone = cased([...marks].map((mark) => method.tones[tones.indexOf(mark)] ?? '').join(''));
		if (isToneLast) behind += tone;
		const quality = cased(
			(marks.includes('\u0302') ? method.circumflex(letter) : '') +
				(marks.includes('\u0306') ? method.breve : '') +
				(marks.includes('\u031B') ? method.horn : '') +
				(base === letter ? '' : method.stroke),
		);
		return base + quality + (isToneLast ? '' : tone);
	});
	return keys + behind;
}
