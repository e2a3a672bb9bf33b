import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { readCell, safeFileName, writeCsv, writeCsvRow } from './csv.ts';

const read = (text: string) => parse(text, { bom: true }) as string[][];

/** What a spreadsheet could take for a formula, also behind what it drops. */
const live = /^[\s"\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function expectInert(values: readonly string[]): void {
	const rows = values.map((value) => ['', value, 'x']);
	const written = writeCsv(rows);
	const cells = read(written);

	expect(cells.map((row) => row.map(readCell))).toEqual(rows);
	for (const [, cell] of cells) expect(cell).not.toMatch(live);
	// Set to semicolons or tabs, a spreadsheet sees no comma and so no quotes: it begins a cell after each of these.
	for (const piece of written.split(/[;\t\r\n]/)) expect(piece).not.toMatch(live);
}

test('rows end as RFC 4180 says, behind the mark that makes spreadsheets read UTF-8', () => {
	expect(
		writeCsv([
			['họ tên', 'số'],
			['Nguyễn, "Tí"', 12],
			[null, undefined],
		]),
	).toBe('\uFEFFhọ tên,số\r\n"Nguyễn, ""Tí""",12\r\n,\r\n');
	expect(writeCsvRow(['a', 'b'])).toBe('a,b\r\n');
});

test('a phone number is text and a negative number a number', () => {
	expect(writeCsvRow(['+84901234567', -5])).toBe(`"'+84901234567",-5\r\n`);
	expect(readCell("'+84901234567")).toBe('+84901234567');
});

test('a formula hidden behind another separator is no formula', () => {
	expect(writeCsvRow(['Lê;=1+1', 'a\n-1\nb', "rock;'n"])).toBe(`"Lê;'=1+1","a\n'-1\nb","rock;''n"\r\n`);
	expect(readCell("rock;''n")).toBe("rock;'n");
});

test('every text comes back as it was and none is taken for a formula', () => {
	const start = fc.constantFrom(
		'',
		'=',
		'+',
		'-',
		'@',
		'\t',
		'\r',
		'\n',
		"'",
		'"',
		' =',
		'＝',
		'＋',
		'－',
		'＠',
		'\ufeff',
		';',
		';=',
		'x\n"-',
		'\0=',
	);
	const any = fc.tuple(start, fc.string({ unit: 'binary', maxLength: 20 })).map((parts) => parts.join(''));

	fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (values) => expectInert(values)));
});

describe.skipIf(!hasSharedData('testvectors/text-fuzz'))('published hostile texts', () => {
	test.each(['csv_injection_cells.json', 'blns.json'])('of %s come back as they were, inert', (file) => {
		const found = readSharedJson(`testvectors/text-fuzz/${file}`) as string[] | { cells: string[] };

		expectInert(Array.isArray(found) ? found : found.cells);
	});

	test('of csv-injection-payloads.txt come back as they were, inert', () => {
		expectInert(readFileSync(sharedData('testvectors/text-fuzz/csv-injection-payloads.txt'), 'utf8').split('\n'));
	});
});

const namesFile = 'vn-text/vn_names.json';

test.skipIf(!hasSharedData(namesFile))('no real name loses a mark, composed or decomposed', () => {
	const { surnames, given } = readSharedJson(namesFile);
	const names = JSON.stringify([surnames, given]).match(/\p{L}[\p{L}\p{M} ]*/gu)!;

	expectInert(names);
	expectInert(names.map((name) => name.normalize('NFD')));
	expect(read(writeCsv(names.map((name) => [name]))).map(([cell]) => cell)).toEqual(names);
});

test.each([
	['Ca bệnh Nguyễn Văn Đức', 'Ca-benh-Nguyen-Van-Duc.csv'],
	['con', 'vaora-con.csv'],
	['../../etc/passwd\u0000', 'etc-passwd.csv'],
	['…', 'vaora.csv'],
	['a'.repeat(200), `${'a'.repeat(80)}.csv`],
])('a file of %s is named %s', (name, file) => {
	expect(safeFileName(name, 'csv')).toBe(file);
});
