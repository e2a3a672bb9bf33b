import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { writeXlsx } from '#platform/xlsx';
import { countReported } from '#residents';
import { check, exportFaultyRows, get, listFaults, makeTemplate, rosters, start } from '#rosters';
import { writeCsv } from '#shared/text/csv';
import { at } from '#test/door';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { endCordon } from '#zones';

let door: Restrictions;
beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

const header = ['Tổ', 'Địa chỉ', 'Họ và tên', 'Năm sinh', 'Điện thoại', 'Ghi chú'];
const csv = (...rows: string[][]) => Buffer.from(writeCsv([header, ...rows]));
const declare = () => door.cordon({ part: 'Tổ 5', until: undefined, from: at('08:00:00') });
const send = (cordonId: string, content: Buffer) =>
	call(door.platform, check, door.callers.ward, { cordonId, content: content.toString('base64') });
const begin = (roster: string, faultyRows: 'refuse' | 'leave-out' = 'refuse') =>
	call(door.platform, start, door.callers.ward, { roster, faultyRows });
const run = (name: string, payload?: unknown) =>
	rosters.jobs!.find((job) => job.name === `rosters.${name}`)!.run(door.platform, door.platform.clock.now(), payload);
const read = (roster: string) => call(door.platform, get, door.callers.ward, { roster });
const people = async (cordonId: string) =>
	(await call(door.platform, countReported, door.callers.ward, { cordonId })).all.people;

/** Families of three or four behind each door, the tổ and address written once. */
function families(count: number): string[][] {
	const names = ['Nguyễn Văn', 'Trần Thị', 'Lê Văn', 'Phạm Thị'];
	return Array.from({ length: count }, (_, index) => {
		const isFirst = index % 4 === 0;
		const group = isFirst ? `Tổ ${1 + (Math.floor(index / 4) % 20)}` : '';
		const phone = isFirst ? `09${String(10_000_000 + index)}` : '';
		return [
			group,
			isFirst ? `Số ${index + 1}` : '',
			`${names[index % 4]} Số ${index}`,
			String(1950 + (index % 60)),
			phone,
			'',
		];
	});
}

async function* workbook(rows: string[][]) {
	yield ['Danh sách người trong vùng khoanh'];
	yield header;
	yield* rows;
}
const xlsx = (rows: string[][]) => writeXlsx([{ name: 'Danh sách', widths: [], rows: workbook(rows) }]);

test('5,000 people of a workbook with errors: told by row and column, mended, added once, each with a duty', async () => {
	const cordonId = await declare();
	const rows = families(5_000);
	rows[10]![3] = '2036';
	rows[20]![4] = '0901 234';
	rows[4_999]![2] = '';

	const checked = await send(cordonId, await xlsx(rows));
	expect(checked.rows).toEqual({ total: 5_000, good: 4_997, faulty: 3, added: 0, known: 0 });
	expect([checked.filledDown, checked.ignoredColumns]).toEqual([7_500, ['Ghi chú']]);
	const { rows: faults } = await call(door.platform, listFaults, door.callers.ward, { roster: checked.roster });
	expect(faults.map(({ row, faults: [one] }) => [row, one!.column.vi, one!.text.vi])).toEqual([
		[13, 'Năm sinh', 'không phải năm sinh hay ngày sinh (ví dụ 1987 hoặc 03/05/1987)'],
		[23, 'Điện thoại', 'không phải số điện thoại'],
		[5_002, 'Họ và tên', 'bỏ trống'],
	]);
	expect(await people(cordonId)).toBe(0);

	await expect(begin(checked.roster)).rejects.toMatchObject({ code: 'registration-has-faults' });
	await begin(checked.roster, 'leave-out');
	await run('add-rows', { roster: checked.roster });
	await run('add-rows', { roster: checked.roster });
	expect(await read(checked.roster)).toMatchObject({ state: 'done', rows: { added: 4_997 } });

	const { csv: toMend } = await call(door.platform, exportFaultyRows, door.callers.ward, { roster: checked.roster });
	const mended = toMend
		.replace('2036', '1996')
		.replace('0901 234,', '0901 234 567,')
		.replace(/(Số 4997),,/, '$1,Mai Thị Ổn,');
	const second = await send(cordonId, Buffer.from(mended));
	expect(second.rows).toMatchObject({ total: 3, good: 3 });
	await begin(second.roster);
	await run('add-rows', { roster: second.roster });

	expect(await people(cordonId)).toBe(5_000);
	const duties = sql<{ duties: number }>`
		select count(*)::integer as duties from monitoring.duty
		where source_id = ${cordonId} and kind = 'cordon' and ended_at is null`;
	expect((await door.platform.db.one(duties)).duties).toBe(5_000);
}, 60_000);

describe('a roster', () => {
	test('that was killed half-way is taken up after a minute and adds nobody twice', async () => {
		const cordonId = await declare();
		const { roster } = await send(cordonId, csv(...families(450)));
		await begin(roster);
		await door.platform.db.run(sql`create function residents.fail() returns trigger language plpgsql as $$
			begin if new.number > 60 then raise 'killed'; end if; return new; end $$`);
		await door.platform.db.run(sql`create trigger fail before insert on residents.dwelling for each row
			execute function residents.fail()`);
		await expect(run('add-rows', { roster })).rejects.toThrow('killed');
		await door.platform.db.run(sql`drop trigger fail on residents.dwelling`);
		expect(await read(roster)).toMatchObject({ state: 'running', rows: { added: 200 } });

		await run('resume');
		expect((await read(roster)).state).toBe('running');
		door.setClock('08:01:01');
		await run('resume');

		expect(await read(roster)).toMatchObject({ state: 'done', rows: { added: 450, known: 0 } });
		expect(await people(cordonId)).toBe(450);
	});

	test('sent again adds nobody: who has a phone is known, and whose family has none is told by row', async () => {
		const cordonId = await declare();
		const file = csv(['Tổ 5', 'Số 1', 'Nguyễn Văn Mận', '1961', '0901 999 001', '']);
		for (const expected of [
			{ added: 1, known: 0 },
			{ added: 0, known: 1 },
		]) {
			const { roster } = await send(cordonId, file);
			await begin(roster);
			await run('add-rows', { roster });
			expect((await read(roster)).rows).toMatchObject(expected);
		}
	});

	test('stops where the cordon ends meanwhile', async () => {
		const cordonId = await declare();
		const { roster } = await send(cordonId, csv(...families(10)));
		await begin(roster);
		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '9/QĐ-UBND' });

		await run('add-rows', { roster });
		expect(await read(roster)).toMatchObject({ state: 'stopped', rows: { added: 0 } });
	});

	test('keeps the rows of its file for a day', async () => {
		const cordonId = await declare();
		const { roster } = await send(cordonId, csv(['', '', '', '', '', ''], ['Tổ 5', 'Số 1', '', '1961', '', '']));

		door.platform.clock.set('2026-11-25T08:00:00.001+07:00');
		await run('forget-rows');

		await expect(begin(roster)).rejects.toMatchObject({ code: 'registration-over' });
		const left = sql<{ rows: number }>`
			select count(*)::integer as rows from rosters.sheet_row where roster_id = ${roster}`;
		expect((await door.platform.db.one(left)).rows).toBe(0);
	});

	test.each([
		['without the columns it needs', 'Tên,Năm sinh\nA,1990\n', 'sheet-columns-missing'],
		['with a column twice', 'Tổ,Thôn,Địa chỉ,Họ tên\n1,1,Số 1,A B\n', 'sheet-column-twice'],
		['of a header only', 'Tổ,Địa chỉ,Họ tên\n', 'sheet-empty'],
		['of more than 5,000', writeCsv([header, ...families(5_001)]), 'sheet-too-long'],
		['of nothing', '', 'sheet-empty'],
	])('%s is explained', async (_what, text, code) => {
		await expect(send(await declare(), Buffer.from(text))).rejects.toMatchObject({ code });
	});

	test('may be made from the template, which reads as it should', async () => {
		const { base64 } = await call(door.platform, makeTemplate, door.callers.ward, {});

		expect((await send(await declare(), Buffer.from(base64, 'base64'))).rows).toMatchObject({ total: 3, good: 3 });
	});
});
