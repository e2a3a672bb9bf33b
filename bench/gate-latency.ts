import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { signerOf } from '#declarations';
import { startPairing } from '#devices';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { issuePersonalCode } from '#shared/codes/personal-code';
import { qrModules } from '#shared/codes/qr-code';
import { putCamera } from '../e2e/camera.ts';
import type { Bench } from './installation.ts';
import type { Population } from './population.ts';
import type { Report } from './report.ts';

const codesShown = 40;
const throttling = 4;

/** From a code in view to the verdict on the screen, on a weak phone; against the decoder everyone tries first. */
export async function benchGateLatency(bench: Bench, population: Population, report: Report): Promise<void> {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic'],
	});
	const address = `http://127.0.0.1:${bench.port}`;
	const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
	const context = await browser.newContext(phone);
	// The baseline's script is put into an empty page, whose policy allows none.
	const unguarded = await browser.newContext({ ...phone, bypassCSP: true });
	const plain = await openPlain(await unguarded.newPage(), address);
	const baseline = await measure(plain, await makeCodes(bench, population.persons.slice(0, codesShown)));
	await plain.close();

	const page = await context.newPage();
	await openConsole(page, address, await pairingCode(bench, population.gates[2]!.place));
	const persons = population.persons.slice(codesShown);
	const online = await measure(page, await makeCodes(bench, persons.slice(0, codesShown)));
	await context.setOffline(true);
	const offline = await measure(page, await makeCodes(bench, persons.slice(codesShown, 2 * codesShown)));
	await browser.close();

	report.section(
		`A gate: from a code in view to the verdict, ${codesShown} codes, a ${throttling} times slower processor`,
	);
	report.row('qr in the page itself, its text on the screen (baseline)', words(baseline), '1.0 ×');
	report.row('the console, online', words(online), ratio(online, baseline), 'p95 ≤ 500 ms');
	report.row('the console, offline', words(offline), ratio(offline, baseline), 'p95 ≤ 500 ms');
	const perSecond = `${Math.round(offline.picturesPerSecond)} a second`;
	report.row('pictures looked at while nothing is shown', perSecond, '', '≥ 15');
}

interface Measured {
	p50: number;
	p95: number;
	picturesPerSecond: number;
}

const words = ({ p50, p95 }: Measured) => `p50 ${Math.round(p50)} ms, p95 ${Math.round(p95)} ms`;
const ratio = (one: Measured, baseline: Measured) => `${(one.p95 / baseline.p95).toFixed(1)} × at p95`;

async function openConsole(page: Page, address: string, code: string): Promise<void> {
	await putCamera(page);
	await countPictures(page);
	await page.goto(`${address}/gate#pair=${code}`);
	await page.fill('#device-name', 'Máy đo');
	await page.getByRole('button', { name: 'Ghép máy' }).click();
	await page.locator('[data-camera=on]').waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await throttle(page);
}

/** The camera's pictures decoded where everything else of the page runs, with nothing verified and nothing kept. */
async function openPlain(page: Page, address: string): Promise<Page> {
	await putCamera(page);
	await countPictures(page);
	await page.goto(`${address}/livez`);
	await page.addScriptTag({ type: 'module', content: await bundlePlain() });
	await page.locator('video[data-camera=on]').waitFor();
	await throttle(page);
	return page;
}

async function bundlePlain(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			lib: { entry: join(import.meta.dirname, 'plain-scanner.ts'), formats: ['es'], fileName: 'plain' },
		},
	});
	const [bundle] = [built].flat();
	if (!bundle || !('output' in bundle)) throw new Error('the plain scanner was not built');
	return bundle.output[0].code;
}

async function throttle(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
}

/** Each way takes its pictures by one of these. */
const countPictures = (page: Page) =>
	page.addInitScript(() => {
		const counted = Object.assign(window, { pictures: 0 });
		const Frame = VideoFrame;
		const read = CanvasRenderingContext2D.prototype.getImageData;
		window.VideoFrame = class extends Frame {
			constructor(...given: ConstructorParameters<typeof VideoFrame>) {
				super(...given);
				counted.pictures++;
			}
		} as typeof VideoFrame;
		CanvasRenderingContext2D.prototype.getImageData = function (...given) {
			counted.pictures++;
			return read.apply(this, given);
		};
	});

/** Shows one code after the other, and notes in the page when the screen that answers it has been drawn. */
async function measure(page: Page, codes: boolean[][][]): Promise<Measured> {
	const { took, picturesPerSecond } = await page.evaluate(async (codes) => {
		const held = { turned: 0, tilted: 0, noise: 0, size: 540 };
		const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
		const answer = () => document.querySelector('[data-look]');
		const until = (isSo: () => boolean) =>
			new Promise<void>((resolve) => {
				const look = () => (isSo() ? setTimeout(resolve) : requestAnimationFrame(look));
				look();
			});
		const took: number[] = [];
		for (const modules of codes) {
			await rest(100 + Math.random() * 100);
			const shownAt = performance.now();
			window.camera = { modules, held };
			await until(() => answer() !== null);
			took.push(performance.now() - shownAt);
			window.camera = { held };
			await rest(150);
			document.querySelector<HTMLButtonElement>('[data-look] .on')?.click();
			await until(() => answer() === null);
		}
		const counted = window as unknown as { pictures: number };
		const before = counted.pictures;
		await rest(3_000);
		return { took, picturesPerSecond: (counted.pictures - before) / 3 };
	}, codes);
	const sorted = took.sort((one, other) => one - other);
	const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
	return { p50: at(0.5), p95: at(0.95), picturesPerSecond };
}

async function makeCodes({ platform }: Bench, persons: readonly string[]): Promise<boolean[][][]> {
	const signer = await signerOf(platform);
	const now = platform.clock.now().getTime();
	const [issuedAt, expiresAt] = [new Date(now - 60_000), new Date(now + 86_400_000)];
	const texts = persons.map((personId) =>
		issuePersonalCode({ kind: 'static', personId, level: 'green', issuedAt, expiresAt }, signer),
	);
	return (await Promise.all(texts)).map((text) => qrModules(text));
}

async function pairingCode({ platform }: Bench, place: string): Promise<string> {
	await platform.db.pool.query(`insert into places.gate (place_id, gate, name) values ($1, 1, 'Cổng 1')`, [place]);
	const actor: Caller['actor'] = {
		...{ kind: 'account', id: newId(), session: newId(), persons: [] },
		roles: [{ name: 'manager', place }],
	};
	const manager: Caller = { actor, address: '127.0.0.1', requestId: 'bench', language: 'vi' };
	return (await call(platform, startPairing, manager, { place, gate: 1 })).letters;
}
