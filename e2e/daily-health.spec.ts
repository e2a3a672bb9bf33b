import type { BrowserContext, Page } from '@playwright/test';
import { signIn } from './journey.ts';
import { expect, expectAccessible, signInByCode, signInOfficer, test } from './person.ts';

/** The demo has people of Hoàn Kiếm under watch, and has reminded those who have yet to report. */
const family = '0901000003';

test('a family answers a reminder by its link without JavaScript, and the station sees who fell ill', async ({
	browser,
}) => {
	test.slow();
	const office = await browser.newContext();
	const officer = await office.newPage();
	await goToStation(officer, office);
	await expect(officer.getByRole('heading', { name: 'Trạm y tế hôm nay' })).toBeVisible();
	await expectSound(officer);
	const home = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const page = await home.newPage();

	const link = await readLink(home);
	const lookingOn = await office.newPage();
	await lookingOn.goto(link);
	await expectSound(lookingOn);
	await page.goto(link);
	await expectLight(page, link);
	await expect(page.locator('legend')).toHaveText([/L\.B\.A · 2019|L\.T\.Ư · 1994/, /L\.B\.A · 2019|L\.T\.Ư · 1994/]);
	for (const name of ['Ước', 'ƯỚC', 'Bảo', 'BẢO', family]) await expect(page.locator('main')).not.toContainText(name);
	for (const chosen of await page.locator('input[type=radio]').all()) await expect(chosen).not.toBeChecked();
	await expectFits(page);
	const [mother, child] = [page.getByRole('group', { name: '1994' }), page.getByRole('group', { name: '2019' })];
	await mother.getByLabel('Khoẻ, không triệu chứng').check();
	await child.getByLabel('Có triệu chứng').check();
	await child.getByLabel('Khó thở').check();
	await child.getByLabel('Nhiệt độ').fill('99');
	await page.getByRole('button', { name: 'Gửi báo sức khoẻ' }).click();
	await expect(page.getByRole('alert')).toContainText('từ 34 đến 43');
	await expect(child.getByLabel('Khó thở')).toBeChecked();
	await expectFits(page);
	await child.getByLabel('Nhiệt độ').fill('38,6');
	await page.getByRole('button', { name: 'Gửi báo sức khoẻ' }).click();
	await expect(page.getByRole('status')).toContainText('Trạm y tế sẽ gọi');
	await expect(child).toContainText('Đã báo: có triệu chứng');
	await expect(mother).toContainText('Đã báo: khoẻ');
	await expectFits(page);

	// A page that stayed open looks when it comes to the front, and every twenty seconds.
	await officer.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await officer.getByRole('link', { name: 'Có người vừa báo triệu chứng' }).click();
	const alarm = officer.getByRole('listitem').filter({ hasText: 'LÊ BẢO ***' });
	await expect(alarm).toContainText('khó thở');
	await expect(alarm).toContainText('khẩn cấp');
	await alarm.getByRole('button', { name: 'Hiện số để gọi' }).click();
	await expect(officer.getByRole('link', { name: 'Gọi 0901 000 003' }).first()).toHaveAttribute(
		'href',
		'tel:+84901000003',
	);
	await expectSound(officer);
	await alarm.getByText('Đã xử lý').first().click();
	await alarm.getByLabel('Đã làm gì?').fill('Đã gọi, chuyển cấp cứu');
	await alarm.getByRole('button', { name: 'Đánh dấu đã xử lý' }).click();
	await expect(officer.getByRole('status').filter({ hasText: 'Đã đánh dấu xử lý' })).toBeVisible();
	await expect(alarm).toBeHidden();

	await officer.getByRole('link', { name: 'Ai đã báo, ngày nào' }).click();
	await expect(officer.getByRole('row').filter({ hasText: 'LÊ BẢO ***' })).toContainText('có triệu chứng');
	await expectSound(officer);
	await officer.getByRole('link', { name: 'LÊ BẢO ***' }).click();
	await expect(officer.getByRole('img', { name: /Nhiệt độ và triệu chứng/ })).toBeVisible();
	await expect(officer.getByRole('row').filter({ hasText: '38,6' })).toContainText('khó thở');
	await expect(officer.locator('main')).toContainText('Đã gọi, chuyển cấp cứu');
	await expectSound(officer);
	await Promise.all([office, home].map((context) => context.close()));
});

test('somebody signed in reports with one press, and corrects it', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto('/me/report');
	await signIn(page, context, '0901000007');
	await page.goto('/me/report');

	await page.getByLabel('Khoẻ, không triệu chứng').check();
	await page.getByRole('button', { name: 'Gửi báo sức khoẻ' }).click();
	await expect(page.getByRole('status')).toContainText('trạm y tế đã nhận');
	await page.getByText('Báo sửa').first().click();
	await page.getByLabel('Có triệu chứng').check();
	await page.getByLabel('Ho', { exact: true }).check();
	await page.getByRole('button', { name: 'Gửi báo sửa' }).click();

	await expect(page.locator('main')).toContainText('Đã báo: có triệu chứng');
	await page.getByRole('link', { name: 'Cách nhắc và giờ nhắc' }).click();
	await page.getByLabel('Nhắc từ mấy giờ').selectOption('18');
	await page.getByRole('button', { name: 'Lưu giờ nhắc' }).click();
	await expect(page.getByRole('status')).toContainText('Đã lưu');
	await expectSound(page);
	await context.close();
});

test('a site is gone through floor by floor, all of it kept on the device, and what was noted arrives', async ({
	browser,
}) => {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await page.goto('/console/sites');
	await signInOfficer(page, context, 'cachly.hoankiem');
	await page.getByRole('link', { name: 'Ký túc xá Cao đẳng Y tế' }).click();
	await page.getByRole('link', { name: 'Đi thăm tầng này' }).click();
	await expect(page.getByRole('heading', { name: 'Đi thăm: A, tầng 1' })).toBeVisible();
	await page.getByRole('button', { name: 'Giữ mọi tầng trên máy' }).click();
	await expect(page.getByText('Đã giữ trên máy: tầng 2/2')).toBeVisible();
	await expectSound(page);

	await context.setOffline(true);
	await page.getByRole('link', { name: 'A, tầng 2 →' }).click();
	await expect(page.getByRole('heading', { name: 'Đi thăm: A, tầng 2' })).toBeVisible();
	const bed = page.locator('fieldset').filter({ hasText: '202/1' });
	await bed.getByLabel('Khoẻ, không triệu chứng').check();
	await page.getByRole('button', { name: 'Ghi những người đã hỏi' }).click();
	await expect(page.locator('#kept')).toContainText('chờ gửi: 1');

	const sent = page.waitForResponse((response) => response.url().endsWith('/console/rounds/send'));
	await context.setOffline(false);
	expect((await sent).status()).toBe(200);
	await page.reload();
	await expect(bed).toContainText('Đã báo: khoẻ');
	await expect(page.getByRole('link', { name: 'A, tầng 2 · ✓ 1' })).toBeVisible();
	await context.close();
});

test('a round opened once goes on without a network and after a restart, and all of it arrives once', async ({
	browser,
}) => {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await page.goto('/console/rounds');
	await signInByCode(page, context, 'tram.hoankiem');
	await expect(page.getByRole('link', { name: 'Ký túc xá Cao đẳng Y tế' })).toContainText('chưa báo');
	await expectSound(page);
	await page.getByRole('link', { name: 'Mọi người đang theo dõi trong địa bàn' }).click();
	await expectSound(page);
	await expect
		.poll(() => page.evaluate(async () => Boolean(await caches.match(location.pathname + location.search))), {
			timeout: 15_000,
		})
		.toBe(true);
	const cards = page.locator('fieldset').filter({ hasText: 'Chưa hỏi được' });
	const asked = await cards.count();
	expect(asked).toBeGreaterThan(1);

	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Đi thăm từng người' })).toBeVisible();
	const record = page.getByRole('button', { name: 'Ghi những người đã hỏi' });
	for (let row = 0; row < asked; row++) {
		if (row === 0) {
			await cards.nth(row).getByLabel('Có triệu chứng').check();
			await cards.nth(row).getByLabel('Ho', { exact: true }).check();
		} else await cards.nth(row).getByLabel('Khoẻ, không triệu chứng').check();
	}
	await record.click();
	const kept = page.locator('#kept');
	await expect(kept).toContainText(`chờ gửi: ${asked}`);
	await expect(cards.first()).toContainText('Giữ trên máy: có triệu chứng');
	// Pressed again it notes nothing twice.
	await record.click();
	await page.reload();
	await expect(kept).toContainText(`chờ gửi: ${asked}`);
	await expectSound(page);

	const sent = page.waitForResponse((response) => response.url().endsWith('/console/rounds/send'));
	await context.setOffline(false);
	const answer = await sent;
	expect(answer.status()).toBe(200);
	// The page reads the answer and loads itself again: what it sent is what is left to look at.
	const { reports } = answer.request().postDataJSON() as { reports: { id: string; person: string }[] };
	expect(new Set(reports.map(({ person }) => person)).size).toBe(asked);
	expect(reports).toHaveLength(asked);
	await expect(kept).toBeHidden();

	await page.reload();
	await expect(page.locator('fieldset').filter({ hasText: 'Đã báo: có triệu chứng' }).first()).toBeVisible();
	await expect(cards).toHaveCount(0);

	await page.goto('/console');
	await page.locator('form[action="/sign-out"] button').first().dispatchEvent('click');
	await expect(page).toHaveURL(/signed-out/);
	await expect
		.poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('vaora-rounds-'))))
		.toEqual([]);
	await context.close();
});

async function goToStation(page: Page, context: BrowserContext): Promise<void> {
	await page.goto('/console/station');
	await signInOfficer(page, context, 'tram.hoankiem');
}

/** The link in the newest message to the family, read where a developer would. */
async function readLink(context: BrowserContext): Promise<string> {
	const page = await context.newPage();
	await page.goto('/outbox');
	const text = await page.locator('[data-phone="+84901000003"]').filter({ hasText: '/r/' }).first().textContent();
	await page.close();
	return new URL(/https?:\/\/\S+\/r\/[a-z0-9]{13}/.exec(text ?? '')![0]).pathname;
}

async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	await expectFits(page);
}

/** As it travels: small enough for the weakest phone, and no script at all. */
async function expectLight(page: Page, path: string): Promise<void> {
	const response = await page.request.get(path, { headers: { 'accept-encoding': 'br' } });
	expect(Number(response.headers()['content-length'])).toBeLessThan(12 * 1_024);
	expect(await response.text()).not.toContain('<script');
}

async function expectFits(page: Page): Promise<void> {
	const { width, inner } = await page.evaluate(() => ({
		width: document.documentElement.scrollWidth,
		inner: screen.width,
	}));
	expect(width).toBeLessThanOrEqual(inner);
}
