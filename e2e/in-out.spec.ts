import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { dayOf } from '#shared/language';
import { declare, newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, readCode, test } from './person.ts';

interface Place {
	/** `/places/123` */
	path: string;
	/** `/p/K7QF2M9X4` */
	poster: string;
}

/** Registers a place and returns where its pages are. */
async function register(page: Page, { name, type }: { name: string; type: string }): Promise<Place> {
	await page.goto('/places/new');
	await page.fill('#name', name);
	await page.selectOption('#type', type);
	await page.selectOption('#province', '01');
	await page.locator('#commune option[value="00004"]').waitFor({ state: 'attached' });
	await page.selectOption('#commune', '00004');
	await page.fill('#address', '15 Phan Đình Phùng');
	await page.fill('#registrantName', 'Đặng Thị Ước');
	await page.getByRole('button', { name: 'Đăng ký và nhận áp phích' }).click();
	await page.waitForURL(/\/places\/\d+/);
	const code = (await page.locator('.code').first().textContent())!.replaceAll('-', '');
	return { path: new URL(page.url()).pathname, poster: `/p/${code}` };
}

/** Somebody new comes to a poster, declares, and stands before IN and OUT. */
async function comeTo(browser: Browser, path: string, name: string, hasScript = true) {
	const context = await browser.newContext({ baseURL: process.env.VAORA_ADDRESS!, javaScriptEnabled: hasScript });
	const page = await context.newPage();
	const phone = newPhone();
	await page.goto(path);
	await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(page, context, phone);
	await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
	await declare(page, { name }, hasScript);
	return { context, page, phone };
}

async function openOwner(page: Page, context: BrowserContext, place: { name: string; type: string }): Promise<Place> {
	await page.goto('/places/new');
	await signIn(page, context, newPhone());
	return register(page, place);
}

/** A controller notes somebody who came a while ago, as a gate does that was offline. */
async function noteByPhone(page: Page, context: BrowserContext, told: { place: string; phone: string; at: string }) {
	const ask = async (operation: string, data: object) => {
		const response = await page.request.post(`/api/v1/${operation}`, { data });
		expect(response.ok(), await response.text()).toBe(true);
		return response.json();
	};
	const { place, phone, at } = told;
	const { challengeId: challenge } = await ask('identity.request-code', { phone });
	const code = await readCode(context, phone);
	const id = crypto.randomUUID();
	await ask('visits.check-in-by-phone', { id, place, at, direction: 'in', challenge, code });
}

/** So many minutes ago in Viet Nam, as a time field takes it. */
const timeAgo = (minutes: number) =>
	new Date(Date.now() - minutes * 60_000 + 7 * 3_600_000).toISOString().slice(11, 16);

test('a café with two places: the third is told it is full; the log is searched, downloaded, and closed', async ({
	page,
	context,
	browser,
}) => {
	test.setTimeout(180_000);
	const { path, poster } = await openOwner(page, context, { name: 'Cà phê Hai Chỗ', type: 'cafe' });
	await page.fill('#capacity', '2');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.locator('#capacity')).toHaveValue('2');
	await expectAccessible(page);

	const verdicts: string[] = [];
	const visitors = [];
	for (const name of ['Nguyễn Thị Mận', 'Trần Văn Đào', 'Lê Thị Lựu']) {
		const visitor = await comeTo(browser, poster, name);
		await visitor.page.getByRole('button', { name: 'VÀO' }).click();
		verdicts.push((await visitor.page.locator('[data-verdict]').getAttribute('data-verdict'))!);
		visitors.push(visitor);
	}
	expect(verdicts).toEqual(['green', 'green', 'amber']);
	await expect(visitors[2]!.page.locator('[data-verdict]')).toContainText('Nơi này đã đủ người');

	await page.goto(`${path}/today`);
	await expect(page.getByText('Đã đủ người. Mời khách')).toBeVisible();
	await expect(page.getByText('nơi này đã đủ người')).toBeVisible();
	await expect(page.getByText('TRẦN VĂN ***').first()).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Nhật ký' }).click();
	await page.selectOption('#state', 'inside');
	await page.getByRole('button', { name: 'Xem' }).click();
	await expect(page.locator('tbody tr')).toHaveCount(3);
	await expectAccessible(page);
	await page.fill('#number', visitors[1]!.phone);
	await page.getByRole('button', { name: 'Tìm theo số' }).click();
	await expect(page.locator('tbody tr')).toHaveCount(1);
	await expect(page.locator('tbody tr')).toContainText('TRẦN VĂN ***');
	expect(page.url()).not.toContain(visitors[1]!.phone);
	await page.fill('#name', 'le thi');
	await page.getByRole('button', { name: 'Tìm theo tên' }).click();
	await expect(page.locator('tbody tr')).toContainText('LÊ THỊ ***');
	await page.fill('#name', 'Lựu');
	await page.getByRole('button', { name: 'Tìm theo tên' }).click();
	await expect(page.locator('tbody tr')).toHaveCount(0);

	await page.getByRole('link', { name: 'Tải về' }).click();
	await page.getByRole('button', { name: 'Xem có bao nhiêu dòng' }).click();
	await expect(page.getByRole('heading', { name: '3 dòng' })).toBeVisible();
	await expectAccessible(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'CSV' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^vao-ra-\d{4}-\d\d-\d\d-Ca-phe-Hai-Cho\.csv$/);
	const rows: string[][] = parse(await readFile(await file.path()), { bom: true });
	expect(rows.slice(1, 4).map(([name]) => name!.split(' (')[0])).toEqual([
		'NGUYỄN THỊ ***',
		'TRẦN VĂN ***',
		'LÊ THỊ ***',
	]);
	expect(rows.find(([name]) => name === 'Số dòng · Rows')?.[1]).toBe('3');
	await visitors[0]!.page.goto('/me/looks');
	await expect(visitors[0]!.page.getByText('Nơi bạn đến tải nhật ký vào ra về')).toBeVisible();

	await page.goto(`${path}/not-left`);
	await expect(page.getByRole('checkbox')).toHaveCount(3);
	await expectAccessible(page);
	await page.getByRole('checkbox', { name: /NGUYỄN THỊ/ }).check();
	await page.getByRole('button', { name: 'Ghi những người đã chọn đã ra' }).click();
	await expect(page.getByText('Đã ghi 1 người đã ra.')).toBeVisible();
	await page.getByRole('button', { name: 'Ghi cả 2 người đã ra, bây giờ' }).click();
	await expect(page.getByText('Mọi người đều đã được ghi nhận ra.')).toBeVisible();
	for (const visitor of visitors) await visitor.context.close();
});

test('after closing time those who were not noted leaving stand at the top, and one press closes them', async ({
	page,
	context,
}) => {
	await page.goto('/places');
	await signIn(page, context, '0912000005');
	await page.getByRole('link', { name: 'Áp phích và quản lý' }).first().click();
	await page.waitForURL(/\/places\/\d+$/);
	const path = new URL(page.url()).pathname;
	const cameAt = new Date(Date.now() - 30 * 60_000);
	await noteByPhone(page, context, { place: path.split('/')[2]!, phone: '+84901000008', at: cameAt.toISOString() });

	const closesAt = timeAgo(10);
	await page.fill('#closesAt', closesAt);
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.locator('#closesAt')).toHaveValue(closesAt);
	await page.goto(`${path}/today`);
	await expect(page.getByRole('heading', { name: /chưa ghi nhận ra sau giờ đóng cửa/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: `Ghi tất cả đã ra lúc ${closesAt}` }).click();

	await expect(page.getByText(/Đã ghi \d+ người đã ra/)).toBeVisible();
	await page.goto(`${path}/log?state=inferred&day=${dayOf(cameAt)}`);
	await expect(page.getByText('BÙI THỊ ***')).toBeVisible();
	await expect(page.getByText('suy ra: địa điểm đóng lượt').first()).toBeVisible();
	await page.goto(path);
	await page.fill('#closesAt', '');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.locator('#closesAt')).toHaveValue('');
});

test('a bus with departures and seats is boarded from its poster, and its passengers are seen on the seat map', async ({
	page,
	context,
	browser,
}) => {
	test.setTimeout(120_000);
	const { path, poster } = await openOwner(page, context, { name: 'Xe khách 29B-678.90', type: 'bus' });
	await page.goto(`${path}/trips`);
	await page.fill('#route', 'Hà Nội – Nam Định');
	await page.fill('#departs', timeAgo(0));
	await page.fill('#days', '2');
	await page.fill('#rows', '4');
	await page.fill('#letters', 'ABCD');
	await page.getByRole('button', { name: 'Thêm chuyến' }).click();
	await expect(page.getByText('Đã thêm 2 chuyến.')).toBeVisible();
	await expectAccessible(page);

	const first = await comeTo(browser, `${poster}?seat=2A`, 'Phạm Văn Sung', false);
	await expect(first.page.getByLabel('Chuyến')).toContainText('Hà Nội – Nam Định');
	await expect(first.page.getByLabel('Số ghế')).toHaveValue('2A');
	await first.page.getByLabel('Số ghế').fill('9Z');
	await first.page.getByRole('button', { name: 'VÀO' }).click();
	await first.page
		.getByRole('alert')
		.getByRole('link', { name: /không có ghế đó/ })
		.click();
	await expect(first.page.getByLabel('Số ghế')).toBeFocused();
	await first.page.getByLabel('Số ghế').fill('2a');
	await first.page.getByRole('button', { name: 'VÀO' }).click();
	await expect(first.page.locator('[data-verdict=green]')).toBeVisible();

	const second = await comeTo(browser, `${poster}?seat=2A`, 'Đỗ Thị Vải');
	await expectAccessible(second.page);
	await second.page.getByRole('button', { name: 'VÀO' }).click();
	await expect(second.page.locator('[data-verdict=amber]')).toContainText('Ghế này đã có người khác');

	await page.getByRole('link', { name: 'Hành khách' }).first().click();
	await expect(page.getByRole('img', { name: '1 ghế đã có người trong 16 ghế' })).toBeVisible();
	await expect(page.getByText('Hai người cùng ghế: 2A')).toBeVisible();
	await expect(page.locator('tbody tr')).toHaveCount(2);
	await expectAccessible(page);

	await page.goBack();
	await page.getByText('Huỷ chuyến').first().click();
	await page.getByRole('button', { name: 'Huỷ chuyến' }).click();
	await expect(page.getByText('đã huỷ')).toBeVisible();
	await second.page.goto(poster);
	await expect(second.page.getByLabel('Chuyến')).toHaveCount(0);
	await first.context.close();
	await second.context.close();
});
