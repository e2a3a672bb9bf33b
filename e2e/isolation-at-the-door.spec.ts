import type { BrowserContext, Page } from '@playwright/test';
import { shiftDay } from '#shared/language';
import { declare, newPhone, poster, signIn } from './journey.ts';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

const purpose = 'F1 của ca bệnh, chờ xét nghiệm';
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const lastDay = shiftDay(today, 6).split('-').reverse().join('/');

test('somebody ordered into isolation is stopped, learns why, is seen by the officer, and goes in once it is ended', async ({
	browser,
}) => {
	test.slow();
	const visitor = await browser.newContext();
	const phone = newPhone();
	const page = await comeToTheDoor(visitor, phone);
	const office = await browser.newContext();
	const officer = await office.newPage();
	await openOrders(officer, office);

	await issueOrder(officer, phone);
	await expect(officer.getByText('Đã ra lệnh cách ly.')).toBeVisible();
	await expectSound(officer);

	await page.getByRole('button', { name: 'VÀO' }).click();
	const verdict = page.locator('[data-verdict=red]');
	await expect(verdict).toContainText('DỪNG LẠI');
	await expect(verdict).toContainText('Mời ở riêng và gọi trạm y tế phường, xã');
	await expect(verdict).not.toContainText('cách ly');
	await expect(page.getByText('Đang có quyết định cách ly')).toBeHidden();
	await page.getByText('Vì sao?').click();
	await expect(page.getByText('Đang có quyết định cách ly')).toBeVisible();
	await expectSound(page);
	await page.goto('/me');
	await expect(page.locator('main')).toContainText(`đến hết ngày ${lastDay}`);
	await expect(page.getByRole('link', { name: '024 3845 1234' })).toHaveAttribute('href', 'tel:02438451234');
	await expectSound(page);

	await handleSighting(officer);
	await endOrder(officer);
	await page.goto(`/p/${poster()}`);
	await page.getByRole('button', { name: 'VÀO' }).click();
	await expect(page.locator('[data-verdict=green]')).toBeVisible();
	await page.goto('/me');
	await expect(page.locator('main')).not.toContainText('cách ly');
	await page.goto('/me/looks');
	await expect(page.getByText('Ra lệnh cách ly đối với bạn')).toBeVisible();
	await expect(page.getByText('Xét nghiệm âm tính lần 2')).toBeVisible();

	await declareCordon(officer);
	// The same without JavaScript, signed in as before: an authenticator code works once.
	const storageState = await office.storageState();
	const plain = await browser.newContext({ javaScriptEnabled: false, storageState });
	await endCordon(await plain.newPage());
	await Promise.all([visitor, office, plain].map((context) => context.close()));
});

/** Somebody declares their health and stands before the button. */
async function comeToTheDoor(context: BrowserContext, phone: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`/p/${poster()}`);
	await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(page, context, phone);
	await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
	await declare(page, { name: 'Mai Thị Ổn' }, true);
	return page;
}

async function openOrders(page: Page, context: BrowserContext): Promise<void> {
	await page.goto('/console/orders');
	await signInOfficer(page, context, 'tram.badinh');
	await expect(page.getByRole('heading', { name: 'Lệnh cách ly' })).toBeVisible();
	await expect(page.getByText('Không có lệnh cách ly nào trong địa bàn của bạn.')).toBeVisible();
	await expectSound(page);
}

async function issueOrder(page: Page, phone: string): Promise<void> {
	await page.getByRole('link', { name: 'Ra lệnh cách ly' }).click();
	await expectSound(page);
	await page.fill('#value', phone);
	await page.fill('#purpose', purpose);
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expect(page.getByRole('heading', { name: 'MAI THỊ ***' })).toBeVisible();
	await page.selectOption('#kind', 'home');
	await page.fill('#disease', 'COVID-19, F1');
	await page.fill('#untilOn', shiftDay(today, -1));
	await page.fill('#decidedBy', 'Chủ tịch UBND phường Ba Đình');
	await page.fill('#decisionNumber', '77/QĐ-UBND');
	await page.fill('#contact', '024 3845 1234');
	await page.fill('#purpose', purpose);
	await page.getByRole('button', { name: 'Ra lệnh cách ly' }).click();
	await expect(page.getByRole('link', { name: 'Ngày cuối phải từ hôm nay trở đi' })).toHaveAttribute(
		'href',
		'#untilOn',
	);
	await expect(page.locator('#decisionNumber')).toHaveValue('77/QĐ-UBND');
	await expectSound(page);
	await page.fill('#untilOn', shiftDay(today, 6));
	await page.getByRole('button', { name: 'Ra lệnh cách ly' }).click();
}

async function handleSighting(page: Page): Promise<void> {
	// A page that stayed open counts again when it comes to the front, and every half minute.
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await page.getByRole('link', { name: 'Xuất hiện 1' }).click();
	const seen = page.getByRole('listitem').filter({ hasText: 'MAI THỊ ***' });
	await expect(seen).toContainText('Trường THPT Nguyễn Huệ');
	await expect(seen).toContainText('Đã được mời dừng lại ở cửa');
	await expectSound(page);
	await seen.getByText('Hiện họ tên').click();
	await seen.getByLabel('Mục đích').fill('Gọi về nơi cách ly');
	await seen.getByRole('button', { name: 'Hiện' }).click();
	await expect(page.getByRole('heading', { name: 'MAI THỊ ỔN' })).toBeVisible();
	const own = page.getByRole('listitem').filter({ hasText: 'MAI THỊ ỔN' });
	await own.getByText('Đánh dấu đã xử lý').click();
	await own.getByLabel('Đã làm gì?').fill('Đã gọi, đã về nhà');
	await own.getByRole('button', { name: 'Đã xử lý' }).click();
	await expect(page.getByText('Không có ai đang cách ly xuất hiện ở nơi khác.')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Xuất hiện$/ })).toBeVisible();
	await page.getByRole('link', { name: 'Đã xử lý' }).click();
	await expect(page.getByText('Đã gọi, đã về nhà')).toBeVisible();
	await expectSound(page);
}

async function endOrder(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Lệnh cách ly', exact: true }).click();
	await page.fill('#reason', 'Xét nghiệm âm tính lần 2');
	await page.getByRole('button', { name: 'Kết thúc lệnh cách ly' }).click();
	await expect(page.getByText('đã kết thúc')).toBeVisible();
	await page.goto(`/console/orders?day=${today}`);
	await expect(page.getByRole('link', { name: 'MAI THỊ ***' })).toBeVisible();
	await expectSound(page);
}

/** Of one street, so that nobody else's journey is stopped; told too late, which is said. */
async function declareCordon(page: Page): Promise<void> {
	await page.goto('/console/cordons/new');
	await expectSound(page);
	await page.fill('#part', 'Tổ dân phố số 9');
	await page.selectOption('#disease', 'covid-19');
	await page.fill('#from', `${today}T00:00`);
	await page.fill('#decidedBy', 'Chủ tịch UBND phường Ba Đình');
	await page.fill('#decisionNumber', '78/QĐ-UBND');
	await page.getByRole('button', { name: 'Ghi quyết định' }).click();
	await expect(page.getByRole('status')).toContainText('chưa đủ 6 giờ');
	await expectSound(page);
}

async function endCordon(page: Page): Promise<void> {
	await page.goto('/console/cordons');
	await page.getByRole('link', { name: /Tổ dân phố số 9/ }).click();
	await page.getByRole('link', { name: 'Điều chỉnh, kết thúc' }).click();
	await page.getByText('Kết thúc khoanh vùng').click();
	await page.getByLabel('Số quyết định kết thúc').fill('80/QĐ-UBND');
	await page.getByRole('button', { name: 'Kết thúc ngay' }).click();
	await expect(page.getByText('đã kết thúc')).toBeVisible();
	await expect(page.getByText('80/QĐ-UBND')).toBeVisible();
}

/** Accessible, and nothing wider than the phone. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
