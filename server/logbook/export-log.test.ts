import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { saveProfile } from '#identity';
import { exportLog, planExport } from '#logbook';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { readCell, writeCsvRow } from '#shared/text/csv';
import { type Door, openDoor } from '#test/door';
import { addCafe, addDeclared, type SignedIn, signIn } from '#test/people';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { checkIn } from '#visits';

let door: Door;
let manager: SignedIn;
let place: string;
beforeAll(async () => {
	door = await openDoor();
	manager = await signIn(door.platform, '+84904440099');
	place = (await addCafe(door.platform, manager)).placeId;
});
afterAll(() => door.platform.close());

/** Hundreds of thousands of rows take their time where much else is going on. */
const patient = { timeout: 120_000 };

const today = { from: '2026-11-24T00:00:00+07:00', until: '2026-11-25T00:00:00+07:00' };
const take = async (format: 'csv' | 'xlsx', change: object = {}) => {
	const input = { place, ...today, format, ...change };
	const { base64, ...file } = await call(door.platform, exportLog, await manager.caller(), input);
	return { ...file, content: Buffer.from(base64, 'base64') };
};
const cellsOf = (csv: Buffer): string[][] => parse(csv, { bom: true });

/** A day of a very busy place: people nobody knows, one every half second. */
async function addBusyDay(count: number): Promise<string> {
	const { placeId } = await addCafe(door.platform, manager);
	await door.platform.db.run(sql`insert into visits.visit (place_id, entered_at, person_id, visit_id, recorded_at, verdict)
		select ${placeId}, ${new Date(today.from)}::timestamptz + n * interval '0.5 seconds', n, gen_random_uuid(),
			${door.platform.clock.now()}, 0 from generate_series(1, ${count}::integer) n`);
	return placeId;
}

test('the log is taken away masked, with who took it, how many rows it has, and their SHA-256', async () => {
	const visitor = await addDeclared(door.platform, door.newPhone(), { 'full-name': 'NGUYỄN THỊ HẰNG' });
	door.setClock('08:05:00');
	await call(door.platform, checkIn, await visitor.caller(), { id: newUuid(), place, person: visitor.personId });

	const csv = await take('csv');

	expect(csv).toMatchObject({
		fileName: 'vao-ra-2026-11-24-Ca-phe-Ho-Tay.csv',
		mediaType: 'text/csv; charset=utf-8',
		rows: 1,
	});
	const [header, row, ...trailer] = cellsOf(csv.content);
	expect(header).toHaveLength(9);
	const masked = `NGUYỄN THỊ *** (0${visitor.phone.slice(3, 6)} ${visitor.phone.slice(6, 9)} ***)`;
	expect(row).toEqual([
		...[masked, '2026-11-24 08:05:00', '', 'chưa ghi nhận ra · not noted leaving', 'xanh · green', '', '1', '', ''],
	]);
	expect(trailer.map(([name, value]) => [name, value])).toEqual([
		['Địa điểm · Place', `Cà phê Hồ Tây (${place})`],
		['Từ – đến · From – until', '2026-11-24 00:00:00 – 2026-11-25 00:00:00'],
		['Người tải · Taken by', '0904 440 ***'],
		['Lúc · At', '2026-11-24 08:05:00 (test)'],
		['Mục đích · Purpose', 'Nghĩa vụ kiểm soát vào ra của địa điểm · The place’s own legal duty'],
		['Số dòng · Rows', '1'],
		['SHA-256', csv.sha256],
	]);
	const rows = csv.content.subarray(0, csv.content.indexOf('Địa điểm · Place'));
	expect(createHash('sha256').update(rows).digest('hex')).toBe(csv.sha256);

	const { looks } = await call(door.platform, listMyLooks, await visitor.caller(), {});
	expect(looks[0]).toMatchObject({ purpose: 'place-log', what: { en: expect.stringContaining('downloaded its log') } });
	door.setClock('08:00:00');
});

test('the workbook says the same', async () => {
	const [csv, xlsx] = [await take('csv'), await take('xlsx')];

	const [log, about] = await readXlsx(xlsx.content, { trim: false });
	const table = log!.data.map((row) => Array.from({ length: 9 }, (_, index) => row[index] ?? ''));
	expect(table).toEqual(cellsOf(csv.content).slice(0, csv.rows + 1));
	expect(xlsx.sha256).toBe(csv.sha256);
	expect(Object.fromEntries(about!.data as [string, string][])).toMatchObject({
		...{ 'Số dòng · Rows': String(csv.rows), 'SHA-256': csv.sha256 },
	});
});

describe.skipIf(!hasSharedData('testvectors/text-fuzz'))('names that attack a spreadsheet', () => {
	test('are no formula in either file, and are what they were when read back', patient, async () => {
		const { platform } = door;
		const { cells } = readSharedJson('testvectors/text-fuzz/csv_injection_cells.json') as { cells: string[] };
		const naughty = readSharedJson('testvectors/text-fuzz/blns.json') as string[];
		const texts = [...cells, ...naughty].map((text) => text.slice(0, 200)).filter((text) => text.trim());
		const { placeId } = await addCafe(platform, manager);
		const come = async (reference: string, index: number) => {
			// An import's reference is shown whole, so what it says is seen whole in the file.
			const profile = { fullName: 'x', reference };
			const person = await saveProfile({ ...platform, now: platform.clock.now() }, { relation: 'imported', profile });
			await platform.db.run(sql`insert into visits.visit (place_id, entered_at, person_id, visit_id, recorded_at, verdict, seat)
				values (${placeId}, ${new Date(Date.parse(today.from) + index * 1_000)}, ${person}, ${newUuid()}, ${platform.clock.now()}, 0, ${reference.replaceAll('\0', '')})`);
		};
		await Promise.all(texts.map(come));

		const [csv, xlsx] = [await take('csv', { place: placeId }), await take('xlsx', { place: placeId })];

		const rows = cellsOf(csv.content).slice(1, texts.length + 1);
		expect(rows.map(([name]) => readCell(name!))).toEqual(texts.map((text) => text.toWellFormed()));
		for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s"\p{C}]*[=+\-@＝＋－＠]/u);
		const [log] = await readXlsx(xlsx.content, { trim: false });
		expect(log!.data).toHaveLength(texts.length + 1);
		for (const row of log!.data) for (const cell of row) expect(cell === null || typeof cell === 'string').toBe(true);
	});
});

describe('of a very busy place', () => {
	test('100,000 rows are one file, in either format, with every row in it', patient, async () => {
		const busy = await addBusyDay(100_000);

		const [csv, xlsx] = [await take('csv', { place: busy }), await take('xlsx', { place: busy })];

		expect([csv.rows, xlsx.rows]).toEqual([100_000, 100_000]);
		expect(csv.content.toString().split('\r\n')).toHaveLength(1 + 100_000 + 7 + 1);
		expect(csv.content.toString()).toContain(writeCsvRow(['Số dòng · Rows', '100000', '', '', '', '', '', '', '']));
		expect(csv.sha256).toBe(xlsx.sha256);
	});

	test(
		'one row more is refused, never cut, and planned as two files with every row in one of them',
		patient,
		async () => {
			const busy = await addBusyDay(100_001);

			await expect(take('csv', { place: busy })).rejects.toMatchObject({ code: 'export-too-long' });
			const plan = await call(door.platform, planExport, await manager.caller(), {
				...{ place: busy, firstDay: '2026-11-24', lastDay: '2026-11-24' },
			});
			expect(plan).toMatchObject({ rows: 100_001, parts: [{ from: new Date(today.from).toISOString() }, {}] });
			for (const { rows, ...part } of plan.parts)
				expect(await take('csv', { place: busy, ...part })).toMatchObject({ rows });
		},
	);
});

describe('a stretch', () => {
	test.each([
		['before the log begins', { from: '2026-11-02T23:59:00+07:00' }, 'from'],
		['after today', { until: '2026-11-25T00:00:01+07:00' }, 'until'],
		['that ends before it begins', { from: '2026-11-24T10:00:00+07:00', until: '2026-11-24T10:00:00+07:00' }, 'until'],
	])('%s is refused', async (_what, change, field) => {
		await expect(take('csv', change)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});

	test('of all 22 days is taken at once', async () => {
		expect(await take('csv', { from: '2026-11-03T00:00:00+07:00' })).toMatchObject({ rows: 1 });
	});

	test('is planned in the order of days', async () => {
		const planning = call(door.platform, planExport, await manager.caller(), {
			...{ place, firstDay: '2026-11-24', lastDay: '2026-11-23' },
		});

		await expect(planning).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'lastDay' } });
	});
});
