import { describe, expect, test } from 'vitest';
import { recognise } from './index.ts';
import { oldPlaceUnknown, wrongAtDoor } from './wrong-at-door.ts';
import { wrongAtGate } from './wrong-at-gate.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const person = {
	'the national code': '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422',
	'an identity card': '079190000001||Đặng Thị Ánh|01011990|Nữ|Hà Nội|01012021',
	'a passport': 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
	'a personal number': 'K7Q-F2M',
};
const place = {
	'a poster’s address': 'https://vaora.example.vn/p/K7QF2M9XV',
	'a place’s code': 'K7QF-2M9X-V',
	'an old place code': 'https://tokhaiyte.vn/?page=Group.checkin&groupId=5e89726392bd2184ae730883',
};
const pairing = 'https://vaora.example.vn/gate#pair=K7QF2M9XV';
const at = { gate: wrongAtGate, visitor: wrongAtDoor };
const said = (text: string, side: keyof typeof at) => at[side](recognise(text, now));

describe('at a gate', () => {
	test.each(Object.entries(place))('%s is told from a person’s code, with what to do', (_what, text) => {
		expect(said(text, 'gate')?.vi).toMatch(/mã của một địa điểm, không phải mã của người\. Hãy quét/);
		expect(said(text, 'gate')?.en).toMatch(/place’s, not a person’s\. Scan/);
	});

	test.each(Object.entries(person))('%s belongs there', (_what, text) => {
		expect(said(text, 'gate')).toBeUndefined();
	});
});

describe('to a visitor', () => {
	test.each(Object.entries(person))('%s is told from a poster, with what to do', (_what, text) => {
		expect(said(text, 'visitor')?.vi).toMatch(/mã của một người, không phải mã của địa điểm\. Hãy quét/);
		expect(said(text, 'visitor')?.en).toMatch(/person’s, not a place’s\. Scan/);
	});

	test.each(Object.entries(place))('%s belongs there', (_what, text) => {
		expect(said(text, 'visitor')).toBeUndefined();
	});
});

test('a pairing code belongs to a device that is none yet: each side is told what to do with it', () => {
	expect(said(pairing, 'gate')?.vi).toMatch(/mã ghép máy, không phải mã của người.*gỡ máy khỏi cổng này/);
	expect(said(pairing, 'visitor')?.vi).toMatch(/mã ghép dành cho máy đứng ở cổng/);
	for (const side of ['gate', 'visitor'] as const) expect(said(pairing, side)?.en).toContain('scan');
});

test('what is no code of ours is answered with what to show there instead', () => {
	expect(said('https://example.com/menu', 'gate')?.vi).toMatch(/không phải mã mà Vaora biết.*gõ số giấy tờ/);
	expect(said('https://example.com/menu', 'gate')?.vi).not.toContain('áp phích');
	expect(said('https://example.com/menu', 'visitor')?.vi).toMatch(/không phải mã mà Vaora biết.*áp phích Vaora ở cửa/);
	expect(said('https://example.com/menu', 'visitor')?.vi).not.toContain('căn cước');
});

test('what cannot be read has words of its own', () => {
	for (const side of ['gate', 'visitor'] as const) expect(said('K7QF-2M9X-W', side)).toBeUndefined();
	expect(oldPlaceUnknown.vi).toContain('không còn dùng');
	expect(oldPlaceUnknown.en).toContain('no longer in use');
});
