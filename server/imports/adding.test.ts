import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCase } from '#cases';
import { listLinks } from '#chains';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { writeCsv } from '#shared/text/csv';
import { caseList as csv, type Importing, openImporting, caseRow as row } from '#test/importing';
import { addPerson, listLooks } from '#test/tracing';
import { exportFaultyRows, listFaults, start } from './index.ts';

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
const faultsOf = async (importId: string) =>
	(await call(door.platform, listFaults, door.officer, { importId })).rows.flatMap(({ faults }) =>
		faults.map(({ cell, text }) => `${cell}: ${text.vi}`),
	);
describe('a file of cases', () => {
	test('with wrong cells is told by cell, given back to be mended, and taken when it is', async () => {
		const many = Array.from({ length: 20 }, (_, index) => row(`C${index}`));
		many[3] = row('C3', { 5: '31/02/2026' });
		many[7] = row('C7', { 2: 'Giống đực', 4: '0901 234' });
		many[9] = row('C9', { 5: '25/11/2026' });
		many[11] = row('C3');
		many[12] = row('C12', { 7: 'C99' });
		many[15] = [...row('C15'), 'thừa'];
		const { importId } = await door.send({ ...given(), content: csv(...many) });

		const checked = await door.map(importId);

		expect(checked).toMatchObject({ state: 'checked', rows: { total: 20, good: 14, faulty: 6, added: 0 } });
		expect(await faultsOf(importId)).toEqual([
			'F5: không phải một ngày có thật (ví dụ 31/12/2026 hoặc 2026-12-31)',
			'C9: là từ chưa rõ nghĩa: hãy chọn nghĩa của nó ở trang các cột',
			'E9: không phải số điện thoại',
			'F11: là ngày chưa tới',
			'A13: trùng với dòng 5',
			'H14: không có ca nào mang mã này trong tệp hay trong những lần nhập trước của nguồn này',
			': có nhiều ô hơn số cột: có thể một ô có dấu phẩy mà không nằm trong ngoặc kép',
		]);
		const { words } = await door.columnsOf(importId);
		expect(words).toMatchObject([{ field: 'gender', word: 'Giống đực', rows: 1 }]);
		await expect(call(door.platform, start, door.officer, { importId, faultyRows: 'refuse' })).rejects.toMatchObject({
			code: 'registration-has-faults',
		});

		const { csv: toMend } = await call(door.platform, exportFaultyRows, door.officer, { importId });
		expect(toMend.split('\r\n')[1]).toMatch(/^C3,Nguyễn Văn C3,.*"?F: Ngày khởi phát không phải/);
		await door.begin(importId);
		const mended = toMend
			.replace('31/02/2026', '12/11/2026')
			.replace('Giống đực', 'Nam')
			.replace('0901 234,', '0901 234 567,')
			.replace('25/11/2026', '12/11/2026')
			.replace('C99', 'C0')
			.split('\r\n')
			.filter((line, at) => !(at > 1 && line.startsWith('C3,')))
			.join('\r\n');
		const second = await door.import({ ...given(), content: mended });

		expect(second).toMatchObject({ rows: { total: 5, good: 5, added: 5, known: 0 }, linksAdded: 1 });
	});

	test('becomes people of their own, cases with numbers, and is told to those it is about', async () => {
		const content = csv(row('A1', { 4: '0912 000 111' }));

		await door.import({ ...given(), content });

		const caseId = await door.caseOf(given().source, 'A1');
		const one = await call(door.platform, getCase, door.officer, { caseId });
		expect(one).toMatchObject({ classification: 'confirmed', onsetOn: '2026-11-20', rule: 'qd-5053' });
		expect(one.number).toMatch(/^BN-2026-\d{6}$/);
		const { person_id } = await door.platform.db.one(
			sql<{ person_id: string }>`select person_id from cases.case where case_id = ${caseId}`,
		);
		expect((await listLooks(door.platform, person_id)).map(({ operation }) => operation)).toContain(
			'imports.add-block',
		);
	});

	test('is of somebody who is here already where document, or phone and given name, are the same', async () => {
		const phone = '+84912000222';
		const mother = await addPerson(door.platform, { fullName: 'Trần Thị Mận', phone });
		const son = await addPerson(door.platform, { fullName: 'Lê Văn Đào', phone, documentNumber: '001087012345' });

		const content = writeCsv([
			['Mã ca', 'Họ tên', 'SĐT', 'CCCD', 'Ngày khởi phát'],
			['1', 'TRAN THI MAN', '912000222', '', '20/11/2026'],
			['2', 'Lê Văn Tên Khác', '', '1087012345', '20/11/2026'],
			['3', 'Phạm Văn Mơ', '0912000222', '', '20/11/2026'],
		]);
		await door.import({ ...given(), content });

		const persons = sql<{ person_id: string }>`
			select person_id from cases.case where person_id = any (${[mother, son]}::bigint[])`;
		expect(await door.platform.db.rows(persons)).toHaveLength(2);
		expect((await door.import({ ...given(), content })).rows.added).toBe(0);
	});

	test('without ids is the same when it is sent again', async () => {
		const content = writeCsv([
			['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Ngày khởi phát'],
			['Nguyễn Thị Bưởi', '1960', 'Số 1 Hàng Bạc', '20/11/2026'],
			['Nguyễn Thị Bưởi', '1990', 'Số 1 Hàng Bạc', '20/11/2026'],
		]);

		expect((await door.import({ ...given(), content })).rows).toMatchObject({ added: 2, known: 0 });
		expect((await door.import({ ...given(), content })).rows).toMatchObject({ added: 0, known: 2 });
	});

	test('may have ids of another source without being its people', async () => {
		await door.import({ ...given(), content: csv(row('1')) });
		const first = await door.caseOf(given().source, '1');
		sources++;

		expect((await door.import({ ...given(), content: csv(row('1', { 1: 'Lê Thị Khác' })) })).rows.added).toBe(1);
		expect(await door.caseOf(given().source, '1')).not.toBe(first);
	});

	test('names areas of its own, within the officer’s reach only', async () => {
		const content = writeCsv([
			['Mã ca', 'Xã phường', 'Tỉnh', 'Ngày khởi phát'],
			['1', 'Ba Đình', 'Hà Nội', '20/11/2026'],
			['2', 'Thuận Hóa', 'Huế', '20/11/2026'],
			['3', 'Không Có', 'Hà Nội', '20/11/2026'],
			['4', '', '', '20/11/2026'],
		]);
		const { importId } = await door.send({ ...given(), content });

		expect((await door.map(importId)).rows).toMatchObject({ good: 2, faulty: 2 });
		expect(await faultsOf(importId)).toEqual([
			'B3: ngoài địa bàn bạn phụ trách',
			expect.stringMatching(/^B4: phường, xã và tỉnh này không tìm thấy/),
		]);
		await door.begin(importId);
		const head = async (id: string) =>
			call(door.platform, getCase, door.officer, { caseId: await door.caseOf(given().source, id) });
		expect((await head('1')).areaId).toBe(door.areas.baDinh.areaId);
		expect((await head('4')).areaId).toBe(door.areas.haNoi.areaId);
	});

	test('whose days can be read both ways is read as the officer says', async () => {
		const content = csv(row('1', { 5: '03/04/2026' }), row('2', { 5: '05/04/2026' }));
		const { importId } = await door.send({ ...given(), content });
		expect((await door.columnsOf(importId)).columns[5]).toMatchObject({ isEitherOrder: true });

		await door.map(importId, { dayOrder: 'month-first' });

		expect((await door.columnsOf(importId)).days).toMatchObject([{ first: '2026-03-04', last: '2026-05-04' }]);
	});
});

describe('links', () => {
	test('that close a circle, or confirm a second infector, are refused by row; the others are added', async () => {
		await door.import({ ...given(), content: csv(row('1'), row('2'), row('3')) });
		const content = writeCsv([
			['infector', 'case_id', 'certainty', 'exposure'],
			['1', '2', 'high', 'home'],
			['2', '3', 'high', 'work'],
			['3', '1', 'low', 'work'],
			['1', '3', 'high', 'home'],
			['2', '2', 'low', 'home'],
		]);

		const done = await door.import({ ...given('links'), content });

		expect(done.rows).toMatchObject({ good: 4, faulty: 1, added: 2, refused: 2 });
		expect(await faultsOf(done.importId)).toEqual([
			': không ghi được nữa: hãy kiểm tra lại tệp',
			': không ghi được nữa: hãy kiểm tra lại tệp',
			'A6: là chính ca này',
		]);
		const { infectors } = await call(door.platform, listLinks, door.officer, {
			caseId: await door.caseOf(given().source, '2'),
		});
		expect(infectors).toMatchObject([{ kind: 'confirmed', setting: 'home' }]);
	});
});
