import type { Text } from '#shared/language';
import { admit } from '#web/gate/engine/admission.ts';
import type { Direction, PersonReading, Reading } from '#web/gate/gate.ts';
import { type Certainty, faultScreen, fullScreen, type GuardScreen, saidByScreen, tellGuard } from './guard-words.ts';

/** How far the one on the screen has come. */
export type Step = 'recorded' | 'repeat' | 'asks' | 'seat' | 'overruled';

/** What fills the screen until the guard goes on. */
export interface Shown {
	screen: GuardScreen;
	direction?: Direction;
	/** What the guard may compare: a card's masked name. */
	hint?: Text;
	reasons: readonly Text[];
	/** Somebody the guard can still decide about; absent of a fault and of a whole group. */
	person?: { text: string; how: Way; reading: PersonReading; step: Step };
	/** Somebody without a code, whom the server has answered for and recorded. */
	visitor?: Visitor;
	/** Somebody without a code: what khai hộ begins with. */
	prefill?: Record<string, string>;
	/** Whoever stands there has no code that holds, and may still be helped in. */
	offersHelp?: boolean;
}

/** By whose id the guard may still let them in; the same entry sent again is one. */
export interface Visitor {
	entry: string;
	person: string;
	reading: PersonReading;
	isOverruled: boolean;
}

export type Way = 'camera' | 'typed' | 'nfc';

export function showPerson(person: NonNullable<Shown['person']>, certainty: Certainty): Shown {
	const { reading, step } = person;
	const isFull = admit(reading) === 'asks';
	const screen = isFull && step !== 'overruled' ? fullScreen : tellGuard(reading, certainty);
	return {
		screen:
			step === 'overruled' ? { ...screen, next: overruled } : step === 'repeat' ? { ...screen, next: again } : screen,
		direction: reading.direction,
		...(reading.hint ? { hint: reading.hint } : {}),
		reasons: reading.reasons
			.filter(({ code }) => !saidByScreen.has(code) && !(screen === fullScreen && code === 'place-full'))
			.map(({ words }) => words),
		person,
		...(reading.prefill ? { prefill: reading.prefill } : {}),
	};
}

/** Somebody without a code went in or out by the server's own answer, which is never out of date. */
export function showVisitor(visitor: Visitor, prefill: Record<string, string>): Shown {
	const { reading, isOverruled } = visitor;
	const told = { text: '', how: 'typed', reading, step: isOverruled ? 'overruled' : 'recorded' } as const;
	const { person: _person, ...shown } = showPerson(told, { isDegraded: false, bundleAgeMinutes: 0 });
	return { ...shown, visitor, prefill };
}

export const showFault = ({ words, advice, word, isPerson }: Extract<Reading, { kind: 'fault' }>): Shown => ({
	...(isPerson ? { offersHelp: true } : {}),
	screen: { ...faultScreen, ...(word ? { word } : {}), next: advice ?? words },
	reasons: advice ? [words] : [],
});

/** Something of ours went wrong while a person stood there. */
export const showTrouble = (words: Text): Shown => ({
	screen: { look: 'grey', shape: 'octagon', word: { vi: 'CHƯA GHI ĐƯỢC', en: 'NOT RECORDED' }, next: words },
	reasons: [],
});

const overruled: Text = {
	vi: 'Đã cho vào theo quyết định của bạn; điều này được ghi lại.',
	en: 'Let in by your decision; this is recorded.',
};

const again: Text = {
	vi: 'Mã này vừa quét rồi, không ghi thêm lần nữa.',
	en: 'This code was scanned just now; it is not recorded again.',
};
