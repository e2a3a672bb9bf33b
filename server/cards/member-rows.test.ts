import { describe, expect, test } from 'vitest';
import writeSheet from 'write-excel-file/node';
import { identitiesOf, readMembers } from './member-rows.ts';
import { readTable } from './read-table.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const header = ['Họ tên', 'Ngày sinh', 'Giới tính', 'Số giấy tờ', 'Điện thoại', 'Lớp', 'Mã HS'];
const good = ['Nguyễn Thị Bưởi', '31/12/2010', 'Nữ', '001310029317', '0901 234 567', '7A', 'HS01'];
const read = (row: string[], head = header) => readMembers([head, row], now);

describe('a row', () => {
	test('says who, when born, which class', () => {
		expect(read(good)).toEqual({
			faults: [],
			members: [
				{
					row: 2,
					fullName: 'Nguyễn Thị Bưởi',
					birthYear: 2010,
					birthDate: '2010-12-31',
					gender: 'female',
					documentNumber: '001310029317',
					phone: '+84901234567',
					group: '7A',
					reference: 'HS01',
				},
			],
		});
	});

	test.each([
		['a year alone', 1, '2010', { birthYear: 2010 }],
		['a day without zeros', 1, '1/2/2010', { birthDate: '2010-02-01' }],
		['a day as machines write it', 1, '2010-02-01', { birthDate: '2010-02-01' }],
		['a name typed with marks apart', 0, 'Nguyễn Thị Bưởi'.normalize('NFD'), { fullName: 'Nguyễn Thị Bưởi' }],
		['an identity card whose zeros a spreadsheet dropped', 3, '1310029317', { documentNumber: '001310029317' }],
		['an old card of nine digits', 3, '123 456 789', { documentNumber: '123456789' }],
		['a passport', 3, 'c1234567', { documentNumber: 'C1234567' }],
		['a phone whose zero a spreadsheet dropped', 4, '901234567', { phone: '+84901234567' }],
		['no class', 5, '', { group: '' }],
	])('with %s', (_what, at, cell, expected) => {
		const { members, faults } = read(good.with(at, cell));

		expect(faults).toEqual([]);
		expect(members[0]).toMatchObject(expected);
	});

	test.each([
		['no name', 0, '', 'Họ tên: bỏ trống'],
		['a formula for a name', 0, '=cmd|A1', 'Họ tên: có ký tự không phải chữ'],
		['a name of 101 letters', 0, 'Ộ'.repeat(101), 'Họ tên: có ký tự không phải chữ, hoặc quá dài'],
		['a day no calendar has', 1, '31/02/2010', 'Ngày sinh: không phải ngày'],
		['a day to come', 1, '25/11/2026', 'Ngày sinh: không phải ngày'],
		['a year to come', 1, '2027', 'Ngày sinh: không phải ngày'],
		['somebody 131 years old', 1, '1895', 'Ngày sinh: không phải ngày'],
		['months for days', 1, '12/31/2010', 'Ngày sinh: không phải ngày'],
		['an unknown gender', 2, 'nam nữ', 'Giới tính: phải là'],
		['a document that is none', 3, 'không có', 'Số giấy tờ: không phải'],
		['a phone that is none', 4, '0901', 'Điện thoại: không phải'],
		['too long a class', 5, 'x'.repeat(61), 'Lớp hoặc tổ: dài hơn'],
	])('with %s is refused', (_what, at, cell, words) => {
		const { members, faults } = read(good.with(at, cell));

		expect(members).toEqual([]);
		expect(faults.map(({ column, text }) => `${column.vi}: ${text.vi}`)).toEqual([expect.stringContaining(words)]);
		expect(faults[0]).toMatchObject({ row: 2, column: { en: expect.any(String) }, text: { en: expect.any(String) } });
	});

	test('may have several faults, all named', () => {
		expect(read(['', 'x', '', '', 'y', '', '']).faults).toHaveLength(3);
	});
});

describe('the first row', () => {
	test.each([
		['HỌ VÀ TÊN', 'Năm sinh', 'Phái', 'CMND/CCCD', 'SĐT', 'Tổ', 'MSNV'],
		[
			'Họ và tên học sinh',
			'Ngày, tháng, năm sinh',
			'Giới',
			'Mã định danh',
			'Số điện thoại',
			'Phòng ban',
			'Mã nhân viên',
		],
		['Full name', 'Date of birth', 'Sex', 'ID card no.', 'Phone (parent)', 'Class', 'Student ID'],
		['Họ tên (*)', 'Ngày sinh: dd/mm/yyyy', 'Gioi tinh', 'so cccd', 'dien thoai', 'lop', 'ma so'],
	])('may call its columns %s, %s, %s, %s, %s, %s, %s', (...head) => {
		expect(read(good, head)).toEqual(read(good));
	});

	test('may have them in any order, with others between', () => {
		const order = [3, 6, 0, 2, 1, 5, 4];
		const shuffled = (cells: string[]) => ['STT', ...order.map((at) => cells[at]!), 'Ghi chú'];

		expect(readMembers([shuffled(header), shuffled(good)], now)).toEqual(read(good));
	});

	test('without a name or a birth is no list of people', () => {
		const { faults } = readMembers(
			[
				['STT', 'Lớp'],
				['1', '7A'],
			],
			now,
		);

		expect(faults.map(({ row, column }) => [row, column.vi])).toEqual([
			[1, 'Họ tên'],
			[1, 'Ngày sinh'],
		]);
	});
});

describe('the same person twice on a list', () => {
	test('is named with the row before', () => {
		const { members, faults } = readMembers([header, good, [], good.with(0, 'NGUYEN THI BUOI')], now);

		expect(members).toHaveLength(1);
		expect(faults).toMatchObject([{ row: 4, text: { vi: 'trùng với người ở dòng 2' } }]);
	});

	test('two of the same name and year with numbers of their own are two', () => {
		expect(readMembers([header, good, good.with(6, 'HS02').with(3, '')], now)).toMatchObject({
			members: [{ reference: 'HS01' }, { reference: 'HS02' }],
			faults: [],
		});
	});

	test('without any number the name, the birth and the class tell', () => {
		const nameless = good.with(3, '').with(6, '');
		const other = nameless.with(5, '7B');

		expect(readMembers([header, nameless, other], now).members).toHaveLength(2);
		expect(readMembers([header, nameless, nameless], now).members).toHaveLength(1);
		expect(identitiesOf(read(nameless).members[0]!)).toHaveLength(1);
		expect(identitiesOf(read(good).members[0]!)).toHaveLength(2);
	});
});

describe('a file', () => {
	const rows = [header, good];
	const bytes = (text: string) => Buffer.from(text);

	test.each([
		['commas', bytes(rows.map((row) => row.join(',')).join('\n'))],
		['semicolons, a mark and CRLF', bytes(`\uFEFF${rows.map((row) => row.join(';')).join('\r\n')}\r\n`)],
		['tabs', bytes(rows.map((row) => row.join('\t')).join('\n'))],
		['quotes', bytes(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))],
	])('of CSV with %s', async (_what, content) => {
		expect(readMembers(await readTable(content), now)).toEqual(read(good));
	});

	test('of Excel, with a real day, a number for a phone and empty rows at the end', async () => {
		const cells = good.map((value, at) =>
			at === 1
				? { value: new Date('2010-12-31T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }
				: at === 4
					? { value: 901234567, type: Number }
					: { value, type: String },
		);
		const empty = good.map(() => ({ value: '', type: String }));
		const head = header.map((value) => ({ value, type: String }));
		const file = await (await writeSheet([head, cells, empty, empty] as never)).toBuffer();

		const table = await readTable(Buffer.from(file));

		expect(table).toHaveLength(2);
		expect(readMembers(table, now)).toEqual(read(good));
	});

	test.each([
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'sheet-unreadable'],
		['letters of an older kind', Buffer.from([0x4e, 0x67, 0xf4, 0x2c]), 'sheet-not-utf8'],
		['half an archive', Buffer.from('PK\u0003\u0004 and no more'), 'sheet-unreadable'],
		['an open quote', bytes('Họ tên,Năm sinh\n"Lê'), 'sheet-unreadable'],
		['an Excel file of the old kind', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'sheet-old-excel'],
	])('of %s is refused', async (_what, content, code) => {
		await expect(readTable(content)).rejects.toMatchObject({ code });
	});

	test('of nothing lacks its columns', async () => {
		expect(readMembers(await readTable(Buffer.alloc(0)), now).faults).toHaveLength(2);
	});

	test('whose archive says it unpacks to more than any list is not unpacked', async () => {
		const file = await (await writeSheet([[{ value: 'x', type: String }]] as never)).toBuffer();
		const bomb = Buffer.from(file);
		const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
		bomb.writeUInt32LE(4_000_000_000, entry + 24);

		await expect(readTable(bomb)).rejects.toMatchObject({ code: 'sheet-unreadable' });
	});

	test('of 2,000 people is read, of 2,001 it is not', async () => {
		const list = (length: number) => bytes(`Họ tên,Năm sinh\n${'Lê Văn Ba,2000\n'.repeat(length)}`);

		expect(await readTable(list(2_000))).toHaveLength(2_001);
		await expect(readTable(list(2_001))).rejects.toMatchObject({ code: 'sheet-too-long' });
	});
});
