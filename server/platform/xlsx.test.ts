import { inflateRawSync } from 'node:zlib';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { type Row, writeXlsx } from './xlsx.ts';

async function* each(rows: readonly Row[]) {
	yield* rows;
}
const write = (rows: readonly Row[], name = 'Nhật ký') => writeXlsx([{ name, widths: [20, 20], rows: each(rows) }]);
const read = async (file: Buffer) => (await readXlsx(file, { trim: false }))[0]!;

/** The first sheet's XML, found behind its name in the archive; how long it is stands in the list at the end. */
function sheetOf(file: Buffer): string {
	const name = 'xl/worksheets/sheet1.xml';
	const start = file.indexOf(name);
	const length = file.readUInt32LE(file.lastIndexOf(name) - 26);
	return inflateRawSync(file.subarray(start + name.length, start + name.length + length)).toString();
}

test('text is read back as text and a number as a number, every diacritic in its place', async () => {
	const file = await write([
		['Họ tên', 'Số'],
		['Nguyễn Thị Hằng ***', 12],
		[' 0901 ', null],
	]);

	expect(await read(file)).toMatchObject({
		sheet: 'Nhật ký',
		data: [
			['Họ tên', 'Số'],
			['Nguyễn Thị Hằng ***', 12],
			[' 0901 ', null],
		],
	});
});

test('several sheets stand in their order, and 1,000 columns have names', async () => {
	const wide = Array.from({ length: 1_000 }, (_, index) => index + 1);
	const file = await writeXlsx([
		{ name: 'A', widths: [1], rows: each([wide]) },
		{ name: 'B & C', widths: [1], rows: each([['x']]) },
	]);

	const sheets = await readXlsx(file);
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['A', 'B & C']);
	expect(sheets[0]!.data[0]).toEqual(wide);
});

describe.skipIf(!hasSharedData('testvectors/text-fuzz'))('published hostile texts', () => {
	test.each(['csv_injection_cells.json', 'blns.json'])(
		'of %s are text cells, and come back as they were',
		async (name) => {
			const found = readSharedJson(`testvectors/text-fuzz/${name}`) as string[] | { cells: string[] };
			const texts = (Array.isArray(found) ? found : found.cells).filter(Boolean);

			const file = await write(texts.map((text) => ['x', text]));

			const xml = sheetOf(file);
			expect(xml).not.toMatch(/<f[ >]/);
			expect(xml.match(/t="inlineStr"/g)).toHaveLength(texts.length * 2);
			const cells = [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map((match) => fromXml(match[1]!));
			expect(cells.filter((_cell, index) => index % 2)).toEqual(texts.map((text) => text.toWellFormed()));
		},
	);
});

/** As ECMA-376 says to read it. */
const fromXml = (xml: string) =>
	xml
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')
		.replace(/_x([0-9A-F]{4})_/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));

test.each([65_535, 65_536, 65_537, 100_000])('%d rows are all there', async (count) => {
	const rows = async function* () {
		for (let index = 1; index <= count; index++) yield [`dòng ${index}`, index];
	};

	const file = await writeXlsx([{ name: 'Nhật ký', widths: [20, 20], rows: rows() }]);

	const xml = sheetOf(file);
	expect(xml.match(/<row /g)).toHaveLength(count);
	expect(xml).toContain(`<v>${count}</v>`);
	expect(file.length).toBeLessThan(2_000_000);
});
