import { addDeclared, addPlace, listVisits, pairGate, pass, stateOf } from './gate.ts';
import { type NewerBuild, openNewerBuild } from './newer-build.ts';
import { test as base, expect } from './person.ts';

const test = base.extend<{ newer: NewerBuild }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what the fixture needs.
	newer: async ({}, use) => {
		const newer = await openNewerBuild(process.env.VAORA_ADDRESS!);
		await use(newer);
		await newer.close();
	},
	baseURL: async ({ newer }, use) => use(newer.address),
});

test('a new version is offered, taken when the guard presses, and loses nothing of what waits', async ({
	page,
	newer,
}) => {
	const place = await addPlace();
	const [first, second] = [await addDeclared(), await addDeclared()];
	await pairGate(page, place);
	const cached = () => page.evaluate(() => caches.keys());
	const [before] = await cached();
	// The page that was opened first is the worker's from its next opening on.
	await page.reload();
	await page.waitForFunction(() => globalThis.vaoraGate && navigator.serviceWorker.controller);
	newer.isBusy = true;
	await pass(page, first.code);
	await pass(page, second.code);
	const offer = page.getByRole('button', { name: 'Có bản mới: cập nhật' });
	await expect(offer).toBeHidden();

	newer.release();
	await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration('/gate'))!.update()));
	await expect(offer).toBeVisible();
	// A page at work is not taken away: the guard goes on until they press.
	expect(await stateOf(page)).toMatchObject({ queued: 2 });
	await Promise.all([page.waitForEvent('load'), offer.click()]);
	await page.waitForFunction(() => globalThis.vaoraGate);

	expect(await stateOf(page)).toMatchObject({ pairing: 'paired', queued: 2 });
	await expect(offer).toBeHidden();
	await expect.poll(cached).not.toContain(before);
	expect(await cached()).toHaveLength(1);
	newer.isBusy = false;
	await page.getByRole('button', { name: 'Gửi ngay' }).click();
	await expect.poll(async () => (await stateOf(page)).queued, { timeout: 20_000 }).toBe(0);
	expect(await listVisits(place)).toHaveLength(2);
});
