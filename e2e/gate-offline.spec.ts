import type { Browser, Page } from '@playwright/test';
import {
	addDeclared,
	addPlace,
	ask,
	type GatePlace,
	listVisits,
	pairGate,
	pass,
	reopenGate,
	stateOf,
	wrongClock,
} from './gate.ts';
import { expect, test } from './person.ts';

const hour = 3_600_000;

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

test('what is scanned without a network survives closing the page, and arrives once, with its own times', async ({
	page,
	context,
}) => {
	const place = await addPlace();
	const [first, second] = [await addDeclared(), await addDeclared()];
	await pairGate(page, place);
	await context.setOffline(true);

	expect(await pass(page, first.code)).toMatchObject({ verdict: 'green', isRepeat: false });
	expect(await pass(page, second.code)).toMatchObject({ verdict: 'green' });
	expect(await pass(page, '001090000001|123456789|Nguyễn Thị Lan|01021990|Nữ|Hà Nội|01012022')).toMatchObject({
		verdict: 'amber',
	});
	expect(await pass(page, first.code, 'out')).toMatchObject({ direction: 'out' });
	const waiting = await readQueue(page);
	await page.close();
	const reopened = await context.newPage();
	await reopenGate(reopened);
	expect(await stateOf(reopened)).toMatchObject({ pairing: 'paired', queued: 4 });

	await context.setOffline(false);
	await expect.poll(async () => (await stateOf(reopened)).queued).toBe(0);

	const visits = await listVisits(place);
	const entries = waiting.filter(({ direction }) => direction === 'in');
	expect(visits.map(({ visitId }) => visitId).sort()).toEqual(entries.map(({ id }) => id).sort());
	for (const { id, at } of entries) expect(visits.find(({ visitId }) => visitId === id)?.enteredAt).toBe(at);
	expect(visits.filter(({ leftAt }) => leftAt).map(({ leftAt }) => leftAt)).toEqual([waiting[3]!.at]);
});

test('the browser sends what waits though the page is closed', async ({ page, context }) => {
	const place = await addPlace();
	const person = await addDeclared();
	await pairGate(page, place);
	await context.setOffline(true);
	await pass(page, person.code);
	await page.goto('about:blank');
	await context.setOffline(false);

	const other = await context.newPage();
	const browser = await context.newCDPSession(other);
	const registered = new Promise<string>((resolve) =>
		browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [one] = registrations;
			if (one) resolve(one.registrationId);
		}),
	);
	await browser.send('ServiceWorker.enable');
	const { origin } = new URL(process.env.VAORA_ADDRESS!);
	await browser.send('ServiceWorker.dispatchSyncEvent', {
		origin,
		registrationId: await registered,
		tag: 'send-scans',
		lastChance: false,
	});

	await expect.poll(async () => (await listVisits(place)).length).toBe(1);
});

test('a device that was revoked says so, takes nobody, and keeps what it has not sent', async ({ page, context }) => {
	const place = await addPlace();
	const person = await addDeclared();
	await pairGate(page, place);
	await context.setOffline(true);
	await pass(page, person.code);
	const device = await page.evaluate(() => vaoraGate.state.bundle!.device.id);
	await ask('devices.revoke', { place: place.place, device }, place.token);

	await context.setOffline(false);
	await expect.poll(async () => (await stateOf(page)).pairing).toBe('revoked');

	expect(await stateOf(page)).toMatchObject({ queued: 1 });
	expect(await page.evaluate((code) => vaoraGate.read(code, 'camera', 'in'), person.code)).toMatchObject({
		kind: 'fault',
	});
	expect(await listVisits(place)).toEqual([]);
});

for (const [how, wrong] of [
	['three hours slow', -3 * hour],
	['three hours fast', 3 * hour],
] as const)
	test(`a phone ${how} reads codes rightly, and the visit has its right time`, async ({ page }) => {
		const place = await addPlace();
		const person = await addDeclared();
		await wrongClock(page, wrong);
		await pairGate(page, place);

		expect(await pass(page, person.code)).toMatchObject({ verdict: 'green' });
		const told = (await readQueue(page))[0]!;
		await page.evaluate(() => vaoraGate.sync());

		const [visit] = await listVisits(place);
		expect(Math.abs(Date.parse(told.at) - wrong - Date.now())).toBeLessThan(60_000);
		expect(Math.abs(Date.parse(visit!.enteredAt) - Date.now())).toBeLessThan(60_000);
		expect(Math.abs((await stateOf(page)).skewSeconds + wrong / 1_000)).toBeLessThan(5);
	});

test('past its age what the device knows is degraded, until it is online again', async ({ page, context }) => {
	await pairGate(page, await addPlace());
	await context.setOffline(true);
	await wrongClock(page, 25 * hour);
	await reopenGate(page);
	expect(await stateOf(page)).toMatchObject({ isDegraded: true });

	await context.setOffline(false);
	await page.evaluate(() => vaoraGate.sync());

	expect(await stateOf(page)).toMatchObject({ isDegraded: false });
});

test('two gates cut off while ten thousand cards are read lose none of them and send none twice', async ({
	browser,
}) => {
	test.setTimeout(240_000);
	const place = await addPlace();
	const gates = await Promise.all([0, 1].map(() => openGate(browser, place)));
	for (const { context } of gates) await context.setOffline(true);
	await Promise.all(gates.map(({ page }, gate) => readCards(page, gate * 5_000, 5_000)));
	const waiting = await Promise.all(gates.map(({ page }) => readQueue(page)));

	for (const { context } of gates) await context.setOffline(false);
	for (const { page } of gates)
		await expect.poll(async () => (await stateOf(page)).queued, { timeout: 120_000 }).toBe(0);

	const visits = await listVisits(place);
	const told = new Map(waiting.flat().map(({ id, at }) => [id, at]));
	expect([told.size, visits.length]).toEqual([10_000, 10_000]);
	expect(visits.filter(({ visitId, enteredAt }) => told.get(visitId) !== enteredAt)).toEqual([]);
	for (const { context } of gates) await context.close();
});

/** A phone of its own at the place's gate. */
async function openGate(browser: Browser, place: GatePlace) {
	const context = await browser.newContext({ baseURL: process.env.VAORA_ADDRESS! });
	const page = await context.newPage();
	await pairGate(page, place);
	return { context, page };
}

/** Numbers of cards typed by hand, fifty people an action, as off a coach. */
const readCards = (page: Page, first: number, count: number) =>
	page.evaluate(
		async ([first, count]) => {
			for (let next = first; next < first + count; next += 50) {
				const people = [];
				for (let number = next; number < next + 50; number++) {
					const reading = await vaoraGate.read(`001090${String(number).padStart(6, '0')}`, 'typed', 'in');
					if (reading.kind === 'person') people.push({ reading });
				}
				await vaoraGate.record({ direction: 'in', people });
			}
		},
		[first, count] as const,
	);

/** What waits on the device. */
function readQueue(page: Page): Promise<{ id: string; at: string; direction: string }[]> {
	return page.evaluate(
		() =>
			new Promise((resolve) => {
				const opening = indexedDB.open('vaora-gate');
				opening.onsuccess = () => {
					const asking = opening.result.transaction('queue').objectStore('queue').getAll();
					asking.onsuccess = () => {
						opening.result.close();
						resolve(asking.result.map(({ scan: { id, at, direction } }) => ({ id, at, direction })));
					};
				};
			}),
	);
}
