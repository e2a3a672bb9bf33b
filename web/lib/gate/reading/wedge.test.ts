import { describe, expect, test } from 'vitest';
import { typeOn } from '#shared/codes/keyboard';
import { type KeyPress, Wedge } from './wedge.ts';

const code = 'VAORA1:6BF+70790T9WJWG.FKY*4GO0.O1CV2';
const card = '001093029317|012345678|NGUYEN VAN A|18011987|Nam|12 Hang Bac|01012021';
const american = keysOfAmerica();

describe('keys on the page', () => {
	test.each<[string, KeyPress[], string[] | undefined]>([
		['a scanner’s code ends with Enter', [...typed(code, 15), enter(15)], [code]],
		['or with Tab', [...typed(code, 15), { ...enter(15), key: 'Tab' }], [code]],
		['or with Enter after a moment', [...typed(code, 15), enter(400)], [code]],
		[
			'a radio that stutters for a moment',
			[...typed(code.slice(0, 20), 15), ...pause(300, typed(code.slice(20), 15)), enter(15)],
			[code],
		],
		['a longer silence begins another code', [...typed(code, 15), ...pause(301, typed(card, 15)), enter(15)], [card]],
		['a slow scanner is a scanner', [...typed(code, 55), enter(20)], [code]],
		['a name on a card brings its spaces', [...typed(card, 15), enter(15)], [card]],
		['somebody who types is none', [...typed('NGUYEN VAN A', 160), enter(160)], undefined],
		['not even one who types fast', [...typed('NGUYEN VAN A', 90), enter(90)], undefined],
		['a few keys at once are none', [...typed('abcde', 5), enter(5)], undefined],
		['Enter alone is a button’s', [enter(0)], undefined],
		[
			'what somebody typed before is no part of the code',
			[...typed('xy', 200), ...pause(300, typed(code, 15)), enter(15)],
			[code],
		],
		[
			'keys of a machine set to Vietnamese are also read by their places',
			[...typed('VAORA1:1234', 15, (text) => typeOn('vietnamese', text)), enter(15)],
			[typeOn('vietnamese', 'VAORA1:1234'), 'VAORA1:1234'],
		],
		[
			'keys a program composes have only their places',
			[...typed('HC1:6BFOXN', 15).map((press) => ({ ...press, key: 'Process' })), enter(15)],
			['HC1:6BFOXN'],
		],
		[
			'a program that turns aa into â takes letters back and types without places',
			[
				...typed('CCCD-Aa', 15),
				{ key: 'Backspace', code: '', hasShift: false, at: 15 },
				{ key: 'Â', code: '', hasShift: false, at: 2 },
				enter(15),
			],
			['CCCD-AÂ', 'CCCD-Aa'],
		],
	])('%s', (_what, presses, expected) => {
		const wedge = new Wedge();
		let at = 1_000;
		let taken: string[] | undefined;
		for (const press of presses) {
			at += press.at;
			taken = wedge.press({ ...press, at }) ?? taken;
		}

		expect(taken).toEqual(expected);
	});

	test('a code without an end is taken when nothing follows, and not before', () => {
		const wedge = new Wedge();
		let at = 0;
		for (const press of typed(code, 15)) wedge.press({ ...press, at: (at += press.at) });

		expect(wedge.pause(at + 300)).toBeUndefined();
		expect(wedge.pause(at + 301)).toEqual([code]);
		expect(wedge.pause(at + 500)).toBeUndefined();
	});

	test('the first keys of a code are not dropped because the others are late to arrive', () => {
		const wedge = new Wedge();
		let at = 0;
		const [first, rest] = [typed(code.slice(0, 3), 15), typed(code.slice(3), 15)];
		for (const press of first) wedge.press({ ...press, at: (at += press.at) });
		expect(wedge.pause(at + 500)).toBeUndefined();
		for (const press of rest) wedge.press({ ...press, at: (at += press.at) });

		expect(wedge.press({ ...enter(15), at: at + 15 })).toEqual([code]);
	});

	test('a scanner is known from its second key, so that the page can hold back what its keys would do', () => {
		const wedge = new Wedge();
		wedge.press({ ...press('V'), at: 0 });
		expect(wedge.isTyping).toBe(false);
		wedge.press({ ...press('A'), at: 15 });
		expect(wedge.isTyping).toBe(true);
	});
});

/** The presses of a text, each `gap` milliseconds after the one before. */
function typed(text: string, gap: number, shown: (key: string) => string = (key) => key): KeyPress[] {
	return [...text].map((letter) => ({ ...press(letter), key: shown(letter), at: gap }));
}

function press(letter: string): KeyPress {
	const [code, hasShift] = american.get(letter)!;
	return { key: letter, code, hasShift, at: 0 };
}

function pause(milliseconds: number, presses: KeyPress[]): KeyPress[] {
	return presses.map((press, index) => (index ? press : { ...press, at: milliseconds }));
}

function enter(at: number): KeyPress {
	return { key: 'Enter', code: 'Enter', hasShift: false, at };
}

/** Written out again, so that a slip in the wedge's own table is seen. */
function keysOfAmerica(): Map<string, [string, boolean]> {
	const keys = new Map<string, [string, boolean]>();
	for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
		keys.set(letter, [`Key${letter.toUpperCase()}`, false]);
		keys.set(letter.toUpperCase(), [`Key${letter.toUpperCase()}`, true]);
	}
	for (const digit of '0123456789') keys.set(digit, [`Digit${digit}`, false]);
	const others = [
		...[' Space', '-Minus', '.Period', '/Slash'].map((key) => [key, false] as const),
		...[':Semicolon', '+Equal', '*Digit8', '|Backslash', '%Digit5', '$Digit4'].map((key) => [key, true] as const),
	];
	for (const [key, hasShift] of others) keys.set(key[0]!, [key.slice(1), hasShift]);
	return keys;
}
