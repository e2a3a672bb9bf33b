import { readFileSync } from 'node:fs';
import { unzip } from '#test/unzip';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

test('an officer takes the line list away as a file, and prints forms to go from door to door', async ({
	page,
	context,
}) => {
	test.slow();
	await page.goto('/console/cases');
	await signInOfficer(page, context, 'cdc.hanoi');
	await page.getByRole('link', { name: 'Xuất danh sách này' }).click();
	await expect(page.getByRole('heading', { name: 'Xuất danh sách' })).toBeVisible();
	await expectAccessible(page);

	await page.getByLabel('CSV', { exact: true }).check();
	await page.fill('#purpose', 'Báo cáo tuần cho Sở Y tế');
	await page.getByRole('button', { name: 'Xuất tệp' }).click();
	await expect(page.getByText('Tải được')).toBeVisible({ timeout: 20_000 });
	await expectAccessible(page);
	const loading = page.waitForEvent('download');
	await page.getByRole('link', { name: /Tải tệp zip/ }).click();
	const files = unzip(readFileSync(await (await loading).path()));
	const manifest = JSON.parse(files.get('manifest.json')!.toString());
	const [{ file, rows }] = manifest.files;
	expect(files.get(file)!.toString().trimEnd().split('\r\n')).toHaveLength(rows + 1);
	expect(rows).toBeGreaterThan(5);

	await page.goto('/console');
	await page.getByRole('link', { name: /người tiếp xúc chờ xem xét/ }).click();
	await page.getByRole('link', { name: /^Ca bệnh:/ }).click();
	await page.getByRole('link', { name: 'In phiếu điều tra' }).click();
	await expectAccessible(page);
	await page.locator('input[name="contact"]').first().check();
	await page.getByLabel('đầy đủ, kèm điện thoại').check();
	await page.fill('#purpose', 'Đến nhà điều tra tiếp xúc');
	await page.getByRole('button', { name: 'Mở trang để in' }).click();
	await expect(page.getByRole('heading', { name: 'PHIẾU ĐIỀU TRA NGƯỜI TIẾP XÚC' }).first()).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Chọn lại' }).click();
	await page.getByLabel('một danh sách để đi từng nhà').check();
	await page.fill('#purpose', 'Đến nhà điều tra tiếp xúc');
	await page.getByRole('button', { name: 'Mở trang để in' }).click();
	await expect(page.getByRole('heading', { name: 'DANH SÁCH NGƯỜI TIẾP XÚC' })).toBeVisible();
	await expectAccessible(page);
});

test('a station takes its follow-up away, masked unless it says otherwise', async ({ page, context }) => {
	test.slow();
	await page.goto('/console/station');
	await signInOfficer(page, context, 'cdc.hanoi');
	await page.getByRole('link', { name: 'Lấy danh sách theo dõi' }).click();
	await expect(page.locator('[name=subject][value=follow-up]')).toBeChecked();
	await expect(page.locator('[name=names][value=masked]')).toBeChecked();

	await page.fill('#purpose', 'Đi thăm người đang theo dõi');
	await page.getByRole('button', { name: 'Xuất tệp' }).click();

	await expect(page.getByText(/Tải được|Chờ cán bộ khác duyệt/)).toBeVisible({ timeout: 20_000 });
	await expectAccessible(page);
});
