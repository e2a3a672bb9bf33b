import type { BrowserContext, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import decodeQr from 'qr/decode.js';
import { newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

/** Registers a café of one's own and opens its devices. */
async function openDevices(page: Page, context: BrowserContext, hasScript: boolean): Promise<void> {
	await page.goto('/places/new');
	await signIn(page, context, newPhone());
	await page.fill('#name', 'Cà phê Bờ Hồ');
	await page.selectOption('#type', 'cafe');
	await page.selectOption('#province', '01');
	if (hasScript) await page.locator('#commune option[value="00004"]').waitFor({ state: 'attached' });
	else await page.getByRole('button', { name: 'Chọn phường, xã của tỉnh này' }).click();
	await page.selectOption('#commune', '00004');
	await page.fill('#address', '1 Đinh Tiên Hoàng');
	await page.fill('#registrantName', 'Phạm Thị Sen');
	await page.getByRole('button', { name: 'Đăng ký và nhận áp phích' }).click();
	await page.getByRole('link', { name: 'Máy ở cổng' }).click();
}

/** What a phone sends that was given a code. */
async function pair(code: string, name: string) {
	const answer = await ask('devices.pair', { code, name });
	return { status: answer.status, ...(await answer.json()) };
}

const ask = (operation: string, input: object, token?: string) =>
	fetch(`${process.env.VAORA_ADDRESS}/api/v1/${operation}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
		body: JSON.stringify(input),
	});

for (const hasScript of [true, false])
	test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled: hasScript });

		test('a manager pairs a phone with the gate, sees how it does, renames and revokes it', async ({
			page,
			context,
		}) => {
			await openDevices(page, context, hasScript);
			await expect(page.getByText('Chưa có máy nào ở cổng')).toBeVisible();
			if (hasScript) await expectAccessible(page);

			await page.getByRole('button', { name: 'Hiện mã ghép máy' }).click();
			const letters = (await page.locator('.letters').textContent())!;
			await expect(page.getByRole('status')).toContainText('Còn mười phút');
			expect(page.url()).not.toContain(letters.replaceAll('-', ''));
			const shown = PNG.sync.read(await page.locator('.qr').screenshot());
			expect(decodeQr(shown)).toMatch(new RegExp(`/gate#pair=${letters.replaceAll('-', '')}$`));
			if (hasScript) await expectAccessible(page);

			const { token, place } = await pair(letters, 'Điện thoại bảo vệ');
			expect(await pair(letters, 'Máy khác')).toMatchObject({ status: 422, code: 'pairing-code-over' });
			const clock = new Date(Date.now() - 3 * 3_600_000).toISOString();
			await ask('devices.get-bundle', { status: { clock, queued: 0, battery: 9, version: '7' } }, token);
			await page.getByRole('link', { name: 'Đã ghép xong' }).click();
			const row = page.locator('tr[data-device]');
			await expect(row).toContainText('Điện thoại bảo vệ');
			await expect(row.locator('.tag')).toHaveText(['Đồng hồ chạy chậm 3 giờ', 'Pin còn 9 %']);
			if (hasScript) await expectAccessible(page);

			await page.getByText('Đổi tên, chuyển cổng, thu quyền').click();
			await page.getByLabel('Tên máy').fill('Máy quầy lễ tân');
			await page.getByRole('button', { name: 'Lưu' }).click();
			await expect(row).toContainText('Máy quầy lễ tân');

			await page.getByText('Đổi tên, chuyển cổng, thu quyền').click();
			await page.getByRole('button', { name: 'Thu quyền máy này' }).click();
			await expect(page.getByText('Chưa có máy nào ở cổng')).toBeVisible();
			await page.getByText('Máy đã thu quyền').click();
			await expect(page.getByRole('listitem').filter({ hasText: 'Máy quầy lễ tân' })).toBeVisible();
			const refused = await ask('logbook.list-inside', { place }, token);
			expect([refused.status, (await refused.json()).code]).toEqual([401, 'device-revoked']);
		});
	});

test('with several gates one is chosen first, and a name that is missing is asked for where it belongs', async ({
	page,
	context,
}) => {
	await openDevices(page, context, true);
	await page.getByRole('link', { name: 'Trở lại địa điểm' }).click();
	await page.getByText('Thêm cổng có mã riêng').click();
	await page.fill('#name', 'Cổng sau');
	await page.getByRole('button', { name: 'Thêm cổng' }).click();
	await page.getByRole('link', { name: 'Máy ở cổng' }).click();
	await page.evaluate(() => document.querySelector('form')!.setAttribute('novalidate', ''));
	await page.getByRole('button', { name: 'Hiện mã ghép máy' }).click();
	await page.getByRole('alert').getByRole('link', { name: 'Hãy chọn cổng' }).click();
	await expect(page.locator('#gate')).toBeFocused();

	await page.selectOption('#gate', { label: 'Cổng sau' });
	await page.getByRole('button', { name: 'Hiện mã ghép máy' }).click();
	await expect(page.getByRole('heading', { name: 'Ghép máy cho Cổng sau' })).toBeVisible();
	await pair((await page.locator('.letters').textContent())!, 'Máy cổng sau');
	await page.getByRole('link', { name: 'Đã ghép xong' }).click();
	await page.getByText('Đổi tên, chuyển cổng, thu quyền').click();
	await page.getByLabel('Tên máy').fill('   ');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await page
		.getByRole('alert')
		.getByRole('link', { name: /Hãy ghi tên máy/ })
		.click();
	await expect(page.getByLabel('Tên máy')).toBeFocused();
	await expectAccessible(page);

	await page.setViewportSize({ width: 320, height: 640 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('a stranger does not see the devices of a place', async ({ page, context }) => {
	await openDevices(page, context, true);
	const address = page.url();
	await context.clearCookies();
	await page.goto('/places');
	await signIn(page, context, newPhone());
	await page.goto(address);

	await expect(page.getByRole('heading', { name: /không có quyền/ })).toBeVisible();
});
