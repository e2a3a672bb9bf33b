import { putCamera, show, showNothing } from './camera.ts';
import { openDeviceServer } from './device-server.ts';
import { addDeclared, addPlace, ask, listVisits } from './gate.ts';
import { goOn, queued, screenOf, standAtGate, standAtNewPlace } from './guard.ts';
import { newPhone, toE164 } from './journey.ts';
import { expect, readCode, test } from './person.ts';

/** The card of somebody nobody knows yet. */
const newCard = () =>
	`001187${newPhone().slice(-6)}||Nguyễn Thị Phương Thảo|18011987|Nữ|12 Hàng Bạc, Hoàn Kiếm, Hà Nội|01052021`;

test('somebody who has not declared is declared for, begun with what their card says, and goes in later by a phone code', async ({
	page,
	context,
}) => {
	await standAtNewPlace(page);
	const [phone, card] = [newPhone(), newCard()];
	await show(page, card);
	await expect(screenOf(page)).toContainText('CHƯA KHAI BÁO');
	await page.getByRole('button', { name: 'Khai hộ' }).click();
	await expect(page.locator('#full-name')).toHaveValue('Nguyễn Thị Phương Thảo');
	await expect(page.locator('#birth-year')).toHaveValue('1987');
	await page.locator('#phone').fill(phone);
	await page.getByRole('button', { name: 'Gửi và ghi nhận vào' }).click();
	// What is missing is told, and nothing that was entered is lost.
	await expect(page.locator('#faults')).toBeFocused();
	await expect(page.locator('#phone')).toHaveValue(phone);

	await page.selectOption('#province', '01');
	await page.locator('#commune option[value="00070"]').waitFor({ state: 'attached' });
	await page.selectOption('#commune', '00070');
	await page.fill('#street', '12 Hàng Bạc');
	await page.check('[name=travelled][value=yes]');
	await expect(page.locator('#travel-places')).toBeVisible();
	await page.check('[name=travelled][value=no]');
	await expect(page.locator('#travel-places')).toBeHidden();
	await page.check('[name=symptoms][value=none]');
	for (const name of ['met-patient', 'met-from-country', 'met-symptomatic'])
		await page.check(`[name=${name}][value=no]`);
	await page.check('#consent');
	await showNothing(page);
	await page.getByRole('button', { name: 'Gửi và ghi nhận vào' }).click();
	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
	await goOn(page);

	await page.getByRole('button', { name: 'Không có điện thoại' }).click();
	await page.getByLabel('Số điện thoại của khách').fill(phone);
	await page.getByRole('button', { name: 'Gửi mã tới số này' }).click();
	await expect(page.getByText('Đã gửi sáu chữ số tới')).toBeVisible();
	await page.getByLabel('Mã sáu chữ số').fill(await readCode(context, toE164(phone)));
	await page.getByRole('button', { name: 'Ghi VÀO' }).click();
	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
	await goOn(page);
	await page.getByRole('button', { name: /^Ở trong/ }).click();
	await expect(page.getByText('NGUYỄN THỊ PHƯƠNG ***').first()).toBeVisible();
	await page.getByRole('button', { name: 'Đóng' }).click();

	// From now on the card itself is enough.
	await page.getByText('RA', { exact: true }).first().click();
	// As a guard does: taken away and held up again where it was not read.
	await expect(async () => {
		await showNothing(page);
		await show(page, card);
		await expect(screenOf(page)).toContainText('ĐÃ RA', { timeout: 6_000 });
	}).toPass({ timeout: 25_000 });
});

test('people of the real server go in, are sent to it and seen by the manager', async ({ page }) => {
	const place = await standAtNewPlace(page);
	for (const { code } of [await addDeclared(), await addDeclared()]) {
		await show(page, code);
		await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
		await showNothing(page);
		await goOn(page);
	}
	await page.getByRole('button', { name: 'Gửi ngay' }).click();

	await expect.poll(async () => (await listVisits(place)).length, { timeout: 20_000 }).toBe(2);
	await expect(queued(page)).toHaveText('Chờ gửi: 0');
});

test('a new device scans its pairing code itself, and says what is none; once it is paired the same code says so', async ({
	page,
}) => {
	const { place, token } = await addPlace();
	const { url } = await ask<{ url: string }>('devices.start-pairing', { place, gate: 1 }, token);
	await putCamera(page);
	await page.goto('/gate');
	await page.getByRole('button', { name: 'Quét mã ghép' }).click();
	await page.locator('[data-camera=on]').waitFor();
	await show(page, newCard());
	await expect(page.getByRole('alert')).toContainText('không phải mã ghép');
	await show(page, url);
	await expect(page.getByLabel('Mã ghép')).toHaveValue(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
	await expect(page.getByLabel('Đặt tên cho máy này')).toBeFocused();
	await page.getByLabel('Đặt tên cho máy này').fill('Điện thoại cổng chính');
	await page.getByRole('button', { name: 'Ghép máy' }).click();
	await page.locator('[data-camera=on]').waitFor();

	await page.evaluate((hash) => (location.hash = hash), new URL(url).hash);
	await expect(screenOf(page)).toContainText('máy này đã là máy của một cổng');
	expect(page.url()).not.toContain('pair=');
});

test('a wrong pairing code is told in words, and nothing that was entered is lost', async ({ page }) => {
	await page.goto('/gate#pair=K7QF2M9X4');
	await page.getByLabel('Đặt tên cho máy này').fill('Máy thử');
	await page.getByRole('button', { name: 'Ghép máy' }).click();

	await expect(page.getByRole('alert')).toContainText(/[Mm]ã ghép/);
	await expect(page.getByLabel('Đặt tên cho máy này')).toHaveValue('Máy thử');
});

test('somebody with a fever who comes by a phone code is stopped; the guard may let them in, and both are kept', async ({
	page,
	context,
}) => {
	const place = await standAtNewPlace(page);
	const { phone } = await addDeclared({ symptoms: ['fever', 'pneumonia'], 'symptoms-note': 'Sốt' });
	await page.getByRole('button', { name: 'Không có điện thoại' }).click();
	await page.getByLabel('Số điện thoại của khách').fill(phone);
	await page.getByRole('button', { name: 'Gửi mã tới số này' }).click();
	await expect(page.getByText('Đã gửi sáu chữ số tới')).toBeVisible();
	await page.getByLabel('Mã sáu chữ số').fill(await readCode(context, toE164(phone)));
	await page.getByRole('button', { name: 'Ghi VÀO' }).click();

	await expect(screenOf(page)).toContainText('DỪNG LẠI');
	await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeHidden();
	await page.getByRole('button', { name: 'Vẫn cho vào' }).click();
	await page.getByRole('button', { name: 'Chắc chắn, cho vào' }).click();
	await expect(screenOf(page)).toContainText('theo quyết định của bạn');
	await expect(page.getByRole('button', { name: 'Vẫn cho vào' })).toBeHidden();
	await goOn(page);
	expect((await listVisits(place)).map(({ leftAt }) => leftAt === undefined)).toEqual([true, false]);
});

test('a number nobody has declared with leads to khai hộ', async ({ page, context }) => {
	await standAtNewPlace(page);
	const phone = newPhone();
	await page.getByRole('button', { name: 'Không có điện thoại' }).click();
	await page.getByLabel('Số điện thoại của khách').fill(phone);
	await page.getByRole('button', { name: 'Gửi mã tới số này' }).click();
	await expect(page.getByText('Đã gửi sáu chữ số tới')).toBeVisible();
	await page.getByLabel('Mã sáu chữ số').fill('000000');
	await page.getByRole('button', { name: 'Ghi VÀO' }).click();
	await expect(page.getByRole('alert')).toContainText('Mã không đúng');
	await page.getByLabel('Mã sáu chữ số').fill(await readCode(context, toE164(phone)));
	await page.getByRole('button', { name: 'Ghi VÀO' }).click();
	await page.getByRole('button', { name: 'Khai hộ người này' }).click();

	await expect(page.locator('#phone')).toHaveValue(`${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`);
});

test('the whole console is worked by keyboard', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	await page.getByRole('radio', { name: 'VÀO', exact: true }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'RA', exact: true })).toBeChecked();
	await page.keyboard.press('ArrowLeft');
	await page.getByLabel('Gõ mã, số giấy tờ hoặc số cá nhân').focus();
	await page.keyboard.insertText(await server.issueCode('101', { level: 'red' }));
	await page.keyboard.press('Enter');
	await expect(screenOf(page)).toContainText('DỪNG LẠI');
	await expect(page.getByRole('button', { name: 'Không cho vào – người tiếp theo' })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Không', exact: true })).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(screenOf(page)).toContainText('theo quyết định của bạn');
	await page.keyboard.press('Escape');
	await expect(screenOf(page)).toBeHidden();
	await expect(queued(page)).toHaveText('Chờ gửi: 1');

	const settings = page.getByRole('button', { name: 'Cài đặt' });
	await settings.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Đóng' }).press('Enter');
	await expect(settings).toBeFocused();
});

test('a tag held to the device is read', async ({ page, context }) => {
	await page.addInitScript(() => {
		class TagReader extends EventTarget {
			async scan() {
				Object.assign(window, { tags: this });
			}
		}
		Object.assign(window, { NDEFReader: TagReader });
	});
	const { server } = await standAtGate(page, context);
	await page.getByRole('button', { name: 'Bật thẻ chạm (NFC)' }).click();
	await expect(page.getByText('Đang đọc thẻ chạm (NFC)')).toBeVisible();
	await page.evaluate(
		(text) => {
			const data = new DataView(new TextEncoder().encode(text).buffer);
			const message = { records: [{ recordType: 'text', encoding: 'utf-8', data }] };
			(window as unknown as { tags: EventTarget }).tags.dispatchEvent(Object.assign(new Event('reading'), { message }));
		},
		await server.issueCode('102'),
	);

	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
});

for (const [error, words] of [
	['NotAllowedError', 'chưa được phép dùng camera'],
	['NotFoundError', 'Không thấy camera nào'],
	['NotReadableError', 'Ứng dụng khác đang dùng camera'],
] as const)
	test(`a camera that does not open says why: ${error}`, async ({ page, context }) => {
		await (await openDeviceServer()).answer(context);
		await putCamera(page);
		await page.addInitScript((name) => {
			const works = navigator.mediaDevices.getUserMedia;
			navigator.mediaDevices.getUserMedia = async () => {
				navigator.mediaDevices.getUserMedia = works;
				throw new DOMException('', name);
			};
		}, error);
		await page.goto('/gate#pair=ABCD-EFGH');
		await expect(page.getByLabel('Mã ghép')).toHaveValue('ABCD-EFGH');
		await page.getByLabel('Đặt tên cho máy này').fill('Máy thử');
		await page.getByRole('button', { name: 'Ghép máy' }).click();

		await expect(page.getByRole('alert')).toContainText(words);
		await page.getByRole('button', { name: 'Mở lại camera' }).click();
		await expect(page.locator('[data-camera=on]')).toBeVisible();
	});

test('the console stays within its weight', async ({ page, context }) => {
	await standAtGate(page, context);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.setBypassServiceWorker', { bypass: true });
	const urls = new Map<string, string>();
	const bytes = { script: 0, page: 0 };
	devtools.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
	// The files as they are packed, without the headers of each.
	devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
		const { pathname } = new URL(urls.get(requestId) ?? 'about:blank');
		if (pathname.endsWith('.js')) bytes.script += encodedDataLength;
	});
	// Of a page itself the browser only tells the whole, with its headers.
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const { pathname } = new URL(urls.get(requestId) ?? 'about:blank');
		if (pathname === '/gate' || pathname.endsWith('.css')) bytes.page += encodedDataLength;
	});
	await page.reload();
	await page.locator('[data-camera=on]').waitFor();

	expect(bytes.page).toBeGreaterThan(0);
	expect(bytes.page).toBeLessThanOrEqual(15 * 1024);
	// What reads the pictures is a thread of its own, whose weight is the decoder's.
	expect(bytes.script).toBeGreaterThan(0);
	expect(bytes.script).toBeLessThanOrEqual(90 * 1024);
});
