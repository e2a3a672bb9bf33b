import { beforeAll, describe, expect, test } from 'vitest';
import { keyIdOf, p256 } from './cose.ts';
import { type Layout, typeOn } from './keyboard.ts';
import { issuePersonalCode } from './personal-code.ts';
import { newPlaceCode, placeUrl } from './place-code.ts';
import { recogniseTyped, typingAdvice } from './typed-code.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const place = 'K7QF2M9XV';
const poster = placeUrl('https://vaora.example.vn', place);
const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';
const cccd = '079190000001|020123456|Đặng Thị Ánh|01011990|Nữ|12 Quán Thánh, Ba Đình, Hà Nội|01012021';
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'].join(
	'',
);
const old = 'https://tokhaiyte.vn/?page=Group.checkin&groupId=5e89726392bd2184ae730883';
const hex = (text: string) =>
	[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const insurance = `7915061943|${hex('Nguyễn Thị Hằng')}|15/08/1987|2|-|01 - C54|01/01/2026|-|18/12/2025|0102|-|4|01/01/2030|15e2b0a7|4|${hex('Quận 1')}|$`;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A personal code with something in it that each way of typing Vietnamese changes. */
let personal: string;

beforeAll(async () => {
	const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const signer = { keyId: await keyIdOf(await crypto.subtle.exportKey('jwk', pair.publicKey)), key: pair.privateKey };
	const times = { issuedAt: now, expiresAt: new Date('2026-11-27T08:00:00+07:00') };
	do
		personal = await issuePersonalCode(
			{ kind: 'static', personId: '4611686018427387904', level: 'green', ...times },
			signer,
		);
	while (!/DD/.test(personal.slice(7)) || !/[458]/.test(personal.slice(7)));
});

const keys = Object.keys(typingAdvice) as (keyof typeof typingAdvice)[];
const read = (typed: string) => {
	const { found, advice } = recogniseTyped(typed, now);
	return { name: found.ok ? found.name : 'none', advice: keys.find((key) => typingAdvice[key] === advice) };
};

describe('typed as it stands', () => {
	test.each([
		['a poster’s address', () => poster, 'place'],
		['a place’s code', () => place, 'place'],
		['a personal code', () => personal, 'personal'],
		['the national code', () => national, 'national'],
		['an identity card', () => cccd, 'cccd'],
		['an insurance card', () => insurance, 'bhyt'],
		['a passport', () => passport, 'passport'],
		['an old place code', () => old, 'old-place'],
		['a personal number', () => 'k7q-f2m', 'number'],
	])('%s needs no advice', (_what, text, name) => {
		for (const typed of [text(), `${text()}\r\n`, `\u0002${text()}\u0003`, `]Q1${text()}`, `]d2${text()}\n`])
			expect(read(typed)).toEqual({ name, advice: undefined });
	});

	test('nothing is nothing, and what is far too long is cut', () => {
		expect(read('\r\n')).toEqual({ name: 'none', advice: undefined });
		expect(read('|'.repeat(100_000))).toEqual({ name: 'none', advice: undefined });
	});
});

describe('a scanner that loses Shift', () => {
	/** What its keys become: capitals small, and the signs above the digits the digits. */
	const withoutShift = (text: string) => {
		const [above, below] = ['~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./"];
		return [...text.toLowerCase()].map((letter) => below[above.indexOf(letter)] ?? letter).join('');
	};

	test.each([
		['a poster’s address', () => poster, 'place'],
		['an old place code', () => old, 'old-place'],
		['the national code', () => national, 'national'],
		['an insurance card', () => insurance, 'bhyt'],
		['a passport', () => passport, 'passport'],
	])('%s is read as it was meant, with advice', (_what, text, name) => {
		expect(read(withoutShift(text()))).toEqual({ name, advice: 'missingShift' });
	});

	test('a place’s code by itself is right without capitals', () => {
		expect(read(place.toLowerCase())).toEqual({ name: 'place', advice: undefined });
	});

	test('a personal code whose 4 may be a $ is not guessed at: only the advice is given', () => {
		expect(read(withoutShift(personal))).toEqual({ name: 'none', advice: 'missingShift' });
	});
});

describe('Caps Lock', () => {
	/** It turns all letters round. */
	const withCapsLock = (text: string) =>
		[...text].map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())).join('');

	test('a personal code in small letters is read, with advice', () => {
		expect(read(withCapsLock(personal))).toEqual({ name: 'personal', advice: 'capsLock' });
	});

	test('a poster’s address is read all the same', () => {
		expect(read(withCapsLock(poster))).toEqual({ name: 'place', advice: undefined });
	});
});

describe('another keyboard', () => {
	test.each<[Layout, string]>([
		['vietnamese', 'place'],
		['british', 'place'],
		['french', 'place'],
		['german', 'place'],
		['japanese', 'place'],
	])('%s: a poster’s address is read', (layout, name) => {
		expect(read(typeOn(layout, poster)).name).toBe(name);
	});

	test.each<Layout>(['vietnamese', 'french', 'german', 'japanese'])(
		'%s: a personal code is read, with advice',
		(layout) => {
			expect(read(typeOn(layout, personal))).toEqual({ name: 'personal', advice: 'otherLayout' });
		},
	);

	test.each<Layout>(['vietnamese', 'french', 'german', 'japanese'])(
		'%s: the national code is read, with advice',
		(layout) => {
			expect(read(typeOn(layout, national))).toEqual({ name: 'national', advice: 'otherLayout' });
		},
	);
});

describe('Vietnamese typing that is on', () => {
	test.each([
		['Telex', (text: string) => text.replace('VAORA1', 'VẢOA1')],
		['Telex, a D behind a D', (text: string) => text.replace('DD', 'Đ')],
		['VNI', (text: string) => text.replace('VAORA1', 'VAORÁ')],
	])('%s: a personal code is read or not, and the advice comes before all else', (_how, type) => {
		expect(type(personal)).not.toBe(personal);
		expect(read(type(personal)).advice).toBe('vietnameseTyping');
	});

	test.each([
		['Telex', 'https://vảoa.example.vn/p/K7QF2M9XV'],
		['VNI', 'https://vaora.example.vn/p/K7QF2M9XV'],
	])('%s: the host of a poster’s address does not matter', (_how, typed) => {
		expect(read(typed)).toEqual({ name: 'place', advice: undefined });
	});

	test.each([
		['Telex', 'K7QASM9X', 'AS'],
		['VNI', 'K7QA1M9X', 'A1'],
	])('%s: a place’s code whose letters became a mark is known by its check character', (_how, letters, keys) => {
		const code = newPlaceCode(Uint8Array.from(letters, (letter) => alphabet.indexOf(letter)));

		const { found, advice } = recogniseTyped(code.replace(keys, 'Á'), now);

		expect(found).toMatchObject({ ok: true, name: 'place', content: code });
		expect(advice).toBe(typingAdvice.vietnameseTyping);
	});

	test('an identity card keeps the letters it has of its own', () => {
		expect(read(cccd)).toEqual({ name: 'cccd', advice: undefined });
	});
});

describe('letters a scanner cannot type', () => {
	test('UTF-8 typed byte by byte as Windows-1252 is put together again', () => {
		const windows = new TextDecoder('windows-1252').decode(new TextEncoder().encode(cccd));

		expect(read(windows)).toEqual({ name: 'cccd', advice: undefined });
	});

	test('lost letters are not guessed at: the card is to be scanned or its number typed', () => {
		expect(read(cccd.replace(/[^\p{ASCII}]/gu, '?'))).toEqual({ name: 'none', advice: 'lostLetters' });
	});

	test('a card with one letter changed is never taken for another’s', () => {
		const { found } = recogniseTyped(cccd.replace('Ánh', 'As'), now);

		expect(found.ok && found.content).toMatchObject({ fullName: 'Đặng Thị As' });
	});
});
