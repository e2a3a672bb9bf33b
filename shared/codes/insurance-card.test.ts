import { expect, test } from 'vitest';
import { insuranceCard, readInsuranceCard } from './insurance-card.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');

/** A card as vietnam’s social insurance prints it since 2021. */
const fields = [
	...['7915061943', hex('Nguyễn Thị Hằng'), '15/08/1987', '2', '-', '01 - C54', '01/01/2026', '-', '18/12/2025'],
	...['01027915061943', '-', '4', '01/01/2030', '15e2b0a7', '4', hex('Quận 1, TP. Hồ Chí Minh'), '$'],
];
const write = (change: Record<number, string> = {}) => fields.map((field, at) => change[at] ?? field).join('|');
const read = {
	documentNumber: '7915061943',
	fullName: 'Nguyễn Thị Hằng',
	birthDate: '1987-08-15',
	gender: 'female',
	validFrom: '2026-01-01',
};

test.each([
	['as it is printed', write(), read],
	['with a line end', `${write()}\r\n`, read],
	['with capital hexadecimal', write({ 1: hex('Nguyễn Thị Hằng').toUpperCase() }), read],
	['with a name in taken-apart letters', write({ 1: hex('Nguyễn Thị Hằng'.normalize('NFD')) }), read],
	['of the Icelandic Ð', write({ 1: hex('Ðỗ Mười') }), { ...read, fullName: 'Đỗ Mười' }],
	[
		'of old, with letters before the number and an address',
		write({ 0: 'DN4797915061943', 4: hex('7 Hàng Bông') }),
		{ ...read, documentNumber: 'DN4797915061943', address: '7 Hàng Bông' },
	],
	['of somebody whose year of birth alone is known', write({ 2: '1950' }), { ...read, birthDate: '1950' }],
	['of a man', write({ 3: '1' }), { ...read, gender: 'male' }],
	['that never began', write({ 6: '-' }), { ...read, validFrom: undefined }],
])('a card %s is read', (_which, text, expected) => {
	expect(insuranceCard.recognises(text)).toBe(true);
	expect(readInsuranceCard(text)).toEqual(expected);
});

test.each([
	['without its end', write().slice(0, -2)],
	['cut off after the name', `${fields.slice(0, 2).join('|')}|$`],
	['with a name that is no hexadecimal', write({ 1: 'Nguyen' })],
	['with half a letter in its name', write({ 1: hex('ễ').slice(0, 4) })],
	['with a formula for a name', write({ 1: hex('=1+1') })],
	['with a name longer than any', write({ 1: hex('a'.repeat(101)) })],
	['with a third sex', write({ 3: '3' })],
	['of somebody born on 31 June', write({ 2: '31/06/1987' })],
	['with nine digits', write({ 0: '791506194' })],
])('a card %s is refused', (_which, text) => {
	expect(readInsuranceCard(text)).toBeUndefined();
});
