import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import decodeQr from 'qr/decode.js';
import { declare, newPhone, signIn, toE164 } from './journey.ts';
import { expect, expectAccessible, readCode, test } from './person.ts';

for (const hasScript of [true, false])
	test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled: hasScript });

		test('a café owner registers a place, prints the poster, adds a gate and a controller, replaces a code', async ({
			page,
			context,
		}) => {
			await page.goto('/places/new');
			await signIn(page, context, newPhone());
			await page.fill('#name', 'Cà phê Ước Mơ');
			await page.selectOption('#type', 'cafe');
			await page.selectOption('#province', '01');
			if (hasScript) await page.locator('#commune option[value="00004"]').waitFor({ state: 'attached' });
			else await page.getByRole('button', { name: 'Chọn phường, xã của tỉnh này' }).click();
			await page.selectOption('#commune', '00004');
			await page.fill('#address', '15 Phan Đình Phùng');
			await page.fill('#registrantName', 'Đặng Thị Ước');
			await page.getByRole('button', { name: 'Đăng ký và nhận áp phích' }).click();
			await expect(page.getByRole('heading', { name: 'Cà phê Ước Mơ' })).toBeVisible();
			if (hasScript) await expectAccessible(page);
			const first = (await page.locator('.code').first().textContent())!;

			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: 'PNG' }).click();
			const image = PNG.sync.read(await readFile(await (await download).path()));
			expect(decodeQr(image)).toBe(
				`${process.env.VAORA_ADDRESS!.replace(/:\d+$/, ':0')}/p/${first.replaceAll('-', '')}`,
			);

			await page.getByText('Thêm cổng có mã riêng').click();
			await page.fill('#name', 'Cổng sau');
			await page.getByRole('button', { name: 'Thêm cổng' }).click();
			await expect(page.locator('.code')).toHaveCount(2);

			await page.fill('#phone', '0913 777 888');
			await page.getByRole('button', { name: 'Thêm người kiểm soát' }).click();
			await expect(page.getByText('0913 777 888').first()).toBeVisible();

			await page.getByText('Thay mã này').first().click();
			await page.getByRole('button', { name: 'Thu mã cũ, cấp mã mới' }).first().click();
			await expect(page.locator('.code').first()).not.toHaveText(first);
			await page.goto(`/p/${first.replaceAll('-', '')}`);
			await expect(page.getByRole('alert')).toContainText('Áp phích này đã được thay');
		});
	});

test('a controller sees who came, masked, and records people without a smartphone', async ({ page, context }) => {
	await page.goto('/places');
	await signIn(page, context, '0912000003');
	await page.getByRole('link', { name: 'Vào ra hôm nay' }).first().click();
	await page.fill('#phone', '0901 000 004');
	await page.getByRole('button', { name: 'Gửi mã tới số này' }).click();
	await page.fill('#code', await readCode(context, '+84901000004'));
	await page.getByRole('button', { name: 'Ghi VÀO' }).click();
	await expect(page.locator('[data-verdict=green]')).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Trở lại danh sách' }).click();
	await expect(page.getByText('PHẠM QUỐC *** (0901 000 ***)').first()).toBeVisible();
	await expect(page.getByText('KHÁNH')).toHaveCount(0);
	await expectAccessible(page);

	const phone = newPhone();
	await page.fill('#phone', phone);
	await page.getByRole('button', { name: 'Gửi mã tới số này' }).click();
	await page.fill('#code', await readCode(context, toE164(phone)));
	await page.getByRole('button', { name: 'Ghi VÀO' }).click();
	await page.getByRole('button', { name: 'Khai hộ người này' }).click();
	await expect(page.locator('#phone')).toHaveValue(new RegExp([...phone].join(' ?')));
	expect(page.url(), 'a number has no place in an address').not.toContain(phone.slice(-6));
	await declare(page, { name: 'Bà Cụ Sáu' }, true);
	await expect(page.locator('[data-verdict=green]')).toContainText('BÀ CỤ SÁU');
});

test('a stranger sees nothing of a place they do not manage', async ({ page, context }) => {
	await page.goto('/places');
	await signIn(page, context, '0912000003');
	const address = await page.getByRole('link', { name: 'Vào ra hôm nay' }).first().getAttribute('href');
	await context.clearCookies();
	await page.goto('/places');
	await signIn(page, context, newPhone());
	await page.goto(address!);

	await expect(page.getByRole('heading', { name: /không có quyền/ })).toBeVisible();
});
