import type { Page } from '@playwright/test';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

test('an officer reads a chain as a picture and as a table, and says who infected whom', async ({ page, context }) => {
	test.slow();
	await page.goto('/console/chains');
	await signInOfficer(page, context, 'cdc.hanoi');
	await expect(page.getByRole('heading', { name: 'Chuỗi lây: COVID-19' })).toBeVisible();
	await expectSound(page);
	await page.getByRole('link', { name: 'Chuỗi 1', exact: true }).click();

	const picture = page.getByRole('group', { name: 'Mỗi hình là một ca' });
	const nodes = await picture.locator('[data-node]').count();
	expect(nodes).toBeGreaterThanOrEqual(12);
	await expect(page.locator('[data-row]')).toHaveCount(nodes);
	await expect(picture.locator('.link')).toHaveCount(nodes - 1);
	await expect(page.getByText('! Người bị lây phát bệnh quá sớm').first()).toBeVisible();
	await expectSound(page);
	for (const layout of ['Theo thời gian', 'Theo địa bàn', 'Theo thế hệ']) {
		await page.getByRole('link', { name: layout }).click();
		await expect(picture.locator('[data-node]')).toHaveCount(nodes);
		await expectSound(page);
	}
	await page.getByText('Đang xem: mọi mối lây, cả chuỗi').click();
	await page.getByRole('link', { name: 'Chỉ chắc chắn' }).click();
	expect(await page.locator('[data-node]').count()).toBeLessThan(nodes);
	await page.getByRole('link', { name: 'Mọi mối lây' }).click();
	await page.getByText('Đang xem: mọi mối lây, cả chuỗi').click();
	await page.getByRole('link', { name: 'Một bước' }).click();
	await expect(page.locator('[data-node]')).toHaveCount(6);
	await page.getByRole('link', { name: 'Cả chuỗi' }).click();

	await page.getByLabel('Tìm ca trong chuỗi').fill('cao thi');
	await expect(page.locator('[data-row]:visible')).toHaveCount(1);
	await expect(page.locator('[data-node].dim')).toHaveCount(nodes - 1);
	await expect(page.locator('[data-found]')).toHaveText(`1 / ${nodes}`);
	await page.getByLabel('Tìm ca trong chuỗi').fill('');

	await page.goto('/console/numbers');
	await expect(page.getByText('mỗi ca lây cho khoảng')).toBeVisible();
	await expect(page.getByRole('img', { name: 'R theo thời gian' })).toBeVisible();
	await expect(page.getByRole('row', { name: /Ca được cách ly trong 24 giờ/ })).toContainText('%');
	await expectSound(page);
});

test('by keyboard alone: from the picture to a case, to who infected it, and back out of the chain', async ({
	page,
	context,
}) => {
	test.slow();
	await page.goto('/console/chains');
	await signInOfficer(page, context, 'tram.hoankiem');
	await page.getByRole('link', { name: 'Chuỗi 1', exact: true }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('group', { name: 'Hình chuỗi lây' }).focus();
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-node] a').first()).toBeFocused();
	await page.locator('[data-node] a[aria-label^="TẠ THỊ"]').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/console\/cases\/\d+$/);
	await expect(page.getByRole('heading', { name: 'Chuỗi lây', exact: true })).toBeVisible();
	await expectSound(page);

	await page.getByRole('link', { name: 'Ghi nguồn lây' }).focus();
	await page.keyboard.press('Enter');
	await page
		.locator('form')
		.last()
		.evaluate((form: HTMLFormElement) => void (form.noValidate = true));
	await page.getByRole('button', { name: 'Ghi nguồn lây' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Hãy chọn ca đã lây');
	await expectSound(page);

	// She infected nobody known who stands before her: one she is said to have infected would close a circle.
	await page.locator('#infectorCaseId').selectOption({ label: (await option(page, 'ĐINH THỊ'))! });
	await page.getByLabel('Có thể', { exact: true }).focus();
	await page.keyboard.press('Space');
	await page.locator('#note').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Chuỗi lây thành vòng tròn');
	await expect(page.getByLabel('Có thể', { exact: true })).toBeChecked();
	// A case that is not in the list any more is named by its number.
	const number = /BN-\d{4}-(\d{6})/.exec((await option(page, 'LƯƠNG THẾ'))!)![1]!;
	await page.locator('#infectorNumber').fill('999999');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('mang số này');
	await page.locator('#infectorNumber').fill(String(Number(number)));
	await page.keyboard.press('Enter');

	await expect(page).toHaveURL(/\/console\/cases\/\d+#links$/);
	const link = page.getByRole('listitem').filter({ hasText: 'LƯƠNG THẾ' });
	await expect(link).toContainText('Có thể');
	await link.getByRole('button', { name: 'Bỏ mối lây này' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('listitem').filter({ hasText: 'LƯƠNG THẾ' })).toHaveCount(0);

	await page.getByRole('link', { name: 'Diễn biến theo ngày' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Diễn biến theo ngày' })).toBeVisible();
	await expectSound(page);
});

const option = (page: Page, name: string) =>
	page.locator('#infectorCaseId option', { hasText: name }).first().textContent();

/** Accessible, and nothing wider than the phone. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
