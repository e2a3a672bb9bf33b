/** One key going down, as the browser tells it. */
export interface KeyPress {
	/** What the machine made of it: a letter, `Enter`, `Process` while something composes. */
	key: string;
	/** Which key it was, by its place on an American keyboard; empty when a program typed. */
	code: string;
	hasShift: boolean;
	/** In milliseconds. */
	at: number;
}

/** People pause longer between most keys. */
const gapMsMax = 100;
/** What cannot be a person's any more is waited for: a radio stutters, and a busy machine hands its keys over late. */
export const scannerGapMsMax = 300;
const meanGapMsMax = 60;
/** The shortest thing worth scanning is a personal number of six characters. */
const keysMin = 6;
/** More than any code holds. */
const keysMax = 8_000;

/**
 * Tells a scanner that types from a person who types, by how fast the keys come. A code ends with Enter or Tab, or when
 * nothing follows.
 */
export class Wedge {
	#typed: string[] = [];
	#american = '';
	#isWholeAsTyped = true;
	#startedAt = 0;
	#lastAt = Number.NEGATIVE_INFINITY;
	#keys = 0;

	/** Whether the keys seem to come from a scanner, so that they must do nothing else on the page. */
	get isTyping(): boolean {
		return this.#keys >= 2;
	}

	/** What the code may be, the likeliest first, when this key ends one. */
	press({ key, code, hasShift, at }: KeyPress): string[] | undefined {
		if (key === 'Enter' || key === 'Tab') return this.#finish();
		if (at - this.#lastAt > (this.#isScanner ? scannerGapMsMax : gapMsMax)) this.#clear(at);
		if (key === 'Backspace') return void this.#typed.pop();
		const american = keysOfAmerica[code]?.[hasShift ? 1 : 0];
		const isLetter = [...key].length === 1;
		if (!isLetter && american === undefined) return undefined;
		if (isLetter) this.#typed.push(key);
		else this.#isWholeAsTyped = false;
		this.#american += american ?? '';
		this.#lastAt = at;
		this.#keys++;
		if (this.#keys > keysMax) this.#clear(at);
		return undefined;
	}

	/** The code, when no key has followed for long enough. */
	pause(at: number): string[] | undefined {
		return this.#isScanner && at - this.#lastAt > scannerGapMsMax ? this.#finish() : undefined;
	}

	get #isScanner(): boolean {
		const meanGap = (this.#lastAt - this.#startedAt) / Math.max(1, this.#keys - 1);
		return this.#keys >= keysMin && meanGap <= meanGapMsMax;
	}

	#finish(): string[] | undefined {
		const isScanner = this.#isScanner;
		const typed = this.#isWholeAsTyped ? this.#typed.join('') : '';
		const texts = [...new Set([typed, this.#american])].filter(Boolean);
		this.#clear(0);
		return isScanner ? texts : undefined;
	}

	#clear(at: number): void {
		this.#typed = [];
		this.#american = '';
		this.#isWholeAsTyped = true;
		this.#startedAt = at;
		this.#lastAt = Number.NEGATIVE_INFINITY;
		this.#keys = 0;
	}
}

/** What each key types on an American keyboard, for which scanners are made, without and with Shift. */
const keysOfAmerica: Readonly<Record<string, string>> = Object.fromEntries([
	...[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [`Key${letter.toUpperCase()}`, letter + letter.toUpperCase()]),
	...[...'0123456789'].map((digit, at) => [`Digit${digit}`, digit + ')!@#$%^&*('[at]]),
	...[...'0123456789'].map((digit) => [`Numpad${digit}`, digit + digit]),
	...Object.entries({ Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|' }),
	...Object.entries({ Semicolon: ';:', Quote: '\'"', Backquote: '`~', Comma: ',<', Period: '.>', Slash: '/?' }),
	...Object.entries({ Space: '  ', NumpadDecimal: '..', NumpadSubtract: '--', NumpadAdd: '++', NumpadDivide: '//' }),
]);
