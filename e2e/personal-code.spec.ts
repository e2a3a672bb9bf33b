import type { APIRequestContext, Page } from '@playwright/test';
import { p256 } from '../shared/codes/cose.ts';
import { readNationalCode } from '../shared/codes/national-code.ts';
import { readPersonalCode } from '../shared/codes/personal-code.ts';
import { declare, newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

/** What a gate knows of codes: the public keys, which it keeps for when there is no network. */
async function readKeys(request: APIRequestContext): Promise<Map<string, CryptoKey>> {
	const published = await (await request.post('/api/v1/declarations.public-keys', { data: {} })).json();
	const keys = new Map<string, CryptoKey>();
	for (const { keyId, key } of published.keys)
		keys.set(keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify']));
	return keys;
}

const shownCode = async (page: Page) => (await page.locator('[data-code]').getAttribute('data-code'))!;
const minute = 60_000;

test('after declaring, a person has a code that anyone can verify, and the national one on a page of its own', async ({
	page,
	context,
	request,
}) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Hồ Thị Thanh Thuý' }, true);
	await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).click();
	await page.locator('[data-kind=rotating]').waitFor();
	const keys = await readKeys(request);
	const shown = await shownCode(page);

	expect(shown.length).toBeLessThanOrEqual(300);
	expect(await readPersonalCode(shown, keys, new Date())).toMatchObject({
		ok: true,
		claims: { kind: 'rotating', level: 'green' },
	});
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Mã QR cá nhân quốc gia' }).click();
	const national = readNationalCode((await page.locator('[data-national]').getAttribute('data-national'))!);
	expect(national).toMatchObject({ fullName: 'HO THI THANH THUY', isDeclaredByAnother: false });
	await expectAccessible(page);
});

test('the code changes each minute, and goes on without a network', async ({ page, context, request }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Cù Thị Hậu' }, true);
	const keys = await readKeys(request);
	await page.clock.install();
	await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).click();
	await page.locator('[data-kind=rotating]').waitFor();
	const first = await shownCode(page);

	await context.setOffline(true);
	await page.clock.fastForward(10 * minute);
	await expect(page.locator('[data-code]')).not.toHaveAttribute('data-code', first);
	const later = new Date(Date.now() + 10 * minute);

	expect(await readPersonalCode(await shownCode(page), keys, later)).toMatchObject({ ok: true });
	expect(await readPersonalCode(first, keys, later)).toEqual({ ok: false, reason: 'screenshot' });
	expect(await page.locator('[data-clock]').textContent()).toMatch(/^\d\d:\d\d:\d\d$/);
	await context.setOffline(false);
});

test('the page opens again without a network, and shows a code that holds', async ({ page, context, request }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Lại Thị Hoa' }, true);
	const keys = await readKeys(request);
	await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).click();
	await page.locator('[data-kind=rotating]').waitFor();
	const isKept = (path: string) => caches.open('vaora-codes').then(async (kept) => Boolean(await kept.match(path)));
	await expect.poll(() => page.evaluate(isKept, new URL(page.url()).pathname)).toBe(true);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect
		.poll(() =>
			page.evaluate(() =>
				caches
					.open('vaora-codes')
					.then((kept) => kept.keys())
					.then((all) => all.length),
			),
		)
		.toBe(2);

	await context.setOffline(true);
	await page.reload();
	await page.locator('[data-kind=rotating]').waitFor();

	expect(await readPersonalCode(await shownCode(page), keys, new Date())).toMatchObject({ ok: true });
	await context.setOffline(false);
	await page.goto('/me');
	await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
	await page.waitForURL(/signed-out/);
	await expect
		.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('vaora code'))))
		.toEqual([]);
	expect(await page.evaluate(() => caches.has('vaora-codes'))).toBe(false);
});

test('a family goes from one code to the next', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Đinh Thị Mẹ' }, true);
	await page.goto('/declare?person=other');
	await page.fill('#phone', '0901222333');
	await declare(page, { name: 'Đinh Văn Con' }, true);
	await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).first().click();
	const mother = await shownCode(page);

	await page.getByRole('navigation').getByRole('link', { name: 'ĐINH VĂN CON' }).click();

	await expect(page.locator('.name')).toContainText('ĐINH VĂN CON');
	await page.locator('[data-kind=rotating]').waitFor();
	expect(await shownCode(page)).not.toBe(mother);
	await expectAccessible(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the server makes a code for two minutes, and the page renews itself', async ({ page, context, request }) => {
		await page.goto('/declare');
		await signIn(page, context, newPhone());
		await declare(page, { name: 'Mạc Thị Bưởi' }, false);
		await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).click();
		const keys = await readKeys(request);
		const [shown, now] = [await shownCode(page), Date.now()];

		expect(await page.content()).toContain('<meta http-equiv="refresh" content="60"');
		expect(await readPersonalCode(shown, keys, new Date(now))).toMatchObject({ ok: true, claims: { kind: 'short' } });
		expect(await readPersonalCode(shown, keys, new Date(now + 2 * minute))).toEqual({
			ok: false,
			reason: 'screenshot',
		});
	});
});

test('what is printed is the code for paper, five centimetres wide', async ({ page, context, request }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Bùi Thị Xuân' }, true);
	await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).click();
	await page.emulateMedia({ media: 'print' });

	const { width } = (await page.locator('[data-paper] svg').boundingBox())!;
	expect(width / (96 / 2.54)).toBeCloseTo(5, 1);
	await expect(page.locator('[data-code]')).toBeHidden();
	const printed = (await page.locator('[data-paper]').getAttribute('data-paper'))!;
	const tomorrow = new Date(Date.now() + 24 * 60 * minute);
	expect(await readPersonalCode(printed, await readKeys(request), tomorrow)).toMatchObject({
		claims: { kind: 'static' },
	});
});

test('somebody who lost their phone makes all codes so far void', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Trịnh Thị Tám' }, true);
	await page.getByRole('link', { name: /mất thẻ/ }).click();
	await page.getByText('Tôi mất thẻ hoặc điện thoại').click();

	await page.getByRole('button', { name: /Huỷ mọi mã cũ/ }).click();
	await expect(page.getByRole('alert')).toContainText('Hãy đánh dấu để xác nhận');
	await expectAccessible(page);
	await page.getByLabel(/Huỷ mọi mã và thẻ/).check();
	await page.getByRole('button', { name: /Huỷ mọi mã cũ/ }).click();

	await expect(page.getByRole('status')).toContainText('Đã huỷ mọi mã và thẻ cũ');
	await expectAccessible(page);
});

test('the page of a code stays within its weight', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Ngô Thị Nhẹ' }, true);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	const types = new Map<string, string>();
	const bytes: Record<string, number> = {};
	devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const type = types.get(requestId) ?? 'Other';
		bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
	});
	await page.getByRole('link', { name: 'Mã cá nhân', exact: true }).click();
	await page.locator('[data-kind=rotating]').waitFor();

	expect((bytes.Document ?? 0) + (bytes.Stylesheet ?? 0)).toBeLessThanOrEqual(12 * 1024);
	expect(bytes.Script).toBeLessThanOrEqual(5 * 1024);
});
