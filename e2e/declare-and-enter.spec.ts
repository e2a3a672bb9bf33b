import { declare, fillIn, newPhone, poster, signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

for (const hasScript of [true, false])
	test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled: hasScript });

		test('a visitor scans a poster, declares once, goes in and out', async ({ page, context }) => {
			await page.goto(`/p/${poster()}`);
			await expect(page.getByRole('heading', { name: 'Trường THPT Nguyễn Huệ' })).toBeVisible();
			await expect(page.getByText('Phường Ba Đình, Thành phố Hà Nội')).toBeVisible();
			await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
			await signIn(page, context, newPhone());
			await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
			await declare(page, { name: 'Nguyễn Thị Phương Thảo' }, hasScript);

			await page.getByRole('button', { name: 'VÀO' }).click();
			await expect(page.locator('[data-verdict=green]')).toContainText('ĐƯỢC VÀO');
			await expect(page.locator('[data-verdict=green]')).toContainText('NGUYỄN THỊ PHƯƠNG THẢO');

			await page.goto(`/p/${poster()}`);
			await page.getByRole('button', { name: 'RA', exact: true }).click();
			await expect(page.locator('[data-verdict=left]')).toContainText('ĐÃ RA');

			await page.goto('/me/visits');
			await expect(page.getByText('Trường THPT Nguyễn Huệ')).toHaveCount(1);
		});

		test('entries stay when something is wrong, and the summary leads to the field', async ({ page, context }) => {
			await page.goto('/declare');
			await signIn(page, context, newPhone());
			await page.fill('#full-name', 'Ngô');
			await page.fill('#birth-year', '1890');
			await page.evaluate(() => document.querySelector('form')!.setAttribute('novalidate', ''));
			await page.getByRole('button', { name: 'Gửi tờ khai' }).click();

			await expect(page.getByRole('alert')).toContainText('Bạn chưa chọn giới tính');
			await expect(page).toHaveTitle(/^Lỗi: /);
			await expect(page.locator('#full-name')).toHaveValue(/^ngô$/i);
			await page
				.getByRole('alert')
				.getByRole('link', { name: /năm sinh/ })
				.click();
			await expect(page.locator('#birth-year')).toBeFocused();
		});
	});

test('somebody with a fever who met a patient is stopped, and told why and what to do', async ({ page, context }) => {
	await page.goto(`/p/${poster()}`);
	await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(page, context, newPhone());
	await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
	await declare(page, { name: 'Vũ Ý', symptoms: ['fever'], hasMetPatient: true }, true);
	await page.getByRole('button', { name: 'VÀO' }).click();

	const verdict = page.locator('[data-verdict=red]');
	await expect(verdict).toContainText('DỪNG LẠI');
	await expect(verdict).toContainText('Có dấu hiệu bệnh và đã tiếp xúc');
	await expect(verdict).toContainText('trạm y tế');
});

test('a button pressed twice is one visit', async ({ page, context }) => {
	await page.goto(`/p/${poster()}`);
	await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(page, context, newPhone());
	await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
	await declare(page, { name: 'Trần Thị Hai' }, true);
	await page.getByRole('button', { name: 'VÀO' }).dblclick();
	await expect(page.locator('[data-verdict=green]')).toBeVisible();
	await page.reload();

	await page.goto('/me/visits');
	await expect(page.getByText('Trường THPT Nguyễn Huệ')).toHaveCount(1);
});

test('what was typed survives a lost network', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await page.locator('html.js').waitFor();
	await fillIn(page, { name: 'Đặng Thuỳ Dương' }, true);
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Gửi tờ khai' }).click();
	await expect(page.getByRole('alert')).toContainText('Mất mạng');
	await context.setOffline(false);
	await page.reload();

	await expect(page.locator('#full-name')).toHaveValue('Đặng Thuỳ Dương');
	await expect(page.locator('#street')).toHaveValue('12 Hàng Bạc');
	await expect(page.locator('#commune')).toHaveValue('00070');
	await page.getByRole('button', { name: 'Gửi tờ khai' }).click();
	await expect(page).toHaveURL(/\/me/);
});

test('somebody declares for a child and both go in together', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Lê Thị Mẹ' }, true);
	await page.goto(`/declare?person=other&to=/p/${poster()}`);
	await page.fill('#phone', '0901222333');
	await declare(page, { name: 'Lê Văn Con' }, true);
	await expect(page.locator('[name=person]')).toHaveCount(2);
	for (const box of await page.locator('[name=person]').all()) await box.check();
	await page.getByRole('button', { name: 'VÀO' }).click();

	await expect(page.locator('[data-verdict=green]')).toContainText('LÊ THỊ MẸ');
	await expect(page.locator('[data-verdict=green]')).toContainText('LÊ VĂN CON');
});

test('the longest and the shortest name come back whole', async ({ page, context }) => {
	const long = 'CÔNG TẰNG TÔN NỮ NGUYỄN PHƯỚC THUỲ DƯƠNG NGỌC QUỲNH HƯƠNG TRÀ';
	for (const name of [long, 'Ý']) {
		await context.clearCookies();
		await page.goto('/declare');
		await signIn(page, context, newPhone());
		await declare(page, { name }, true);
		await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	}
});

test('in English the same journey is asked in English', async ({ page, context }) => {
	await page.goto(`/p/${poster()}?lang=en`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.getByRole('link', { name: 'Begin with your phone number' }).click();
	await page.fill('#phone', newPhone());
	await expect(page.getByRole('button', { name: 'Send the code' })).toBeVisible();
	expect((await context.cookies()).find((cookie) => cookie.name === 'lang')?.value).toBe('en');
});

test('all pages of a citizen are accessible and fit 320 pixels', async ({ page, context }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/declare');
	await expectAccessible(page);
	await signIn(page, context, newPhone());
	await page.getByRole('button', { name: 'Gửi tờ khai' }).click();
	await expectAccessible(page);
	await declare(page, { name: 'Nguyễn An' }, true);
	for (const path of [
		'/',
		'/me',
		'/me/visits',
		'/me/declarations',
		'/me/looks',
		`/p/${poster()}`,
		'/outbox',
		'/api',
		'/nowhere',
	]) {
		await page.goto(path);
		await expectAccessible(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
	}
	await page.goto(`/p/${poster()}`);
	await page.getByRole('button', { name: 'VÀO' }).click();
	await expectAccessible(page);
});

test('the declaration page stays within its weight', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	const types = new Map<string, string>();
	const bytes = { page: 0, script: 0, font: 0, requests: 0 };
	devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const type = types.get(requestId);
		bytes.requests++;
		bytes[type === 'Script' ? 'script' : type === 'Font' ? 'font' : 'page'] += encodedDataLength;
	});
	await page.goto('/declare');
	await page.locator('html.js').waitFor();

	expect(bytes.page).toBeLessThanOrEqual(12 * 1024);
	expect(bytes.script).toBeLessThanOrEqual(5 * 1024);
	expect(bytes.font).toBe(0);
	expect(bytes.requests).toBeLessThanOrEqual(3);
});
