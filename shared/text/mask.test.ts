import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskDocument, maskName, maskPerson, maskPhone } from './mask.ts';

test.each([
	['Nguyễn Văn Anh', 'Nguyễn Văn ***'],
	['NGUYỄN THỊ MINH KHAI'.normalize('NFD'), 'NGUYỄN THỊ MINH ***'.normalize('NFD')],
	['  Trần   Bưởi ', 'Trần ***'],
	['Ánh', 'Á***'],
	['Ý', '***'],
	['Ly', '***'],
	['', '***'],
	['Nguyễn Văn Anh .', 'Nguyễn Văn ***'],
	['Nguyễn Văn Anh (Bưởi)', 'Nguyễn Văn ***'],
	['(Bưởi)', '***'],
	['Maria del Carmen García', 'Maria del Carmen ***'],
	['王小明', '王***'],
	['a'.repeat(60), 'a***'],
])('of the name %s a place sees %s', (name, seen) => {
	expect(maskName(name)).toBe(seen);
});

test('a person is shown with the beginning of their phone number', () => {
	expect(maskPerson('Nguyễn Văn Anh', '+84901234567')).toBe('Nguyễn Văn *** (0901 234 ***)');
	expect(maskPerson('Nguyễn Văn Anh', undefined)).toBe('Nguyễn Văn ***');
	expect(maskPerson(undefined, '+84901234567')).toBe('*** (0901 234 ***)');
});

test('no name is ever seen whole', () => {
	const letters = fc.string({ unit: fc.constantFrom(...'AẢnđĐ金 .('), maxLength: 60 });

	fc.assert(
		fc.property(letters, (name) => {
			const seen = maskName(name);
			expect(seen.endsWith('***')).toBe(true);
			expect(seen.length < 4 || !seen.includes(name.trim())).toBe(true);
		}),
	);
});

test('a foreign number loses its last three digits too', () => {
	expect(maskPhone('+442079460018')).toMatch(/^\+44 [\d ]+\*\*\*$/);
	expect(maskPhone('+442079460018')).not.toContain('018');
	expect(maskPhone('+375291234567')).toBe('+375 29 123 4***');
	expect(maskPhone('12')).toBe('***');
});

test.each([
	['001093029317', '******029317'],
	['B1234567', '******67'],
	['1234', '****'],
	['', ''],
])('of the document %s is shown %s', (number, seen) => {
	expect(maskDocument(number)).toBe(seen);
});

test('of a document at least half is hidden, and never fewer than six characters', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[A-Z0-9]{1,20}$/), (number) => {
			const hidden = [...maskDocument(number)].filter((sign) => sign === '*').length;
			expect(hidden).toBeGreaterThanOrEqual(Math.max(Math.min(6, number.length), number.length / 2));
		}),
	);
});
