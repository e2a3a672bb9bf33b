import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { declare, newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

const list = (rows: string[]) => ({
	name: 'lop-7a.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(['Họ và tên;Ngày sinh;Lớp;Mã HS', ...rows].join('\n')),
});
const pupils = ['Đặng Thị Bàng;03/05/2012;7A;HS001', 'Vũ Văn Cúc;2012;7A;HS002', 'Lò Thị Mận;2011;7B;HS003'];

async function registerSchool(page: Page, context: BrowserContext) {
	await page.goto('/places/new');
	await signIn(page, context, newPhone());
	await page.fill('#name', 'Trường THCS Nguyễn Du');
	await page.selectOption('#type', 'school');
	await page.selectOption('#province', '01');
	await page.locator('#commune option[value="00070"]').waitFor({ state: 'attached' });
	await page.selectOption('#commune', '00070');
	await page.fill('#address', '1 phố Huế');
	await page.fill('#registrantName', 'Trần Thị Hiệu Trưởng');
	await page.getByRole('button', { name: /Đăng ký/ }).click();
	await page.getByRole('link', { name: 'Thẻ', exact: true }).click();
}

test('a school makes cards from its list, prints them, and replaces a lost one', async ({ page, context }) => {
	await registerSchool(page, context);
	await expectAccessible(page);

	await page.setInputFiles('#list', list([...pupils, '=1+1;31/02/2012;7A;HS004']));
	await page.getByRole('button', { name: 'Kiểm tra danh sách' }).click();
	await expect(page.locator('#checked')).toContainText('3 người sẽ có thẻ mới');
	await expect(page.locator('#checked')).toContainText('có ký tự không phải chữ');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Bỏ qua dòng lỗi, lập 3 thẻ' }).click();
	await expect(page.getByRole('status')).toContainText('Đã lập 3 thẻ mới');
	await expectAccessible(page);

	await page.selectOption('#group', '7A');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tải PDF để in' }).click(),
	]);
	expect(download.suggestedFilename()).toBe('the-Truong-THCS-Nguyen-Du-7A.pdf');
	expect(
		readFileSync(await download.path())
			.subarray(0, 5)
			.toString(),
	).toBe('%PDF-');

	await page.setInputFiles('#list', list(pupils));
	await page.getByRole('button', { name: 'Kiểm tra danh sách' }).click();
	await expect(page.locator('#checked')).toContainText('0 người sẽ có thẻ mới, 3 người đã có thẻ ở đây');

	await page.getByText('Mất thẻ Lò Thị Mận').click();
	await page.getByRole('button', { name: 'Huỷ thẻ này, lập thẻ mới' }).last().click();
	await expect(page.getByRole('status')).toContainText('Thẻ cũ đã huỷ, thẻ mới đã lập');
	await expect(page.getByRole('link', { name: 'In thẻ mới' })).toBeVisible();
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('a file that is no list comes back with what to do', async ({ page, context }) => {
	await registerSchool(page, context);

	await page.setInputFiles('#list', {
		name: 'anh.png',
		mimeType: 'image/png',
		buffer: Buffer.from([0x89, 0x50, 0xff, 0]),
	});
	await page.getByRole('button', { name: 'Kiểm tra danh sách' }).click();

	await expect(page.getByRole('alert')).toContainText('Không đọc được tệp này');
	await expectAccessible(page);
});

test('a person has a number for logs on paper, and changes it', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Hà Thị Sổ' }, true);
	await page.getByRole('link', { name: /mã số cá nhân/ }).click();
	const number = (await page.locator('.number').textContent())!;

	expect(number).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
	await page.getByText('Đổi mã số', { exact: true }).click();
	await page.getByLabel(/Cho mã số khác/).check();
	await page.getByRole('button', { name: /Đổi mã số/ }).click();
	await expect(page.getByRole('status')).toContainText('Đã đổi mã số');
	await expect(page.locator('.number')).not.toHaveText(number);
});

test('a teacher declares once for the class, and alone for the pupil with a cough', async ({ page, context }) => {
	await registerSchool(page, context);
	await page.setInputFiles('#list', list(pupils));
	await page.getByRole('button', { name: 'Kiểm tra danh sách' }).click();
	await page.getByRole('button', { name: 'Lập 3 thẻ' }).click();
	await page.getByRole('link', { name: 'Khai hộ 7A (2)' }).click();

	await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	await expectAccessible(page);
	await page.getByRole('checkbox', { name: 'Đặng Thị Bàng' }).check();
	await answerAll(page, 'none');
	await page.getByRole('button', { name: 'Gửi tờ khai của những người được tích' }).click();
	await expect(page.getByRole('status')).toContainText('Đã khai hộ cho 1 người. Còn 1 người chưa khai');

	await page.getByRole('link', { name: 'Khai riêng Vũ Văn Cúc' }).click();
	await answerAll(page, 'cough');
	await page.fill('#symptoms-note', 'Ho từ hôm qua');
	await page.getByRole('button', { name: 'Gửi tờ khai của người này' }).click();
	await expect(page.getByText('Hôm nay bạn đã khai hộ cho tất cả.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Vũ Văn Cúc' })).toContainText('vàng');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectAccessible(page);
});

async function answerAll(page: Page, symptoms: string) {
	await page.check('[name=travelled][value=no]');
	await page.check(`[name=symptoms][value=${symptoms}]`);
	for (const name of ['met-patient', 'met-from-country', 'met-symptomatic'])
		await page.check(`[name=${name}][value=no]`);
	await page.check('#consent');
}
