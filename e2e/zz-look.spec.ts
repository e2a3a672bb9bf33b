import { show, showNothing } from './camera.ts';
import { goOn, screenOf, standAtGate, typeAsScanner } from './guard.ts';
import { poster } from './journey.ts';
import { test } from './person.ts';

const out = '/tmp/look';
const trips = [1, 2].map((n) => ({
	id: String(n),
	route: 'Hà Nội – Thành phố Hồ Chí Minh qua Đà Nẵng',
	departsAt: new Date(Date.now() + n * 3600e3).toISOString(),
	seats: ['1A', '1B', '2A', '2B'],
}));
for (const scheme of ['light', 'dark'] as const)
	test(`look ${scheme}`, async ({ page, context }) => {
		test.setTimeout(300_000);
		await page.emulateMedia({ colorScheme: scheme });
		const name = 'Trường Trung học phổ thông chuyên Nguyễn Thị Minh Khai cơ sở 2';
		const { server } = await standAtGate(page, context, {
			restricted: ['22'],
			place: { capacity: 100 },
			inside: 95,
			lookUp: 'not-declared',
		});
		const shot = async (what: string) => {
			await page.waitForTimeout(300);
			for (const [w, h] of [
				[360, 740],
				[1440, 900],
				[320, 568],
			] as const) {
				await page.setViewportSize({ width: w, height: h });
				await page.waitForTimeout(120);
				const over = await page.evaluate(() => [
					document.documentElement.scrollWidth - innerWidth,
					...[...document.querySelectorAll('dialog')].map((d) => d.scrollWidth - d.clientWidth),
					...[...document.querySelectorAll('dialog')].map((d) => d.scrollHeight - d.clientHeight),
				]);
				console.log(what, w, JSON.stringify(over));
				await page.screenshot({ path: `${out}/${scheme}-${what}-${w}.png` });
			}
			await page.setViewportSize({ width: 360, height: 740 });
		};
		await shot('main');
		await show(page, await server.issueCode('11'));
		await shot('green');
		await showNothing(page);
		await goOn(page);
		await show(page, await server.issueCode('21', { level: 'amber' }));
		await shot('amber');
		await showNothing(page);
		await goOn(page);
		await show(page, await server.issueCode('22'));
		await shot('red');
		await page.getByRole('button', { name: 'Vẫn cho vào' }).click();
		await shot('sure');
		await page.getByRole('button', { name: 'Không', exact: true }).click();
		await showNothing(page);
		await goOn(page);
		await show(
			page,
			'001087029317|012345678|Nguyễn Thị Phương Thảo|18011987|Nữ|12 Hàng Bạc, Hoàn Kiếm, Hà Nội|01052021',
		);
		await shot('not-declared');
		await showNothing(page);
		await goOn(page);
		await show(page, `${process.env.VAORA_ADDRESS}/p/${poster()}`);
		await shot('poster');
		await showNothing(page);
		await goOn(page);
		await show(page, 'https://example.com/menu');
		await shot('foreign');
		await showNothing(page);
		await goOn(page);
		await show(page, await server.issueCode('33', { expiresAt: new Date(Date.now() - 3600e3) }));
		await shot('expired');
		await showNothing(page);
		await goOn(page);
		await page.getByRole('button', { name: 'Đi theo nhóm' }).click();
		for (const [p, level] of [
			['71', 'green'],
			['72', 'red'],
			['73', 'amber'],
		] as const) {
			await show(page, await server.issueCode(p, { level }));
			await page.waitForTimeout(900);
		}
		await showNothing(page);
		await shot('group');
		await page.getByRole('button', { name: /Ghi 2 người/ }).click();
		await shot('group-done');
		await goOn(page);
		for (const [button, what] of [
			['Không có điện thoại', 'phone'],
			['Ở trong', 'inside'],
			['Cài đặt', 'settings'],
		] as const) {
			await page.getByRole('button', { name: button }).click();
			await shot(what);
			await page.getByRole('button', { name: 'Đóng' }).click();
		}
		await page.getByRole('button', { name: 'Không có điện thoại' }).click();
		await page.getByRole('button', { name: 'Chưa khai báo: khai hộ ngay' }).click();
		await shot('declare');
		await page.getByRole('button', { name: 'Đóng' }).click();
		await page.getByRole('button', { name: 'Cài đặt' }).click();
		await page.locator('#language').selectOption('en');
		await page.getByRole('button', { name: 'Close' }).click();
		await shot('main-en');
		await show(page, await server.issueCode('91', { level: 'red' }));
		await shot('red-en');
		await showNothing(page);
		await goOn2(page);
		async function goOn2(p: typeof page) {
			await p.getByRole('button', { name: /[Nn]ext person/ }).click();
		}
		void name;
		void screenOf;
		void typeAsScanner;
		void trips;
	});
test('look worst', async ({ page, context }) => {
	const name = 'Trường Trung học phổ thông chuyên Nguyễn Thị Minh Khai cơ sở 2';
	const gates = [
		{ gate: 1, name: 'Cổng phụ phía đường Nguyễn Đình Chiểu kéo dài' },
		{ gate: 2, name: 'B' },
	];
	test.setTimeout(120_000);
	const { openDeviceServer } = await import('./device-server.ts');
	const { putCamera } = await import('./camera.ts');
	const server = await openDeviceServer({
		issuedAt: new Date(Date.now() - 30 * 3600e3),
		isRestrictedPartial: true,
		place: { name, gates, trips: trips as never, capacity: 100, isVehicle: true },
		inside: 100,
	});
	await server.answer(context);
	await putCamera(page);
	await page.goto('/gate');
	await page.screenshot({ path: `${out}/pairing-360.png`, fullPage: true });
	await page.getByLabel('Mã ghép').fill('ABCD-EFGH');
	await page.getByLabel('Đặt tên cho máy này').fill('X');
	await page.getByRole('button', { name: 'Ghép máy' }).click();
	await page.locator('[data-camera=on]').waitFor();
	await page.waitForTimeout(500);
	await page.screenshot({ path: `${out}/worst-main-360.png`, fullPage: true });
	await page.locator('#trip').selectOption('1');
	await context.setOffline(true);
	await show(page, await server.issueCode('11'));
	await page.waitForTimeout(500);
	await page.screenshot({ path: `${out}/worst-full-360.png` });
	await showNothing(page);
	await page.getByRole('button', { name: /[Nn]gười tiếp theo/ }).click();
	await page.screenshot({ path: `${out}/worst-offline-360.png`, fullPage: true });
	await page.getByRole('radio', { name: 'RA', exact: true }).check({ force: true });
	await show(page, await server.issueCode('12'));
	await page.waitForTimeout(500);
	await page.screenshot({ path: `${out}/worst-out-360.png` });
});
