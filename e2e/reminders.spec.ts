import type { Page } from '@playwright/test';
import { signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

test('reminders on a device: what the browser allows is said, and one that is pushed is shown and opened', async ({
	browser,
}) => {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, permissions: ['notifications'] });
	const page = await context.newPage();
	await page.goto('/me/reminders');
	await signIn(page, context, '0901000008');
	await page.goto('/me/reminders');
	const turnOn = page.getByRole('button', { name: 'Nhắc tôi trên máy này' });
	await expect(turnOn).toBeVisible();
	await expectAccessible(page);

	// A browser without a push service behind it, as here, cannot subscribe: nothing is half done.
	await turnOn.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Chưa được. Hãy thử lại khi có mạng.')).toBeVisible();
	await expect(turnOn).toBeEnabled();

	const shown = await pushTo(page, { key: '7', text: 'Bạn chưa báo sức khoẻ hôm nay', url: '/me/report' });
	expect(shown).toEqual([{ title: 'Vaora', body: 'Bạn chưa báo sức khoẻ hôm nay', tag: '7', url: '/me/report' }]);
	const again = await pushTo(page, { key: '7', text: 'Bạn chưa báo sức khoẻ hôm nay', url: '/me/report' });
	expect(again).toHaveLength(1);
	await context.close();
});

test('a browser that blocks notifications is told how to allow them; without JavaScript text messages go on', async ({
	browser,
}) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto('/me/reminders');
	await signIn(page, context, '0901000009');
	await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
	await page.goto('/me/reminders');
	await expect(page.getByText('Trình duyệt đang chặn thông báo')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Nhắc tôi trên máy này' })).toBeHidden();

	const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
	const plainPage = await plain.newPage();
	await plainPage.goto('/me/reminders');
	await expect(plainPage.getByText('hãy bật JavaScript')).toBeVisible();
	await plainPage.getByLabel('Nhắc từ mấy giờ').selectOption('18');
	await plainPage.getByRole('button', { name: 'Lưu giờ nhắc' }).click();
	await expect(plainPage.getByRole('status')).toContainText('Đã lưu');
	await Promise.all([context, plain].map((one) => one.close()));
});

/** As a push service brings it: through the browser to the worker. Gives the notifications that are shown then. */
async function pushTo(page: Page, payload: object) {
	const session = await page.context().newCDPSession(page);
	const registered = new Promise<string>((resolve) =>
		session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/me/'));
			if (own) resolve(own.registrationId);
		}),
	);
	await session.send('ServiceWorker.enable');
	const registrationId = await registered;
	const { origin } = new URL(page.url());
	await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(payload) });
	const list = () =>
		page.evaluate(async () => {
			const registration = (await navigator.serviceWorker.getRegistration('/me/'))!;
			const notifications = await registration.getNotifications();
			return notifications.map(({ title, body, tag, data }) => ({ title, body, tag, url: data.url }));
		});
	await expect.poll(async () => (await list()).length).toBeGreaterThan(0);
	await session.detach();
	return list();
}
