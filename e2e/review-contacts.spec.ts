import type { BrowserContext, Page } from '@playwright/test';
import { shiftDay } from '#shared/language';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };

test('a tracer reviews the contacts of a case by keyboard alone, and their follow-up begins', async ({
	page,
	context,
}) => {
	test.slow();
	await page.setViewportSize(sizes.desk);
	await openDemoCase(page, context);
	await page.getByRole('link', { name: 'Xem xét người tiếp xúc' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Xem xét người tiếp xúc' })).toBeVisible();
	await expect(page.getByText('Danh sách này có thể thiếu người')).toBeVisible();
	const rows = page.locator('tbody tr:has([data-contact])');
	const all = await rows.count();
	expect(all).toBeGreaterThan(4);
	const confirmed = rows.filter({ hasText: 'Đã xác nhận' });
	const before = await confirmed.count();
	const chosenBefore = await Promise.all([1, 2].map((index) => rows.nth(index).getByText('Đã xác nhận').count()));
	await expect(rows.first()).toContainText('theo lời kể');
	await expect(rows.nth(1)).toContainText(/cùng nơi [\d.]+ phút/);
	await expectSound(page);

	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await expect(rows.nth(1).getByRole('checkbox')).toBeFocused();
	await page.keyboard.press(' ');
	await page.keyboard.press('j');
	await page.keyboard.press(' ');
	await expect(page.getByText('2 đã chọn')).toBeVisible();
	await page.keyboard.press('c');

	await expect(page.getByRole('status')).toContainText('Đã xác nhận 2 người; họ bắt đầu được theo dõi.');
	await expect(rows.nth(1)).toContainText('Đã xác nhận');
	await expect(rows.nth(1)).toContainText(/theo dõi ngày \d+\/14, đến hết/);

	await page.keyboard.press('j');
	await page.keyboard.press('x');
	await expect(page.getByRole('status')).toContainText('Đã loại 1 người.');
	await page.keyboard.press('u');
	await expect(page.getByRole('status')).toContainText('Đã hoàn tác: 1 người');
	await expect(page.locator('tbody').getByText('Đã loại')).toHaveCount(0);
	await page.keyboard.press('?');
	await expect(page.getByText('người dưới, người trên')).toBeVisible();

	await page.getByText('Lọc danh sách').click();
	await page.selectOption('#state', 'confirmed');
	await page.getByRole('button', { name: 'Lọc', exact: true }).click();
	await expect(rows).toHaveCount(before + chosenBefore.filter((count) => count === 0).length);
	await page.setViewportSize(sizes.phone);
	await expectSound(page);

	await page.getByRole('link', { name: 'Lấy danh sách', exact: true }).click();
	await expect(page.locator('[name=subject][value=contacts]')).toBeChecked();
	await page.fill('#purpose', 'Lập danh sách gọi điện');
	await page.getByRole('button', { name: 'Xuất tệp' }).click();
	await expect(page.getByText('Tải được')).toBeVisible({ timeout: 20_000 });
	await expectSound(page);
	await page.goto('/console/common-places');
	await expect(page.getByRole('heading', { name: 'Nơi chung của các ca' })).toBeVisible();
	await expectSound(page);
});

test('a case writes down whom they met, from a link on their phone and without JavaScript', async ({
	browser,
	page,
	context,
}) => {
	test.slow();
	await openDemoCase(page, context);
	await page.getByRole('link', { name: 'Ghi người theo lời kể' }).click();
	await expectSound(page);
	await page.getByRole('button', { name: 'Nhắn đường dẫn' }).click();
	await expect(page.getByRole('status')).toContainText('Đã nhắn đường dẫn');
	const own = await browser.newContext({ javaScriptEnabled: false, viewport: sizes.phone });
	const phone = await own.newPage();
	await phone.goto(`${process.env.VAORA_ADDRESS}/outbox`);
	const text = await phone.locator('[data-phone]', { hasText: '/c/' }).first().textContent();
	const path = /\/c\/[A-Za-z0-9_-]{43}/.exec(text!)![0];

	await phone.goto(process.env.VAORA_ADDRESS! + path);

	await expect(phone.locator('main')).not.toContainText(/MINH|HẰNG/i);
	await phone.fill('#name-0', 'Đoàn Văn Bạn');
	await phone.fill('#phone-0', '123');
	await phone.fill('#metOn-0', shiftDay(new Date().toISOString().slice(0, 10), -1));
	await phone.selectOption('#mode-0', 'face-to-face');
	await phone.fill('#place-0', 'Quán phở đầu ngõ');
	await phone.getByRole('button', { name: 'Gửi' }).click();
	await expect(phone.getByRole('alert')).toContainText('Người thứ 1: số điện thoại chưa đúng');
	await expect(phone.locator('#name-0')).toHaveValue('Đoàn Văn Bạn');
	await phone.fill('#phone-0', '0901 777 123');
	await phone.getByRole('button', { name: 'Gửi' }).click();
	await expect(phone.getByRole('status')).toContainText('Đã ghi 1 người');
	await expect(phone.locator('main')).not.toContainText('Đoàn Văn');
	await own.close();

	await page.reload();
	const row = page.getByRole('row', { name: 'Đoàn Văn ***' });
	await expect(row).toContainText('Quán phở đầu ngõ');
	await expect(row).toContainText('người bệnh tự ghi');
	await page.goto(path);
	await expectSound(page);
	await page.goto(`/c/${'x'.repeat(43)}`);
	await expect(page.locator('main')).toContainText('Đường dẫn không còn dùng được');
});

/** The demo's own case, as the officer of its ward finds it. */
async function openDemoCase(page: Page, context: BrowserContext): Promise<void> {
	await page.goto('/console/cases');
	await signInOfficer(page, context, 'tram.hoankiem');
	await page
		.getByRole('link', { name: /NGUYỄN THỊ MINH/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: /NGUYỄN THỊ MINH/ })).toBeVisible();
}

/** Accessible, and nothing wider than the screen. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	const { width } = page.viewportSize()!;
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
