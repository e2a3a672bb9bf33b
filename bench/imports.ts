import { findAreaByCode } from '#areas';
import { openCase } from '#cases';
import { setLink } from '#chains';
import { saveProfile } from '#identity';
import { get, imports, mapColumns, start, upload } from '#imports';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { dayOf, shiftDay } from '#shared/language';
import { writeCsvRow } from '#shared/text/csv';
import { format } from './check-ins.ts';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

const oneByOne = 300;
const headings = [
	'Mã ca',
	'Họ và tên',
	'Giới tính',
	'Năm sinh',
	'Điện thoại',
	'CCCD',
	'Ngày khởi phát',
	'Phân loại',
	'Nguồn lây',
];
const columns = [
	'caseId',
	'fullName',
	'gender',
	'birth',
	'phone',
	'document',
	'onsetOn',
	'classification',
	'infectorId',
];

/**
 * A line list with names, phones, documents and who infected whom, whole: read, checked cell by cell, people encrypted,
 * cases numbered, links without circles, audit rows. Baseline: the same operations one row at a time, as a script would.
 */
export async function benchImports({ platform }: Bench, rows: number, report: Report): Promise<void> {
	report.section(`Importing ${format(rows)} cases with who infected whom`);
	const today = dayOf(platform.clock.now());
	const area = await findAreaByCode(platform.db, 'province', '01', today);
	if (!area) throw new Error('the bench needs the areas');
	const caller: Caller = {
		actor: { kind: 'staff', id: '1', session: '1', authority: 'Bench', roles: [{ name: 'health-officer' }] },
		...{ address: '127.0.0.1', requestId: 'bench', language: 'vi' },
	};
	const each = await addOneByOne(platform, caller, area.areaId);
	report.row(`one row at a time, ${oneByOne} of them`, `${format(1 / each)}/s`, '1 ×', '');
	const content = Buffer.from(`\uFEFF${writeCsvRow(headings)}${lines(rows, today)}`).toString('base64');
	const file = { kind: 'cases' as const, areaId: area.areaId, source: 'Bench', rule: 'qd-5053', content };
	for (const time of ['first', 'again'] as const) {
		const startedAt = performance.now();
		const resident = process.memoryUsage().rss;
		const { importId } = await call(platform, upload, caller, file);
		const readAt = performance.now();
		const checked = await call(platform, mapColumns, caller, { importId, columns });
		const checkedAt = performance.now();
		await call(platform, start, caller, { importId, faultyRows: 'refuse' });
		await imports
			.jobs!.find(({ name }) => name === 'imports.add-rows')!
			.run(platform, platform.clock.now(), { importId });
		const done = await call(platform, get, caller, { importId });
		const seconds = (performance.now() - startedAt) / 1_000;
		const isRight = time === 'first' ? done.rows.added === rows : done.rows.known === rows && !done.rows.added;
		if (checked.rows.good !== rows || !isRight) throw new Error(`not all were added: ${JSON.stringify(done)}`);
		const parts = `read ${((readAt - startedAt) / 1_000).toFixed(1)} s, checked ${((checkedAt - readAt) / 1_000).toFixed(1)} s`;
		const figure = `${seconds.toFixed(1)} s (${parts}), ${format(rows / seconds)}/s`;
		const gain = `${((each * rows) / seconds).toFixed(1)} ×`;
		report.row(time === 'first' ? 'by the file' : 'the same file again', figure, gain, '100,000 in ≤ 120 s');
		const grown = Math.max(0, (process.memoryUsage().rss - resident) / 2 ** 20);
		report.row('  memory grown meanwhile', `${grown.toFixed(0)} MB`, '', '');
	}
}

const person = (index: number) => ({
	fullName: `Nguyễn Văn Số ${index}`,
	phone: `+8493${String(index).padStart(7, '0')}`,
	documentNumber: `001${String(index).padStart(9, '0')}`,
});
const onset = (index: number, today: string) => shiftDay(today, -1 - (index % 60));
const infectorOf = (index: number) => (index % 3 ? Math.floor(index / 3) : -1);

function lines(rows: number, today: string): string {
	let text = '';
	for (let index = 0; index < rows; index++) {
		const { fullName, phone, documentNumber } = person(index);
		const infector = infectorOf(index);
		text += writeCsvRow([
			...[`BN${index}`, fullName, index % 2 ? 'Nam' : 'Nữ', String(1940 + (index % 70)), phone, documentNumber],
			...[onset(index, today).split('-').reverse().join('/'), 'Xác định', infector < 0 ? '' : `BN${infector}`],
		]);
	}
	return text;
}

/** Seconds a row. */
async function addOneByOne(platform: Bench['platform'], caller: Caller, areaId: number): Promise<number> {
	const { db, keys, clock } = platform;
	const today = dayOf(clock.now());
	const cases: string[] = [];
	const startedAt = performance.now();
	for (let index = 0; index < oneByOne; index++) {
		const profile = person(9_000_000 + index);
		const id = await saveProfile({ db, keys, now: clock.now() }, { relation: 'other', profile });
		const { caseId } = await call(platform, openCase, caller, {
			...{ person: id, areaId, classification: 'confirmed', rule: 'qd-5053', onsetOn: onset(index, today) },
			purpose: 'Nhập danh sách',
		});
		cases.push(caseId);
		const infector = infectorOf(index);
		if (infector >= 0)
			await call(platform, setLink, caller, { caseId, infectorCaseId: cases[infector]!, kind: 'probable' });
	}
	return (performance.now() - startedAt) / 1_000 / oneByOne;
}
