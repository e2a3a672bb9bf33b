import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { writeXlsx } from '#platform/xlsx';
import { writeCsv } from '#shared/text/csv';
import { caseHeadings, caseList as csv, type Importing, openImporting, caseRow as row } from '#test/importing';
import { later } from '#test/tracing';
import { zipOf } from '#test/zipped';
import { get, list, start, stop } from './index.ts';

let door: Importing;
beforeAll(async () => {
	door = await openImporting();
});
afterAll(() => door.platform.close());
beforeEach(() => void sources++);

let sources = 0;
/** A source of its own for each test. */
const given = (kind: 'cases' | 'links' | 'contacts' | 'tests' = 'cases') => ({
	...{ kind, source: `Nguồn ${sources}`, rule: 'qd-5053' },
});
describe('an import', () => {
	test('that was killed half-way is taken up after a minute and adds nobody twice', async () => {
		const many = Array.from({ length: 1_200 }, (_, index) => row(`C${index}`));
		const { importId } = await door.send({ ...given(), content: csv(...many) });
		await door.map(importId);
		await call(door.platform, start, door.officer, { importId, faultyRows: 'refuse' });
		const { db } = door.platform;
		await db.run(sql`create function cases.fail() returns trigger language plpgsql as $$
			begin if (select count(*) from imports.known where case_id is not null) >= 500
				and new.occupation is null and (select max(steps_done) from imports.import where state = 'running') = 1
				then raise 'killed'; end if; return new; end $$`);
		await db.run(sql`create trigger fail before insert on cases.case for each row execute function cases.fail()`);
		await expect(door.run('add-rows', { importId })).rejects.toThrow('killed');
		await db.run(sql`drop trigger fail on cases.case`);
		const read = () => call(door.platform, get, door.officer, { importId });
		expect(await read()).toMatchObject({ state: 'running', rows: { added: 500 } });

		await door.run('resume');
		expect((await read()).state).toBe('running');
		later(door.platform, 61);
		await door.run('resume');

		expect(await read()).toMatchObject({ state: 'done', rows: { added: 1_200, known: 0 } });
	});

	test('that is stopped keeps what it added and goes on where it stopped', async () => {
		const { importId } = await door.send({ ...given(), content: csv(row('1'), row('2')) });
		await door.map(importId);
		await call(door.platform, start, door.officer, { importId, faultyRows: 'refuse' });

		await call(door.platform, stop, door.officer, { importId });
		await door.run('add-rows', { importId });
		expect(await call(door.platform, get, door.officer, { importId })).toMatchObject({
			state: 'stopped',
			rows: { added: 0 },
		});

		expect(await door.begin(importId)).toMatchObject({ state: 'done', rows: { added: 2 } });
		await expect(call(door.platform, stop, door.officer, { importId })).rejects.toMatchObject({ code: 'conflict' });
	});

	test('remembers how the officer read such a file: its columns and its words', async () => {
		const content = writeCsv([
			['Ký hiệu', 'Ngày ốm', 'Tình trạng'],
			['1', '20/11/2026', 'Chuyển viện'],
		]);
		const first = await door.send({ ...given(), content });
		expect((await door.columnsOf(first.importId)).columns.map(({ field }) => field)).toEqual([null, null, 'outcome']);
		const words = [{ field: 'outcome', word: 'Chuyển viện', means: '' }];
		await door.map(first.importId, { columns: { 'Ký hiệu': 'caseId', 'Ngày ốm': 'onsetOn' }, words });

		const second = await door.send({ ...given(), content });

		expect((await door.columnsOf(second.importId)).columns.map(({ field }) => field)).toEqual([
			...['caseId', 'onsetOn', 'outcome'],
		]);
		expect((await door.map(second.importId)).rows).toMatchObject({ good: 1, faulty: 0 });
	});

	test('keeps the rows of its file for a day, sealed', async () => {
		const { importId } = await door.send({ ...given(), content: csv(row('1', { 1: 'Nguyễn Văn Bí Mật' })) });
		await door.map(importId);
		const sealed = sql<{ rows_sealed: Buffer }>`
			select rows_sealed from imports.block where import_id = ${importId}`;
		expect((await door.platform.db.one(sealed)).rows_sealed.includes('Bí Mật')).toBe(false);

		later(door.platform, 86_401);
		await door.run('forget-rows');

		await expect(call(door.platform, start, door.officer, { importId, faultyRows: 'refuse' })).rejects.toMatchObject({
			code: 'registration-over',
		});
		expect(await door.platform.db.rows(sealed)).toEqual([]);
	});

	test('is listed to officers of its area and above, not to those of another', async () => {
		const { importId } = await door.send({ ...given(), content: csv(row('1')) });
		const listed = async (by: typeof door.officer) =>
			(await call(door.platform, list, by, {})).imports.some((one) => one.importId === importId);

		expect([await listed(door.officer), await listed(door.nationalOfficer)]).toEqual([true, true]);
		expect([await listed(door.strangeOfficer), await listed(door.wardOfficer)]).toEqual([false, false]);
	});
});

describe('a file that was cut on its way is refused', () => {
	const content = csv(row('1'), row('2'));
	const sha256 = createHash('sha256').update(content).digest('hex');
	const send = (manifest: object | string, file = content) =>
		door.send({
			...{ ...given(), content: file, fileName: 'ca.csv' },
			manifest: typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
		});

	test('by the manifest beside it', async () => {
		await expect(send({ file: 'ca.csv', rows: 3, sha256 })).rejects.toMatchObject({
			code: 'sheet-rows-missing',
			options: { values: { expected: 3, found: 2 } },
		});
		await expect(send({ file: 'ca.csv', rows: 2, sha256: sha256.replace(/^./, 'x') })).rejects.toMatchObject({
			code: 'manifest-unreadable',
		});
		await expect(send({ rows: 2, sha256 }, content.replace('Nam', 'Nữ'))).rejects.toMatchObject({
			code: 'sheet-changed',
		});
		await expect(send('không phải')).rejects.toMatchObject({ code: 'manifest-unreadable' });
		const whole = {
			files: [
				{ file: 'khac.csv', rows: 9 },
				{ file: 'ca.csv', rows: 2, sha256 },
			],
		};
		expect((await send(whole)).rows).toBe(2);
	});

	test('by the manifest in the archive with it', async () => {
		const archive = (rows: number) =>
			zipOf({ 'ca.csv': content, 'ca.json': JSON.stringify({ file: 'ca.csv', rows, sha256 }) });

		await expect(door.send({ ...given(), content: archive(3) })).rejects.toMatchObject({ code: 'sheet-rows-missing' });
		expect((await door.send({ ...given(), content: archive(2) })).rows).toBe(2);
	});

	test.each([
		['in one cell', '# rows: 3\r\n'],
		['in two', 'Số dòng,3\r\n'],
	])('by what its last line says, %s', async (_how, footer) => {
		await expect(door.send({ ...given(), content: content + footer })).rejects.toMatchObject({
			code: 'sheet-rows-missing',
		});
		expect((await door.send({ ...given(), content: content + footer.replace('3', '2') })).rows).toBe(2);
	});
});

async function* lines(...rows: string[][]) {
	yield ['Danh sách ca bệnh'];
	yield caseHeadings;
	yield* rows;
}

test.each([
	['parted by semicolons', () => Buffer.from(csv(row('1')).replaceAll(',', ';'))],
	['parted by tabs, in UTF-16', () => Buffer.from(`\uFEFF${csv(row('1')).slice(1).replaceAll(',', '\t')}`, 'utf16le')],
	['with line ends of Unix', () => Buffer.from(csv(row('1')).replaceAll('\r\n', '\n'))],
	['of Excel, with a title above', () => writeXlsx([{ name: 'Ca', widths: [], rows: lines(row('1')) }])],
])('a file %s is read', async (_how, content) => {
	const { importId } = await door.send({ ...given(), content: await content() });

	expect((await door.map(importId)).rows).toMatchObject({ total: 1, good: 1 });
});

test.each([
	['nothing', '', 'sheet-empty'],
	['headings alone', csv(), 'sheet-empty'],
	['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'sheet-old-excel'],
	['a ZIP without a table', Buffer.from([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]), 'sheet-unreadable'],
])('%s is explained', async (_what, content, code) => {
	await expect(door.send({ ...given(), content })).rejects.toMatchObject({ code });
});
