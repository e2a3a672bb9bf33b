import type { Browser, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

/** The demo watches people in a dozen provinces and has a bulletin of yesterday. */
test('a ministry officer goes from the country to a commune by keyboard, and prints the bulletin', async ({
	browser,
}) => {
	test.slow();
	const page = await signIn(browser, 'cuc.phongbenh', '/console');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Việc cần làm');
	await expect(page.getByRole('link', { name: /câu trả lời đỏ: gọi ngay/ })).toBeVisible();
	await expectSound(page, { differsOnDesk: true });

	await follow(page.getByRole('link', { name: 'Xem toàn cảnh hôm nay' }));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Việt Nam');
	await expect(page.getByText('Đã báo hôm nay', { exact: true })).toBeVisible();
	await expectSound(page, { differsOnDesk: true });
	await follow(page.getByRole('link', { name: /^Hà Nội \d+ % đã báo \([\d.]+ \/ [\d.]+\)$/ }));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thành phố Hà Nội');
	await follow(page.getByRole('link', { name: 'Theo tên' }));
	await expect(page.getByRole('link', { name: 'Theo tên' })).toHaveAttribute('aria-current', 'page');
	const units = page.getByRole('region', { name: 'Các đơn vị' }).getByRole('link');
	const names = (await units.allTextContents()).map((name) => name.replace(/^(Phường|Xã) /, ''));
	expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'vi')));
	await page.getByText('Xem bằng bảng').focus();
	await page.keyboard.press('Enter');
	await expectSound(page, { differsOnDesk: true });
	await follow(units.filter({ hasText: 'Phường Hoàn Kiếm' }));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phường Hoàn Kiếm');
	await expect(page.getByRole('link', { name: 'Danh sách người đang theo dõi' })).toBeVisible();
	await expectSound(page);

	await follow(page.getByRole('link', { name: 'Việt Nam' }));
	await follow(page.getByRole('link', { name: 'Báo cáo ngày để in' }));
	await expectSound(page);
	await follow(page.getByRole('cell').getByRole('link').first());
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^Báo cáo theo dõi sức khoẻ ngày \d\d\/\d\d\/\d{4}$/,
	);
	await expect(page.getByRole('row', { name: /^Đã báo/ })).toContainText(/[+−]\d+/);
	await expect(page.getByRole('row', { name: /Xã Cổ Đô.*\(chưa có ai báo\)/ })).toBeVisible();
	await expectSound(page, { differsOnDesk: true });
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation', { name: 'Công việc' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Tải PDF để in' })).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	const download = page.waitForEvent('download');
	await follow(page.getByRole('link', { name: 'Tải PDF để in' }));
	expect((await download).suggestedFilename()).toMatch(/^bao-cao-ngay-\d{4}-\d\d-\d\d-Viet-Nam\.pdf$/);
	await page.context().close();
});

test('an analyst sees no small number and no unit by name, an officer nothing outside their area', async ({
	browser,
}) => {
	const analyst = await signIn(browser, 'phantich', '/console');
	await expect(analyst.getByText('Không còn việc nào chờ bạn.')).toBeVisible();
	await expectSound(analyst);
	await follow(analyst.getByRole('link', { name: 'Xem toàn cảnh hôm nay' }));
	await follow(analyst.getByRole('link', { name: /^Hà Nội \d+ % / }));
	await expect(analyst.getByText('Số dưới 10 người')).toBeVisible();
	await expect(analyst.getByRole('row', { name: 'Phường Cửa Nam' })).toContainText('• / ');
	await expect(analyst.getByRole('link', { name: 'Báo cáo ngày để in' })).toHaveCount(0);
	await expectSound(analyst);
	await analyst.goto(`${analyst.url().replace(/\?.*/, '')}/bulletins`);
	await expect(analyst.locator('main')).toContainText('Bạn không có quyền làm việc này');

	const station = await signIn(browser, 'tram.badinh', '/console/overview');
	await expect(station.getByRole('heading', { level: 1 })).toHaveText('Phường Ba Đình');
	await expect(station.getByRole('navigation', { name: 'Đơn vị trên' })).toHaveCount(0);
	await station.goto('/console/overview/1');
	await expect(station.locator('main')).toContainText('Bạn không có quyền làm việc này');
	await Promise.all([analyst, station].map((page) => page.context().close()));
});

async function signIn(browser: Browser, login: string, path: string): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(path);
	await signInOfficer(page, context, login);
	return page;
}

/** As somebody without a mouse does. */
async function follow(link: Locator): Promise<void> {
	await link.focus();
	await expect(link).toBeFocused();
	await link.page().keyboard.press('Enter');
}

/**
 * Nothing wider than the screen on a desk, on a phone and on the smallest one, where it is accessible; on a desk too where
 * the page is laid out otherwise than as one column beside the same menu.
 */
async function expectSound(page: Page, { differsOnDesk = false } = {}): Promise<void> {
	for (const size of [
		{ width: 320, height: 640 },
		{ width: 360, height: 740 },
		{ width: 1440, height: 900 },
	]) {
		await page.setViewportSize(size);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
		if (size.width === 320 || (differsOnDesk && size.width === 1440)) await expectAccessible(page);
	}
}
