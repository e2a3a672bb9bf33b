import { findAreaByCode } from '#areas';
import { getColumns, mapColumns, upload } from '#imports';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { dayOf, shiftDay } from '#shared/language';
import { writeCsv } from '#shared/text/csv';

/** A hospital's list that was checked and waits: one cell is no day, and one word needs a meaning. */
export async function addDemoImport(platform: Platform, officer: Caller): Promise<void> {
	const today = dayOf(platform.clock.now());
	const day = (ago: number) => shiftDay(today, -ago).split('-').reverse().join('/');
	const rows = [
		['HSO-201', 'Đặng Văn Khế', 'Nam', '1971', '0905 000 201', day(6), 'Xác định', '', 'Khỏi'],
		['HSO-202', 'Hồ Thị Quýt', 'Nữ', '1988', '0905 000 202', day(5), 'Xác định', 'HSO-201', 'Đang điều trị'],
		['HSO-203', 'Vũ Thị Hồng', 'Nữ', '1990', '0905 000 203', '31/02/2026', 'Nghi ngờ', 'HSO-201', ''],
		['HSO-204', 'Ngô Văn Cam', 'Nam', '2003', '', day(3), 'Có khả năng', '', 'Chuyển viện'],
	];
	const headings = [
		...['Mã ca', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Điện thoại', 'Ngày khởi phát', 'Phân loại', 'Nguồn lây'],
		'Kết cục',
	];
	const area = (await findAreaByCode(platform.db, 'commune', '00070', today))!;
	const content = Buffer.from(writeCsv([headings, ...rows])).toString('base64');
	const file = { kind: 'cases' as const, areaId: area.areaId, source: 'Bệnh viện Hữu nghị', rule: 'qd-5053', content };
	const { importId } = await call(platform, upload, officer, file);
	const { columns } = await call(platform, getColumns, officer, { importId });
	await call(platform, mapColumns, officer, { importId, columns: columns.map(({ field }) => field) });
}
