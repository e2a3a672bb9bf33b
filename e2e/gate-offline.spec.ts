import { expect, test } from './person.ts';

test('a gate opened once opens without a network, and no page of a citizen is kept', async ({ page, context }) => {
	await page.goto('/gate');
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await page.goto('/');
	await context.setOffline(true);

	await page.goto('/gate');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('input').first()).toBeVisible();

	const kept = await page.evaluate(async () => {
		const paths = [];
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
		return paths;
	});
	expect(kept.filter((path) => !path.startsWith('/_app/immutable/'))).toEqual(['/gate', '/gate']);
	expect(kept.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
	expect(kept.filter((path) => path.includes('/nodes/')).length).toBeLessThanOrEqual(3);
});
