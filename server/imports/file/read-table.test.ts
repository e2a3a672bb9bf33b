import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { zipOf } from '#test/zipped';
import { readTable, rowsMax } from './read-table.ts';

const csv = 'Mã ca,Ngày khởi phát\r\n1,03/04/2026\r\n2,13/04/2026\r\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (content: Uint8Array) => {
	const table = await readTable(content, 'cases');
	if ('fault' in table) throw new Error(table.fault);
	return table;
};

test('a file gives its columns with samples, and its rows as the spreadsheet counts them', async () => {
	const table = await read(bytes(`Danh sách,\r\n\r\n${csv}`));

	expect(table.columns).toEqual([
		{ heading: 'Mã ca', samples: ['1', '2'], dayOrder: 'none' },
		{ heading: 'Ngày khởi phát', samples: ['03/04/2026', '13/04/2026'], dayOrder: 'day-first' },
	]);
	expect(table.rows.map(({ number }) => number)).toEqual([4, 5]);
});

test('a row with more cells than headings is told, since its cells may have moved', async () => {
	const { rows } = await read(bytes('Mã ca,Địa chỉ\n1,12, phố Quán Thánh\n2,Số 1\n'));

	expect(rows.map(({ hasMore }) => hasMore)).toEqual([true, undefined]);
});

test('headings nobody knows are headings all the same', async () => {
	const { columns, rows } = await read(bytes('Ký hiệu,Ngày ốm\n1,20/11/2026\n'));

	expect([columns.map(({ heading }) => heading), rows.length]).toEqual([['Ký hiệu', 'Ngày ốm'], 1]);
});

test('a file without headings loses no row, and none of its people becomes a heading', async () => {
	const { columns, rows } = await read(bytes('1,Nguyễn Văn Mận,20/11/2026\n2,Trần Thị Đào,19/11/2026\n'));

	expect([columns.map(({ heading }) => heading), rows.length]).toEqual([['', '', ''], 2]);
});

test('our own file of faulty rows is read without its last column, which is for people', async () => {
	const { columns } = await read(bytes('Mã ca,Ngày khởi phát,Cần sửa\n1,2,B: không phải ngày\n'));

	expect(columns.map(({ heading }) => heading)).toEqual(['Mã ca', 'Ngày khởi phát']);
});

test('an archive gives its table, the hash of it and the manifest beside it', async () => {
	const table = await read(zipOf({ 'xuat/ca.csv': csv, 'xuat/manifest.json': '{"rows":2}' }));

	expect(table.rows).toHaveLength(2);
	expect(table.sha256).toBe(createHash('sha256').update(csv).digest('hex'));
	expect(table.manifest).toEqual({ text: '{"rows":2}', fileName: 'ca.csv' });
});

test('of several tables in an archive the one that is such a list is read', async () => {
	const tests = 'personId,labName,result\r\n1,Viện,POSITIVE\r\n';

	expect((await read(zipOf({ 'a.csv': tests, 'b.csv': csv }))).columns[0]!.heading).toBe('Mã ca');
});

test('of a list in two parts neither is taken for the whole', async () => {
	expect(await readTable(zipOf({ 'ca-1.csv': csv, 'ca-2.csv': csv, 'x.csv': 'a,b\r\nc,d\r\n' }), 'cases')).toEqual({
		fault: 'sheet-several',
	});
});

test.each([
	['six tables', zipOf(Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`${at}.csv`, csv])))],
	['no table', zipOf({ 'a.pdf': 'x' })],
	['a damaged one', zipOf({ 'a.csv': csv.repeat(50) }).fill(7, 40, 60)],
])('an archive with %s is explained', async (_what, content) => {
	expect(await readTable(content, 'cases')).toEqual({ fault: 'sheet-unreadable' });
});

test.each([
	['# rows: 2', 2],
	['#rows=2', 2],
	['Số dòng,2', 2],
	['Tổng số dòng: 7', 7],
	['3,04/04/2026', undefined],
	['rows,21/11/2026', undefined],
])('a last line "%s" says %s', async (line, said) => {
	const table = await read(bytes(`${csv}${line}\r\n`));

	expect([table.saidRows, table.rows.length]).toEqual([said, said === undefined ? 3 : 2]);
});

test('a file takes 100,000 rows and not one more', async () => {
	const file = (count: number) => bytes(`Mã ca,Ngày khởi phát\n${'1,20/11/2026\n'.repeat(count)}`);

	expect((await read(file(rowsMax))).rows).toHaveLength(100_000);
	expect(await readTable(file(rowsMax + 1), 'cases')).toEqual({ fault: 'sheet-too-long', values: { max: 100_000 } });
});
