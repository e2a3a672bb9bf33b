import { expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { writeCsv } from '#shared/text/csv';
import { readSheet, rowsMax } from './read-sheet.ts';

const header = ['Tên địa điểm', 'Loại địa điểm', 'Phường, xã', 'Tỉnh, thành phố', 'Địa chỉ'];
const shop = ['Quán Ẩm Thực', 'Quán ăn', 'Phường Ba Đình', 'Hà Nội', '12, phố Quán Thánh'];
const cells = {
	...{ name: 'Quán Ẩm Thực', type: 'Quán ăn', commune: 'Phường Ba Đình', province: 'Hà Nội' },
	address: '12, phố Quán Thánh',
};

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = async (content: Uint8Array) => {
	const reading = await readSheet(content);
	if ('fault' in reading) throw new Error(reading.fault);
	return reading.rows;
};
const quoted = (sign: string, lines: string[][]) =>
	lines.map((line) => line.map((cell) => `"${cell}"`).join(sign)).join('\r\n');
const utf16 = (text: string) => {
	const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le');
	return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
};
const workbook = async (lines: unknown[][]) =>
	new Uint8Array(await writeXlsx(lines.map((line) => line.map((value) => ({ value }))) as never).toBuffer());

test.each([
	['parted by commas', () => bytes(quoted(',', [header, shop]))],
	['parted by semicolons', () => bytes(quoted(';', [header, shop]))],
	['parted by tabs', () => bytes(quoted('\t', [header, shop]))],
	['with a byte order mark', () => bytes(writeCsv([header, shop]))],
	['with line ends of Unix', () => bytes(quoted(',', [header, shop]).replaceAll('\r\n', '\n'))],
	['as a spreadsheet saves Unicode text', () => utf16(quoted('\t', [header, shop]))],
	['typed with marks apart', () => bytes(quoted(',', [header.map((one) => one.normalize('NFD')), shop]))],
	['as XLSX', () => workbook([header, shop])],
])('a file %s gives its rows', async (_which, content) => {
	expect(await rows(await content())).toEqual([{ number: 2, cells, hasMore: false }]);
});

test.each([
	['in English', ['Name of the place', 'Kind of place', 'Ward or commune', 'Province or city', 'Address']],
	['without diacritics, in capitals', ['TEN DIA DIEM', 'LOAI DIA DIEM', 'PHUONG XA', 'TINH THANH PHO', 'DIA CHI']],
	['in short', ['Tên', 'Loại', 'Xã/Phường', 'Tỉnh', 'Địa chỉ']],
	[
		'with stars and remarks',
		['Tên địa điểm *', 'Loại địa điểm (xem tờ 2)', 'Phường - xã', 'Tỉnh/Thành phố', ' Địa chỉ: '],
	],
])('headers %s are understood', async (_which, headers) => {
	expect((await rows(bytes(quoted(',', [headers, shop]))))[0]!.cells).toEqual(cells);
});

test('columns stand in any order, and those nobody knows are told', async () => {
	const order = [4, 0, 3, 1, 2];
	const mixed = [header, shop].map((line, row) => [...order.map((at) => line[at]!), row ? 'x' : 'Ghi chú']);

	const reading = await readSheet(bytes(quoted(',', mixed)));

	expect(reading).toEqual({ rows: [{ number: 2, cells, hasMore: false }], ignored: ['Ghi chú'] });
});

test('rows are counted as the spreadsheet does: a title above, empty rows and line ends in a cell included', async () => {
	const text = `Danh sách cửa hàng,,,,\r\n,,,,\r\n${quoted(',', [header, ['Quán\nhai dòng', ...shop.slice(1)]])}\r\n,,,,\r\n${quoted(',', [shop])}`;

	expect((await rows(bytes(text))).map(({ number }) => number)).toEqual([4, 6]);
});

test.each([
	['a number keeps its zero when it is written ="0901"', '="0901234567"', '0901234567'],
	['a formula is none of the person’s words', '=HYPERLINK("x")', { odd: 'formula' }],
	['what our own file marks as text is that text again', "'=A1", '=A1'],
])('in CSV %s', async (_what, written, cell) => {
	const text = `${header.join(';')}\n${[...shop.slice(0, 4), `"${written.replaceAll('"', '""')}"`].join(';')}`;
	const found = await rows(bytes(text.replace('Phường, xã', '"Phường, xã"')));

	expect(found[0]!.cells.address).toEqual(cell);
});

test('in XLSX a house number that became a date is told apart, and numbers are text', async () => {
	const line = [...shop.slice(0, 4), new Date('2026-12-05T00:00:00Z')];
	const content = await writeXlsx([
		header.map((value) => ({ value })),
		line.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value })),
		[...shop.slice(0, 4), 12].map((value) => ({ value })),
	] as never).toBuffer();

	const found = await rows(new Uint8Array(content));

	expect(found.map((row) => row.cells.address)).toEqual([{ odd: 'date', day: '2026-12-05' }, '12']);
});

test('cells beyond the last header are noticed: an address with a comma and no quotation marks', async () => {
	const text = `${header.slice(0, 2).join(',')},Xã,Tỉnh,Địa chỉ\nQuán,Quán ăn,Ba Đình,Hà Nội,12, phố Quán Thánh`;

	expect((await rows(bytes(text)))[0]).toMatchObject({ hasMore: true });
});

test.each([
	['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'sheet-old-excel'],
	['letters of windows-1258', new Uint8Array([0x54, 0xea, 0x6e, 0x2c, 0xd0, 0xec]), 'sheet-not-utf8'],
	['a ZIP that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, ...Array(60).fill(0)]), 'sheet-unreadable'],
	['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'sheet-unreadable'],
	['quotation marks that never close', bytes(`${quoted(',', [header])}\n"Quán,a\n`), 'sheet-unreadable'],
	['no header', bytes('một,hai,ba\n1,2,3'), 'sheet-columns-missing'],
	['no place below the header', bytes(`${quoted(',', [header])}\n,,,,\n`), 'sheet-empty'],
	['nothing', bytes(''), 'sheet-columns-missing'],
])('%s is explained and not guessed', async (_what, content, fault) => {
	expect(await readSheet(content)).toMatchObject({ fault });
});

test('missing columns are all named', async () => {
	const reading = await readSheet(bytes('Tên địa điểm,Địa chỉ\nQuán,12 phố'));

	const columns = expect.stringMatching(/Loại địa điểm.*Phường, xã.*Tỉnh, thành phố/);
	expect(reading).toMatchObject({ fault: 'sheet-columns-missing', values: { columns } });
});

test('a column that is there twice is refused', async () => {
	const reading = await readSheet(
		bytes(
			quoted(',', [
				[...header, 'Address'],
				[...shop, 'x'],
			]),
		),
	);

	expect(reading).toMatchObject({ fault: 'sheet-column-twice' });
});

test('a file takes 10,000 rows and not one more', async () => {
	const line = shop.map((cell) => `"${cell}"`).join(',');
	const file = (count: number) => bytes(`${quoted(',', [header])}\n${`${line}\n`.repeat(count)}`);

	expect(await rows(file(rowsMax))).toHaveLength(10_000);
	expect(await readSheet(file(rowsMax + 1))).toEqual({ fault: 'sheet-too-long', values: { max: 10_000 } });
});
