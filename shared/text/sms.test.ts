import { describe, expect, test } from 'vitest';
import { measureSms, shortestSms } from './sms.ts';

// Counted by the tables of 3GPP TS 23.038 §6.2.1 and the headers of TS 23.040 §9.2.3.24.
test.each([
	['', 'gsm-7', 0, 1],
	['Hello World', 'gsm-7', 11, 1],
	['a'.repeat(160), 'gsm-7', 160, 1],
	['a'.repeat(161), 'gsm-7', 161, 2],
	['a'.repeat(306), 'gsm-7', 306, 2],
	['a'.repeat(307), 'gsm-7', 307, 3],
	// Of the extension table: an escape and a letter.
	['{}[]~^|\\€\f', 'gsm-7', 20, 1],
	['€'.repeat(80), 'gsm-7', 160, 1],
	['€'.repeat(81), 'gsm-7', 162, 2],
	// 152 septets, then a euro that would stand across the border: 154 of the second part.
	[`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'gsm-7', 305, 2],
	[`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 306, 3],
	// Of the basic table: letters of European capitals and Greek ones without a Latin look-alike.
	['@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà', 'gsm-7', 42, 1],
	// ç is not there (only Ç is), nor is a backtick, nor á, nor đ.
	['ç', 'ucs-2', 1, 1],
	['`', 'ucs-2', 1, 1],
	['á', 'ucs-2', 1, 1],
	['đ', 'ucs-2', 1, 1],
	['ữ'.repeat(70), 'ucs-2', 70, 1],
	['ữ'.repeat(71), 'ucs-2', 71, 2],
	['ữ'.repeat(134), 'ucs-2', 134, 2],
	['ữ'.repeat(135), 'ucs-2', 135, 3],
	['😷'.repeat(35), 'ucs-2', 70, 1],
	// Each part holds 33 of them and a unit nobody can use.
	['😷'.repeat(66), 'ucs-2', 132, 2],
	['😷'.repeat(67), 'ucs-2', 134, 3],
] as const)('%j goes out in %s, %i long, as %i', (text, alphabet, length, segments) => {
	expect(measureSms(text)).toEqual({ alphabet, length, segments });
});

describe('a text goes without its diacritics', () => {
	test('where that makes fewer messages of it', () => {
		const text = 'Bạn đã ở cùng nơi với một ca bệnh. Hãy ở nhà và gọi trạm y tế phường 024 3733 0000.';

		expect(shortestSms(text)).toBe(
			'Ban da o cung noi voi mot ca benh. Hay o nha va goi tram y te phuong 024 3733 0000.',
		);
	});

	test('and with them where it makes no difference', () => {
		expect(shortestSms('Hãy ở nhà và gọi trạm y tế.')).toBe('Hãy ở nhà và gọi trạm y tế.');
		expect(shortestSms('Đã khỏi')).toBe('Đã khỏi');
	});
});
