import { expect, test } from 'vitest';
import { displayPhone, readPhone } from './phone.ts';

test.each([
	['0901234567'],
	['0901 234 567'],
	['0901.234.567'],
	['090-123-4567'],
	['(090) 123 4567'],
	['+84901234567'],
	['+84 90 123 4567'],
	['84901234567'],
	['84.901.234.567'],
	['0084901234567'],
	['０９０１２３４５６７'],
	[' 0901\u00a0234\u00a0567 '],
	['0901–234–567'],
	['+84 (0)901 234 567'],
	['\u202d0901234567\u202c'],
])('%s is the number people mean', (written) => {
	expect(readPhone(written)).toBe('+84901234567');
});

test('a landline of Viet Nam and a number of another country are numbers', () => {
	expect(readPhone('024 3826 6666')).toBe('+842438266666');
	expect(readPhone('+44 20 7946 0018')).toBe('+442079460018');
});

test.each([
	'',
	'0901 234 56',
	'0901 234 5678',
	'0123',
	'+84',
	'chín không một',
	'090123456a',
	'+1',
	'1'.repeat(40),
	'00000000000',
	'901234567',
	'1900 1234',
	'+84 1900 1234',
	'+84+901234567',
	'0901234567 0901234567',
])('"%s" is no number', (written) => {
	expect(readPhone(written)).toBeUndefined();
});

test.each([
	['+84901234567', '0901 234 567'],
	['+842438266666', '024 3826 6666'],
	['+442079460018', '+44 20 7946 0018'],
	['no number', 'no number'],
])('%s is shown as %s', (e164, shown) => {
	expect(displayPhone(e164)).toBe(shown);
});
