import type { BrowserContext, Page } from '@playwright/test';
import { dayOf, shiftDay } from '#shared/language';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

const yesterday = shiftDay(dayOf(new Date()), -1);

/** The demo's confirmed contacts. */
const phones = ['+84901000002', '+84901000003', '+84901000006', '+84901000009'];

test('confirmed contacts are told once a second officer agrees, and the same people are corrected', async ({
	browser,
}) => {
	test.slow();
	const [first, second] = await Promise.all([browser.newContext(), browser.newContext()]);
	const page = await first.newPage();
	await page.goto('/console/cases');
	await signInOfficer(page, first, 'cdc.hanoi.2');
	await page.getByRole('link', { name: 'NGUYỄN THỊ MINH ***' }).click();
	await page.getByRole('link', { name: 'Cảnh báo người tiếp xúc' }).click();
	await expectSound(page);
	await page.locator('form').evaluateAll(noBrowserChecks);
	await page.fill('#purpose', 'Báo người đã ở cùng nơi');
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page.getByRole('alert')).toContainText('Hãy chọn mức');
	await expect(page.locator('#purpose')).toHaveValue('Báo người đã ở cùng nơi');
	// Goes out at whatever hour this runs.
	await page.check('[name=severity][value=urgent]');
	await page.getByRole('button', { name: 'Tiếp tục' }).click();

	await page.getByRole('link', { name: 'Cà phê Phố Cổ' }).click();
	await expect(page.locator('#placeName')).toHaveValue('Cà phê Phố Cổ');
	await expect(page.locator('#from')).not.toHaveValue('');
	await page.fill('#placeName', 'Quán của Nguyễn Thị Minh Hằng');
	await page.fill('#from', `${yesterday}T08:00`);
	await page.fill('#until', `${yesterday}T10:00`);
	await page.fill('#phone', '024 3825 5599');
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.getByRole('alert')).toContainText('cho biết ca bệnh là ai');
	await page.fill('#placeName', 'Cà phê Phố Cổ');
	await expectSound(page);
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.locator('blockquote').first()).toContainText('KHAN - Y TE: ban da den Ca phe Pho Co');
	await expect(page.getByRole('row', { name: 'Tất cả' })).toContainText('4');
	await expectSound(page);
	await page.getByRole('button', { name: 'Gửi để duyệt: 4 người' }).click();
	await expect(page.getByText('Đang chờ một cán bộ khác của địa bàn duyệt.')).toBeVisible();
	expect(await told(first)).toEqual([]);

	const other = await second.newPage();
	await other.goto(new URL(page.url()).pathname);
	await signInOfficer(other, second, 'tram.hoankiem.2');
	await other.getByRole('button', { name: 'Duyệt và gửi cho 4 người' }).click();
	await expect(other.getByText('Đã gửi xong')).toBeVisible();
	expect(await told(second)).toEqual(phones.map((phone) => ({ phone, texts: 1 })));
	await expectSound(other);

	await other.getByRole('link', { name: 'Thu hồi và đính chính' }).click();
	await expectSound(other);
	await other.fill('#reason', 'Nhầm giờ');
	await other.getByRole('button', { name: 'Thu hồi và đính chính ngay' }).click();
	await expect(other.getByText('Đã thu hồi')).toBeVisible();
	await expect(other.getByRole('row', { name: 'Đã gửi' })).toContainText('44', { timeout: 30_000 });
	expect(await told(second)).toEqual(phones.map((phone) => ({ phone, texts: 2 })));
	await expectSound(other);
	await Promise.all([first, second].map((context) => context.close()));
});

test('anybody reads where a case was, as a page and as feeds, without who it is', async ({ page, request }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Những nơi có ca bệnh' }).click();
	await expect(page.getByText('Cà phê Phố Cổ')).toBeVisible();
	await expectSound(page);

	const json = await (await request.get('/alerts/feed.json')).json();
	expect(json.items[0]).toMatchObject({ title: expect.stringContaining('Cà phê Phố Cổ') });
	expect(JSON.stringify(json)).not.toMatch(/caseId|visitors|Dùng thử/);
	const rss = await (await request.get('/alerts/feed.xml')).text();
	const titles = await page.evaluate((text) => {
		const feed = new DOMParser().parseFromString(text, 'application/xml');
		return [...feed.querySelectorAll('item > title, parsererror')].map((one) => one.textContent);
	}, rss);
	expect(titles[0]).toContain('Cà phê Phố Cổ');
});

test('the pages for notices, calls and sending say what there is', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto('/console/messages');
	await signInOfficer(page, context, 'bo.yte');
	for (const path of ['/console/messages', '/console/alerts/templates']) {
		await page.goto(path);
		await page.locator('details:has(form) > summary').first().click();
		await expectSound(page);
	}
	await context.close();
});

/** How many messages of the alert each phone got, by the outbox. */
async function told(context: BrowserContext): Promise<{ phone: string; texts: number }[]> {
	const page = await context.newPage();
	await page.goto(`${process.env.VAORA_ADDRESS}/outbox`);
	const entries = await page
		.locator('[data-phone]')
		.filter({ hasText: /Ca phe Pho Co|Cà phê Phố Cổ/ })
		.all();
	const got = await Promise.all(entries.map((one) => one.getAttribute('data-phone')));
	await page.close();
	return phones.flatMap((phone) => {
		const texts = got.filter((one) => one === phone).length;
		return texts ? [{ phone, texts }] : [];
	});
}

const noBrowserChecks = (forms: Element[]) => {
	for (const form of forms as HTMLFormElement[]) form.noValidate = true;
};

/** Accessible, and nothing wider than the phone. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
