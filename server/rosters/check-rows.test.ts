import { describe, expect, test } from 'vitest';
import { checkRows } from './check-rows.ts';
import type { ColumnName } from './sheet/columns.ts';
import type { SheetRow } from './sheet/read-sheet.ts';

const good = { group: 'Tổ 5', dwelling: 'Số 12 ngõ 5', name: 'Nguyễn Văn Mận' };
const rowsOf = (...cells: Partial<Record<ColumnName, unknown>>[]) =>
	cells.map((one, index) => ({ number: index + 2, cells: { ...good, ...one } })) as SheetRow[];
const check = (...cells: Partial<Record<ColumnName, unknown>>[]) => checkRows(rowsOf(...cells), 2026);
const faultsOf = (...cells: Partial<Record<ColumnName, unknown>>[]) =>
	check(...cells)
		.rows.at(-1)!
		.faults.map(({ column, fault, row }) => [column, fault, ...(row ? [row] : [])]);

describe('a good row', () => {
	test('becomes a person behind a door', () => {
		const cells = { birth: '03/05/1987', gender: 'Nữ', document: '1093029317', phone: '901234567' };

		expect(check({ ...cells, document: '001093029317' }).rows[0]!.resident).toEqual({
			...{ group: 'Tổ 5', dwelling: 'Số 12 ngõ 5' },
			profile: {
				...{ fullName: 'Nguyễn Văn Mận', address: 'Số 12 ngõ 5', birthYear: 1987, gender: 'female' },
				...{ documentNumber: '001093029317', phone: '+84901234567' },
			},
		});
	});

	test.each([
		['a year', '1987', 1987],
		['a day', '3/5/1987', 1987],
		['a day of the spreadsheet’s own', { odd: 'date', day: '1987-05-03' }, 1987],
		['this year', '2026', 2026],
		['130 years ago', '1896', 1896],
		['nothing', '', undefined],
	])('is born by %s', (_how, birth, year) => {
		expect(check({ birth }).rows[0]!.resident!.profile.birthYear).toBe(year);
	});

	test('whose CCCD lost its zero gets it back', () => {
		expect(check({ document: '01093029317' }).rows[0]!.resident!.profile.documentNumber).toBe('01093029317');
		expect(check({ document: '79093029317' }).rows[0]!.resident!.profile.documentNumber).toBe('079093029317');
	});
});

describe('an empty tổ or address', () => {
	test('is the one above, and it is counted', () => {
		const { rows, filledDown } = check({}, { group: '', dwelling: '', name: 'Trần Thị Đào' });

		expect(rows[1]!.resident).toMatchObject({ group: 'Tổ 5', dwelling: 'Số 12 ngõ 5' });
		expect(filledDown).toBe(2);
	});

	test('is missing in the first row, and an address where another tổ begins', () => {
		expect(faultsOf({ group: '' })).toEqual([['group', 'missing']]);
		expect(faultsOf({}, { group: 'Tổ 6', dwelling: '', name: 'Trần Thị Đào' })).toEqual([['dwelling', 'missing']]);
	});
});

describe('a fault is told by its column', () => {
	test.each<[string, Partial<Record<ColumnName, unknown>>, unknown[]]>([
		['no name', { name: ' ' }, [['name', 'missing']]],
		['a name of digits', { name: '12345' }, [['name', 'name-invalid']]],
		['born next year', { birth: '2027' }, [['birth', 'birth-invalid']]],
		['born in the 19th century’s nineties', { birth: '1895' }, [['birth', 'birth-invalid']]],
		['words for a birth', { birth: 'không rõ' }, [['birth', 'birth-invalid']]],
		['a gender of three letters', { gender: 'abc' }, [['gender', 'gender-invalid']]],
		['half a phone', { phone: '0901 234' }, [['phone', 'phone-invalid']]],
		['a document of three digits', { document: '123' }, [['document', 'document-invalid']]],
		['a formula', { phone: { odd: 'formula' } }, [['phone', 'formula']]],
		['an address that became a day', { dwelling: { odd: 'date', day: '2026-05-12' } }, [['dwelling', 'date']]],
		['201 letters', { dwelling: 'ữ'.repeat(201) }, [['dwelling', 'too-long']]],
		['letters of another encoding', { name: 'Nguy\uFFFDn' }, [['name', 'unreadable']]],
		[
			'several at once',
			{ name: '', phone: '1' },
			[
				['phone', 'phone-invalid'],
				['name', 'missing'],
			].reverse(),
		],
	])('%s', (_what, cells, faults) => {
		expect(faultsOf(cells)).toEqual(faults);
	});

	test('who stands there twice is told which row is the first', () => {
		expect(faultsOf({ birth: '1987' }, { birth: '1987', name: 'NGUYỄN VĂN MẬN' })).toEqual([
			['row', 'person-twice', 2],
		]);
		expect(faultsOf({ birth: '1987' }, { birth: '1988' })).toEqual([]);
		expect(faultsOf({ document: '001093029317' }, { document: '001093029317', name: 'Trần Thị Đào' })).toEqual([
			['document', 'document-twice', 2],
		]);
	});
});
