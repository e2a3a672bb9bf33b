import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { writeCsv } from '../shared/text/csv.ts';
import { newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

/** The demo's chain of shops. Codes for a phone are limited, so it signs in once. */
const chain = '0912000009';

const header = [
	'Mã nội bộ',
	'Tên địa điểm',
	'Loại địa điểm',
	'Phường, xã',
	'Tỉnh',
	'Địa chỉ',
	'Điện thoại người kiểm soát',
];
let made = 0;
const shops = (count: number) =>
	Array.from({ length: count }, () => {
		const number = ++made;
		return [`HS-${number}`, `Cửa hàng Hoa Sữa số ${number}`, 'Cửa hàng', 'Ba Đình', 'Hà Nội', `${number} Kim Mã`, ''];
	});
const toFile = (rows: string[][]) => ({
	...{ name: 'cửa hàng.csv', mimeType: 'text/csv' },
	buffer: Buffer.from(writeCsv([header, ...rows])),
});

async function sendFile(page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<void> {
	await page.goto('/places/import');
	await page.setInputFiles('#file', file);
	await page.fill('#registrantName', 'Nguyễn Thị Hoa');
	await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
}

async function readDownload(page: Page, name: string | RegExp): Promise<Buffer> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
	return readFile((await download.path())!);
}

test('a chain sends 300 shops, mends five rows, registers all and prints the posters', async ({ page, context }) => {
	test.setTimeout(240_000);
	await page.goto('/places/import');
	await signIn(page, context, chain);
	await expect(page.getByText('Chưa gửi tệp nào')).toBeVisible();
	await expectAccessible(page);

	const rows = shops(300);
	rows[4]![2] = 'Tàu vũ trụ';
	rows[40]![3] = 'Phường Không Có';
	rows[100]![6] = '0901 234';
	rows[200]![5] = '';
	rows[299]![0] = rows[0]![0]!;
	await sendFile(page, toFile(rows));
	await expect(page.getByRole('heading', { name: 'Chỗ cần sửa' })).toBeVisible();
	await expect(page.getByRole('row')).toHaveCount(6);
	await expect(page.getByRole('row', { name: /301.*trùng với dòng 2/ })).toBeVisible();
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	const toMend = (await readDownload(page, 'Tải riêng những dòng cần sửa')).toString();
	expect(toMend.trimEnd().split('\r\n')).toHaveLength(6);
	await page.getByRole('button', { name: 'Đăng ký 295 dòng đúng' }).click();
	await expect(page.getByText('Đã xong')).toBeVisible({ timeout: 60_000 });

	const mended = toMend
		.replace('Tàu vũ trụ', 'Cửa hàng')
		.replace('Phường Không Có', 'Ba Đình')
		.replace(/0901 234(?=,)/, '0901 234 567')
		.replace(/(số 201,[^\r]*?Hà Nội),,/, '$1,201 Kim Mã,')
		.replace(/HS-1(?=,Cửa hàng Hoa Sữa số 300)/, 'HS-300');
	await sendFile(page, { name: 'sửa.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) });
	await expect(page.getByText('Không có chỗ nào cần sửa')).toBeVisible();
	await page.getByRole('button', { name: 'Đăng ký 5 địa điểm' }).click();
	await expect(page.getByText('Đã xong')).toBeVisible({ timeout: 60_000 });
	const codes = (await readDownload(page, 'Tải danh sách mã')).toString();
	const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(codes)!;
	await page.goto(`/p/${code}`);
	await expect(page.getByRole('heading', { name: 'Cửa hàng Hoa Sữa số 5' })).toBeVisible();

	await page.goto('/places');
	await expect(page.getByRole('heading', { name: 'Địa điểm của tôi (300)' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Vào ra hôm nay' })).toHaveCount(20);
	await page.getByRole('link', { name: 'Những nơi tiếp theo' }).click();
	await expect(page.getByRole('link', { name: 'Về đầu danh sách' })).toBeVisible();
	await page.getByLabel('Tìm theo tên').fill('hoa sua so 217');
	await page.getByRole('button', { name: 'Tìm', exact: true }).click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Cửa hàng Hoa Sữa số 217']);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Áp phích và quản lý' }).click();
	await page.getByRole('link', { name: 'Mã riêng cho từng ghế' }).click();
	await expect(page.getByRole('checkbox')).toHaveCount(1);
	await expect(page.getByRole('checkbox')).toBeChecked();

	await page.goto('/places/print');
	await expectAccessible(page);
	await page.getByLabel('Tất cả 300 địa điểm tôi quản lý').check();
	await page.selectOption('#format', 'pdf-a5');
	await page.getByRole('button', { name: 'Đặt in' }).click();
	await expect(page.getByRole('link', { name: /Tải tệp PDF.*300 trang/ })).toBeVisible({ timeout: 120_000 });
	await expectAccessible(page);
	const pdf = (await readDownload(page, /Tải tệp PDF/)).toString('latin1');
	expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(300);
	expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
});

test('a person without the right is told how to get it', async ({ page, context }) => {
	await page.goto('/places/import');
	await signIn(page, context, newPhone());

	await expect(page.getByText('chưa được cấp quyền đăng ký hàng loạt')).toBeVisible();
	await expectAccessible(page);
});

test('an old place code is explained in words, where it is typed and where it is opened', async ({ page }) => {
	await page.goto('/');
	await page.fill('#code', 'https://tokhaiyte.vn/?page=Group.checkin&groupId=5e89726392bd2184ae730883');
	await page.getByRole('button', { name: 'Tới địa điểm này' }).click();
	await expect(page.getByRole('alert')).toContainText('Đây là mã địa điểm cũ của tokhaiyte.vn');

	await page.goto('/p/5e89726392bd2184ae730883');
	await expect(page.getByText('Đây là mã địa điểm cũ của tokhaiyte.vn')).toBeVisible();
	await expectAccessible(page);
});
