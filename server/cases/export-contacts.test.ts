import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addCase, addPerson, addVisit, listLooks, openTracing, type Tracing } from '#test/tracing';
import { closeCase } from './close-case.ts';
import { exportContacts } from './export-contacts.ts';

let tracing: Tracing;
let caseId: string;
let met: string;
let attacker: string;
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, market, areas } = tracing;
	const sick = await addPerson(platform, { fullName: 'Nguyễn Thị Tuyết Mai' });
	met = await addPerson(platform, {
		...{ fullName: 'Ưng Hoàng Phúc Đức', phone: '+84987654321' },
		...{ address: '12 ngõ 5, "Đội Cấn"', areaId: areas.baDinh.areaId },
	});
	attacker = await addPerson(platform, { fullName: '=HYPERLINK("http://x","Bấm vào")', phone: '+84912345678' });
	caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '21 10:00', until: '21 12:00' });
	await addVisit(platform, { person: met, place: market, from: '21 10:05', until: '21 10:15' });
	await addVisit(platform, { person: met, place: market, from: '21 11:50' });
	await addVisit(platform, { person: attacker, place: market, from: '21 11:55', until: '21 12:30' });
});
afterAll(() => tracing.platform.close());

const purpose = 'Lập danh sách lấy mẫu';
const run = (names: 'masked' | 'revealed') =>
	call(tracing.platform, exportContacts, tracing.officer, { caseId, names, purpose });
const rowsOf = (csv: string): string[][] => parse(csv, { bom: true });

test('masked, a line for each shared visit tells place, times and how they are known', async () => {
	const exported = await run('masked');

	const [header, ...rows] = rowsOf(exported.csv);
	expect(exported).toMatchObject({ mediaType: 'text/csv; charset=utf-8', persons: 2, rows: 3 });
	expect(exported.fileName).toBe(`tiep-xuc-${caseId}-2026-11-24.csv`);
	expect(header!.slice(0, 4)).toEqual([
		...['Mã người · Person', 'Họ tên (che bớt) · Name (masked)'],
		...['Số phút cùng nơi (tổng) · Minutes shared in all', 'Địa điểm · Place'],
	]);
	expect(rows[1]).toEqual([
		...[`P${met}`, 'Ưng Hoàng Phúc *** (0987 654 ***)', '20', 'Chợ Long Biên', 'Phường Ba Đình, Thành phố Hà Nội'],
		...['2026-11-21 10:00:00', '2026-11-21 12:00:00', 'ghi nhận · recorded', '2026-11-21 11:50:00', rows[1]![9]],
		...['suy ra: thời gian lưu lại thông thường · inferred: usual stay', '10', 'qd-5053, 1'],
	]);
	expect(exported.csv).not.toContain('Đức');
	expect(exported.csv).not.toContain('987654321');
});

test('revealed, names, phones and addresses keep every diacritic and are no formula', async () => {
	const { csv } = await run('revealed');

	const rows = rowsOf(csv);
	expect(csv.startsWith('\uFEFF')).toBe(true);
	expect(rows[1]!.slice(0, 4)).toEqual([
		...[`P${met}`, 'Ưng Hoàng Phúc Đức', '0987 654 321', '12 ngõ 5, "Đội Cấn", Phường Ba Đình, Thành phố Hà Nội'],
	]);
	const attack = rows.find((row) => row[0] === `P${attacker}`)!;
	expect(attack[1]).toBe('\'=HYPERLINK("http://x","Bấm vào")');
	expect(new Set(rows.map((row) => row.length)).size).toBe(1);
});

test('everybody on the list reads that it was taken away, and why', async () => {
	await run('revealed');

	for (const person of [met, attacker])
		expect(await listLooks(tracing.platform, person)).toContainEqual({
			operation: 'cases.export-contacts',
			purpose,
			case_id: caseId,
		});
});

test.each(['strangeOfficer', 'analyst', 'administrator'] as const)('%s takes no list away', async (who) => {
	const exporting = call(tracing.platform, exportContacts, tracing[who], { caseId, names: 'masked', purpose });

	await expect(exporting).rejects.toMatchObject({ code: 'not-allowed' });
});

test('nor does anybody without a purpose, or once the case is closed', async () => {
	const { platform, officer } = tracing;
	const other = await addCase(tracing, met);
	await call(platform, closeCase, officer, { caseId: other, reason: 'finished' });

	await expect(call(platform, exportContacts, officer, { caseId, names: 'masked', purpose: '' })).rejects.toMatchObject(
		{ code: 'invalid-input' },
	);
	await expect(
		call(platform, exportContacts, officer, { caseId: other, names: 'masked', purpose }),
	).rejects.toMatchObject({ code: 'case-closed' });
});
