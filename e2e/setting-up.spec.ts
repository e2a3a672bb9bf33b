import type { Page } from '@playwright/test';
import { newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

/** In force when nobody who runs these journeys is: the others go by what is in force today. */
const farDay = '2099-01-01';
const differs = 'Bản mới khác bản trước ở';

/** Accessible, and nothing wider than the window. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
		page.viewportSize()!.width,
	);
}

/** Sends a new version, reads what differs, and sends it again. */
async function keepVersion(page: Page, ...says: string[]): Promise<void> {
	await page.fill('#validFrom', farDay);
	await page.fill('#decision', 'Quyết định thử');
	await page.getByRole('button', { name: 'Xem khác gì bản trước' }).click();
	const shown = page.getByRole('status').filter({ hasText: differs });
	for (const text of says) await expect(shown).toContainText(text);
	await expectSound(page);
	await page.getByRole('button', { name: /^(Lưu phiên bản mới|Thêm quy tắc)$/ }).click();
}

test('an administrator sees what a new version changes before it is kept', async ({ page, context }) => {
	test.slow();
	await page.goto('/console/sign-in?to=/console/regimes');
	await signInOfficer(page, context, 'bo.yte');

	await page.goto('/console/regimes');
	await expectSound(page);
	await page.getByRole('link', { name: 'Phiên bản mới home-7-days-vaccinated' }).click();
	await page.fill('#days', '500');
	await page.fill('#testDays', '1,5');
	await keepVersion(page, 'Số ngày cách ly', 'Ngày xét nghiệm', '1, 5');
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#days');
	await page.fill('#days', '5');
	await page.getByRole('button', { name: 'Xem khác gì bản trước' }).click();
	await expect(page.getByRole('row').filter({ hasText: 'Số ngày cách ly' })).toContainText('5');
	await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
	await expect(page.getByRole('status')).toContainText('Đã lưu phiên bản mới');

	await page.goto('/console/clocks');
	await expectSound(page);
	await page.getByRole('link', { name: 'Phiên bản mới Tại nhà, nơi lưu trú' }).click();
	await page.fill('#listMinutes', '90');
	await keepVersion(page, 'Lập danh sách trong (phút)', '90');
	await expect(page.getByRole('row').filter({ hasText: '1 giờ 30 phút' })).toContainText('chưa có hiệu lực');

	await page.goto('/console/symptom-rules');
	await expectSound(page);
	await page.getByRole('link', { name: 'Phiên bản mới Bệnh chưa có quy tắc riêng, cả nước' }).click();
	await page.locator('#anyOf').getByLabel('phát ban').check();
	await keepVersion(page, 'Chỉ một trong các dấu hiệu này là có triệu chứng', 'phát ban');
	await expect(page.getByRole('status')).toContainText('Đã lưu phiên bản mới');

	await page.goto('/console/diseases');
	await expectSound(page);
	await page.getByRole('link', { name: 'Phiên bản mới qd-5053' }).first().click();
	await page.fill('#minutesMin', '20');
	await keepVersion(page, 'Số phút cùng nơi, ít nhất', '20');
	await page.waitForURL(/console\/diseases#/);

	await page.goto('/console/diseases/new');
	await expectSound(page);
	await page.selectOption('#disease', 'influenza');
	for (const [field, text] of [
		...([
			['#rule', 'qd-5053'],
			['#nameVi', 'Cúm thử'],
			['#nameEn', 'Flu sample'],
		] as const),
		...([
			['#daysAfter', 'bảy'],
			['#decision', 'Quyết định thử'],
		] as const),
	])
		await page.fill(field, text);
	await page.getByRole('button', { name: 'Thêm quy tắc' }).click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveText([/Mã quy tắc chưa dùng/, /Số ngày sau khởi phát/]);
	await expect(page.locator('#nameVi')).toHaveValue('Cúm thử');
	await expectSound(page);
});

test('an administrator adds a disease, words a notice and a paper, and reads the log', async ({ page, context }) => {
	test.slow();
	await page.goto('/console/sign-in?to=/console/diseases');
	await signInOfficer(page, context, 'bo.yte');

	await page.goto('/console/diseases/disease');
	for (const [field, text] of [
		...([
			['#disease', 'covid-19'],
			['#nameVi', 'Sốt thử'],
			['#nameEn', 'Test fever'],
			['#source', 'Thử'],
		] as const),
		...([
			['#incubationDaysMax', '10'],
			['#serialDaysMean', '4,5'],
			['#serialDaysSd', '2'],
		] as const),
	])
		await page.fill(field, text);
	await page.selectOption('#lawGroup', 'B');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#disease');
	await expectSound(page);
	await page.fill('#disease', 'sot-thu');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByRole('heading', { name: 'Sốt thử' })).toBeVisible();

	await page.goto('/console/outbreaks/templates');
	const beginning = page.locator('section').filter({ hasText: 'Thông báo có ổ dịch' });
	await beginning.locator('textarea').fill('Có ổ dịch {disease} tại {location}, {nowhere}.');
	await beginning.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.locator('#example-beginning')).toContainText('Có ổ dịch COVID-19 tại Tổ 7');
	await page.getByRole('button', { name: 'Lưu phiên bản mới' }).first().click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#body-beginning');
	await expectSound(page);

	await page.goto('/console/papers');
	await expectSound(page);
	await page.getByRole('link', { name: 'Biên bản bàn giao người cách ly (Mẫu 09)' }).click();
	await expectSound(page);
	await page.getByLabel('Tôi đã đối chiếu lời văn với biểu mẫu chính thức').check();
	await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
	await expect(page.getByRole('row').filter({ hasText: 'Mẫu 09' })).toContainText('đã xác nhận');

	await page.goto('/console/risk/figures');
	const table = (text: string) => ({ name: 'dan-so.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.selectOption('#kind', 'population');
	await page.fill('#source', 'Tổng cục Thống kê');
	await page.setInputFiles('#content', table('Mã xã,Từ ngày,Dân số\n00070,2026-01-01,nhiều\n'));
	await page.getByRole('button', { name: 'Gửi tệp' }).click();
	await expect(page.getByRole('row').filter({ hasText: 'Dân số' })).toContainText('2');
	await page.setInputFiles('#content', table('Mã xã,Từ ngày,Dân số\n00070,2026-01-01,41.000\n'));
	await page.getByRole('button', { name: 'Gửi tệp' }).click();
	await expect(page.getByRole('status')).toContainText('1 dòng đọc được. Chưa nạp gì.');
	await expectSound(page);

	await page.goto('/console/audit');
	await expect(page.getByRole('row').filter({ hasText: 'papers.set-template' }).first()).toContainText('Bộ Y tế');
	await expectSound(page);
});

test('an officer corrects a test, reads who looked at the case, prints a decision, looks up a number', async ({
	page,
	context,
}) => {
	test.slow();
	await page.goto('/console/sign-in?to=/console');
	await signInOfficer(page, context, 'so.yte');

	await page.goto('/console/cases?state=all&number=1');
	await page.getByRole('link', { name: 'NGUYỄN THỊ MINH ***' }).click();
	await expect(page.getByText(/^Xem hồ sơ/).first()).toBeVisible();
	const path = new URL(page.url()).pathname;
	await page.getByRole('link', { name: 'Xem, sửa các xét nghiệm đã ghi' }).click();
	await expectSound(page);
	await page
		.getByRole('link', { name: /^Sửa, ghi kết quả/ })
		.first()
		.click();
	await page.fill('#reason', 'x');
	await page.locator('#reason').evaluate((field) => field.removeAttribute('minlength'));
	await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#reason');
	await page.fill('#reason', 'Ghi lại cho đúng mã mẫu');
	await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
	await expect(page.getByRole('status')).toContainText('Đã sửa. Nội dung trước vẫn được giữ.');
	await page.goto(`${path}/looks`);
	await expect(page.getByRole('row').filter({ hasText: 'Sở Y tế Hà Nội' }).first()).toBeVisible();
	await expectSound(page);

	await page.goto('/console/orders');
	await page.locator('main table a').first().click();
	await page.getByText('In quyết định, thông báo').click();
	const paper = await page
		.getByRole('link', { name: /\(PDF\)/ })
		.first()
		.getAttribute('href');
	const answer = await page.request.get(paper!);
	expect(answer.headers()['content-type']).toBe('application/pdf');
	await expectSound(page);

	await page.goto('/console/paper-numbers');
	await page.fill('#number', 'K7Q-F2M');
	await page.fill('#purpose', 'Điều tra từ sổ giấy');
	await page.getByRole('button', { name: 'Tra mã số' }).click();
	await expect(page.getByRole('alert')).toContainText('Không ai có mã số này');
	await expectSound(page);
	await page.goto('/console/proposals/arrivals');
	await page.fill('#code', process.env.VAORA_POSTER!);
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page.getByText('Không phải nơi này?')).toBeVisible();
	await expectSound(page);
	await page.goto('/console/numbers');
	await expect(page.getByText('Người tiếp xúc bị mất dấu')).toBeVisible();
	await expectSound(page);
	await page.goto('/console/outbreaks');
	await page.locator('main table a').first().click();
	await page.getByRole('link', { name: 'Báo cho mọi người tiếp xúc' }).click();
	await expect(page.getByText('mỗi người một lần')).toBeVisible();
	await expectSound(page);
});

test('somebody who lost a phone signs out on every one', async ({ page, context, browser }) => {
	const phone = newPhone();
	const lost = await browser.newContext();
	const other = await lost.newPage();
	for (const [one, where] of [
		[other, lost],
		[page, context],
	] as const) {
		await one.goto('/sign-in?to=/me');
		await signIn(one, where, phone);
		await one.goto('/me');
		await expect(one.getByText('Bạn chưa khai báo lần nào.')).toBeVisible();
	}

	await page.getByRole('button', { name: 'Đăng xuất trên mọi máy' }).click();
	await other.goto('/me');

	await expect(other).toHaveURL(/sign-in/);
	await lost.close();
});

test('anybody reads which areas are cordoned', async ({ page }) => {
	await page.goto('/cordons');
	await expect(page.getByRole('heading', { name: 'Những nơi đang khoanh vùng' })).toBeVisible();
	await expectSound(page);
});
