import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { readCell, safeFileName, writeCsv, writeCsvRow } from './csv.ts';

const read = (text: string) => parse(text, { bom: true }) as string[][];

/** What a spreadsheet could take for a formula, also behind what it drops. */
const live = /^[\s"\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/;

function expectInert(values: readonly string[]): void {
	const rows = values.map((value) => ['', value, 'x']);
	const cells = read(writeCsv(rows));

	expect(cells.map((row) => row.map(readCell))).toEqual(rows);
	for (const [, cell] of cells) expect(cell).not.toMatch(live);
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

test.each([
	['Ca bệnh Nguyễn Văn Đức', 'Ca-benh-Nguyen-Van-duc.csv'],
	['../../etc/passwd\u0000', 'etc-passwd.csv'],
	['…', 'vaora.csv'],
	['a'.repeat(200), `${'a'.repeat(80)}.csv`],
])('a file of %s is named %s', (name, file) => {
	expect(safeFileName(name, 'csv')).toBe(file);
});
