import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findContacts } from '#contacts';
import { findPersons } from '#identity';
import { call } from '#platform/call';
import { addCase, openTracing, type Tracing } from '#test/tracing';
import { describeImport } from './describe-import.ts';
import { type ImportReport, importVisitFile } from './import-visits.ts';
import { HeaderError } from './visit-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'vaora-import-'));
let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await tracing.platform.close();
});

let files = 0;
function importText(text: string | Buffer, progress?: (report: ImportReport) => void): Promise<ImportReport> {
	const path = join(folder, `${files++}.csv`);
	writeFileSync(path, text);
	return importVisitFile(tracing.platform, path, progress);
}

test('a file from a spreadsheet is read whatever its columns’ order, separator, line ends and mark', async () => {
	const text = [
		'left_at;note;person;place;entered_at',
		'2026-11-20 09:00;"a; b";Trần Thị Ánh;Quán Bún "Chả";2026-11-20 08:00',
		';;Lê Văn Đỗ;"Quán Bún ""Chả""";1763600400',
		'',
	].join('\r\n');

	expect(await importText(`\uFEFF${text}`)).toMatchObject({ rows: 2, added: 1, refused: 1 });
	expect(await importText(Buffer.from(`\uFEFF${text.replace('Quán Bún "Chả"', 'Quán Bún')}`, 'utf16le'))).toMatchObject(
		{
			rows: 2,
			added: 1,
			repeated: 1,
			refused: 0,
		},
	);
});

test('wrong rows are told by row and column and never quoted, the others go on', async () => {
	const report = await importText(
		[
			'place,person,entered_at,left_at',
			'chợ,bí-mật-1,2026-11-20T08:00:00+07:00,2026-11-20T09:00:00+07:00',
			'chợ,bí-mật-2,hôm qua,',
			'',
			'chợ,,2026-11-20T08:00:00+07:00,2026-11-20T07:00:00+07:00',
			'chợ,bí-mật-3,2026-11-20T08:30:00+07:00,',
		].join('\n'),
	);

	expect(report).toMatchObject({ rows: 4, added: 2, refused: 2 });
	expect(report.refusals).toEqual([
		{ row: 3, column: 'entered_at', reason: 'not-a-time' },
		{ row: 5, column: 'person', reason: 'missing' },
		{ row: 5, column: 'left_at', reason: 'left-before' },
	]);
	const lines = [...describeImport(report)].join('\n');
	expect(lines).toContain(
		'Dòng 5, cột left_at: sớm hơn giờ vào · row 5, column left_at: is before the time of entering',
	);
	expect(lines).not.toMatch(/bí-mật|hôm qua/);
});

test('a thousand refusals are told in detail, the rest are counted', async () => {
	const rows = Array.from({ length: 1_200 }, () => 'chợ,p,x,');

	const report = await importText(['place,person,entered_at,left_at', ...rows].join('\n'));

	expect(report.refused).toBe(1_200);
	expect(report.refusals).toHaveLength(1_000);
	expect([...report.reasons]).toEqual([['entered_at not-a-time', 1_200]]);
	expect([...describeImport(report)].at(-1)).toBe('… và 200 lỗi nữa · and 200 more');
});

test('a row that stands twice is one visit', async () => {
	const row = 'chợ,hai lần,2026-11-19T08:00:00+07:00,';

	expect(await importText(`place,person,entered_at,left_at\n${row}\n${row}\n`)).toMatchObject({
		added: 1,
		repeated: 1,
	});
});

test('more rows than a batch go in as batches, and progress is told after each', async () => {
	const rows = Array.from(
		{ length: 12_000 },
		(_row, index) => `quán ${index % 7},người ${index % 900},${1_763_500_000 + index},`,
	);
	const told: number[] = [];

	const report = await importText(['place,person,entered_at,left_at', ...rows].join('\n'), ({ added }) =>
		told.push(added),
	);

	expect(report).toMatchObject({ rows: 12_000, added: 12_000, refused: 0 });
	expect(told).toEqual([5_000, 10_000, 12_000]);
});

test('days long past get their place; the 401st day of a file does not', async () => {
	const rows = Array.from({ length: 402 }, (_row, index) => `quán,p,${1_000_000_000 + index * 86_400},`);

	const report = await importText(['place,person,entered_at,left_at', ...rows].join('\n'));

	expect(report).toMatchObject({ added: 400, refused: 2 });
	expect(report.refusals[0]).toEqual({ row: 402, column: 'entered_at', reason: 'too-many-days' });
}, 60_000);

test('imported visits are found like any others', async () => {
	const { platform, officer } = tracing;
	await importText(
		[
			'place,person,entered_at,left_at',
			'rạp xiếc,ca bệnh,2026-11-20T20:00:00+07:00,2026-11-20T22:00:00+07:00',
			'rạp xiếc,người xem,2026-11-20T21:45:00+07:00,2026-11-20T22:30:00+07:00',
		].join('\n'),
	);
	const [sick] = await findPersons(platform, 'reference', 'ca bệnh');
	const [met] = await findPersons(platform, 'reference', 'người xem');

	const found = await call(platform, findContacts, officer, { caseId: await addCase(tracing, sick!) });

	expect(found.visits).toMatchObject([{ placeName: 'rạp xiếc' }]);
	expect(found.contacts.map((one) => [one.person, one.minutes])).toEqual([[met, 15]]);
});

describe('a file is refused whole', () => {
	test.each([
		['without a header', 'chợ,p,2026-11-20T08:00:00+07:00,\n'],
		['that is empty', ''],
		['that is no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
	])('%s', async (_words, content) => {
		await expect(importText(content)).rejects.toThrow(HeaderError);
	});
});
