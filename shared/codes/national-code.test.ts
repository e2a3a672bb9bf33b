import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNationalCode, writeNationalCode } from './national-code.ts';

/** The example of QĐ 1405/QĐ-BTTTT. */
const example = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';
const said = {
	documentNumber: '001093029317',
	fullName: 'NGUYEN VAN A',
	birthDate: '1987-01-18',
	isDeclaredByAnother: false,
	qid: '162979388586171100',
	extension: { gender: 1 as const, healthInsuranceNumber: '00', phone: '0123232422' },
};

test('the decision’s own example is read and written back letter for letter', () => {
	expect(readNationalCode(example)).toEqual(said);
	expect(writeNationalCode(said)).toBe(example);
});

test('a name is written in capitals without marks, and no value breaks the fields', () => {
	const written = writeNationalCode({ ...said, fullName: 'Đỗ Thị Hằng', documentNumber: 'B|12<3\n' });

	expect(written).toBe('B 12 3|DO THI HANG|1987-01-18|0|162979388586171100|<1<00<0123232422');
	expect(readNationalCode(written)?.fullName).toBe('DO THI HANG');
});

test('who declared for somebody else is named, and what follows the phone stays as it is', () => {
	const extension = { proxyQid: '99', gender: 2 as const, rest: ['signature', 'more'] };

	const written = writeNationalCode({ ...said, isDeclaredByAnother: true, extension });

	expect(written).toMatch(/\|1\|162979388586171100\|99<2<<<signature<more$/);
	expect(readNationalCode(written)).toMatchObject({ isDeclaredByAnother: true, extension });
});

test('values that are not known are left empty', () => {
	expect(writeNationalCode({ ...said, extension: { gender: 0 } })).toBe(
		'001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<0',
	);
});

test.each([
	['', 'nothing'],
	['001093029317||NGUYỄN VĂN A|18011987|Nam|Hà Nội|01012021', 'an identity card'],
	['a|b|18/01/1987|0|1|', 'a day written otherwise'],
	['a|b|1987-01-18|2|1|', 'an unknown kind'],
])('"%s" is no national code: %s', (text) => {
	expect(readNationalCode(text)).toBeUndefined();
});

test('whatever the values hold, they come back in their own fields', () => {
	const value = fc.string({ unit: fc.constantFrom(...'|<\n\rA1 Đ'), maxLength: 12 });

	fc.assert(
		fc.property(value, value, value, value, (documentNumber, fullName, qid, phone) => {
			const plain = (text: string) => text.replace(/[|<\n\r]/g, ' ').trim();
			const extension = { gender: 2 as const, healthInsuranceNumber: '00', phone };

			const read = readNationalCode(writeNationalCode({ ...said, documentNumber, fullName, qid, extension }))!;

			expect([read.documentNumber, read.qid, read.extension.phone ?? '']).toEqual(
				[documentNumber, qid, phone].map(plain),
			);
			expect(read.fullName).toMatch(/^[A1D ]*$/);
		}),
	);
});
