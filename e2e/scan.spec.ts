import type { Page } from '@playwright/test';
import { qrSvg } from '../shared/codes/qr-code.ts';
import { poster } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

/** A camera that shows a picture of a QR code, drawn on a canvas. */
async function holdBefore(page: Page, text: string) {
	const picture = `data:image/svg+xml,${encodeURIComponent(qrSvg(text).replace('<svg ', '<svg width="400" height="400" '))}`;
	await page.addInitScript((source) => {
		navigator.mediaDevices.getUserMedia = async () => {
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [1_280, 720];
			const context = canvas.getContext('2d')!;
			const image = new Image();
			image.src = source;
			await image.decode();
			setInterval(() => {
				context.fillStyle = '#777';
				context.fillRect(0, 0, canvas.width, canvas.height);
				context.drawImage(image, 440, 160);
			}, 50);
			return canvas.captureStream(20);
		};
	}, picture);
}

const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';

test('a visitor scans the poster with the page’s own camera and is at the place', async ({ page, baseURL }) => {
	await holdBefore(page, `${baseURL}/p/${poster()}`);
	await page.goto('/');
	await page.getByRole('link', { name: 'Máy ảnh không đọc được mã?' }).click();
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Mở camera' }).click();

	await page.waitForURL(`**/p/${poster()}`);
});

test('a person’s code before the camera is told from a poster, in words', async ({ page }) => {
	await holdBefore(page, national);
	await page.goto('/scan');

	await page.getByRole('button', { name: 'Mở camera' }).click();

	await expect(page.getByRole('alert')).toContainText('Đây là mã của một người, không phải mã của địa điểm');
	await expect(page.locator('#code')).toHaveValue('');
	await expect(page.getByRole('button', { name: 'Quét lại' })).toBeVisible();
	await expectAccessible(page);
});

test('where the camera may not be used the field is still there', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	await page.goto('/scan');

	await page.getByRole('button', { name: 'Mở camera' }).click();

	await expect(page.getByText('Trình duyệt chưa được phép dùng camera')).toBeVisible();
	await page.getByLabel('Hoặc gõ mã').fill(poster().toLowerCase());
	await page.getByRole('button', { name: 'Tới địa điểm này' }).click();
	await page.waitForURL(`**/p/${poster()}`);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of ['/', '/scan'])
		for (const [what, typed, words] of [
			['a person’s national code', national, 'Đây là mã của một người'],
			['a personal number', 'K7Q-F2M', 'Đây là mã của một người'],
			[
				'an old place code',
				'https://tokhaiyte.vn/?page=Group.checkin&groupId=5e89726392bd2184ae730883',
				'mã địa điểm cũ',
			],
			['a forged personal code', 'VAORA1:6BF', 'Mã cá nhân Vaora: có chữ bị sai'],
			['a place’s code with a wrong letter', 'K7QF-2M9X-W', 'Mã địa điểm: có chữ bị sai'],
			['another site', 'https://example.vn/', 'Đây không phải mã mà Vaora biết'],
		] as const)
			test(`${what} typed at ${path} is answered in words`, async ({ page }) => {
				await page.goto(path);
				await page.fill('#code', typed);
				await page.getByRole('button', { name: 'Tới địa điểm này' }).click();

				await expect(page.getByRole('alert')).toContainText(words);
			});
});
