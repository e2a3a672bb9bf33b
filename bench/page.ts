import { chromium, type Page } from '@playwright/test';
import { accountByPhone, openSession } from '#identity';
import type { Bench } from './installation.ts';
import { median, type Report } from './report.ts';
import { makeReportLink } from './watched.ts';

interface Load {
	ready: number;
	page: number;
	script: number;
	requests: number;
}

const runs = 5;
/** What Chromium's own tools call slow 4G. */
const slow4g = {
	offline: false,
	latency: 562.5,
	downloadThroughput: (1.6e6 * 0.9) / 8,
	uploadThroughput: (750e3 * 0.9) / 8,
};

/** The pages people open on a weak phone, against an empty page over the same line. */
export async function benchPage(bench: Bench, report: Report) {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic'],
	});
	const token = await signIn(bench);
	const visit = async (path: string): Promise<Load> => {
		const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
		await context.addCookies([{ name: 'vaora', value: token, url: `http://127.0.0.1:${bench.port}` }]);
		const load = await loadPage(await context.newPage(), `http://127.0.0.1:${bench.port}${path}`);
		await context.close();
		return load;
	};
	const link = await makeReportLink(bench);
	const loads = { empty: [] as Load[], declaration: [] as Load[], report: [] as Load[] };
	for (let run = 0; run < runs; run++) {
		loads.empty.push(await visit('/livez'));
		loads.declaration.push(await visit('/declare'));
		loads.report.push(await visit(link));
	}
	await browser.close();
	const baseline = median(loads.empty.map((load) => load.ready));
	report.section('The declaration page at slow 4G and a four times slower processor');
	report.row('an empty page, ready (baseline)', `${Math.round(baseline)} ms`, '1.0 ×');
	tell(report, 'declaration page', loads.declaration, baseline);
	report.section('The daily report by link at slow 4G and a four times slower processor');
	report.row('an empty page, ready (baseline)', `${Math.round(baseline)} ms`, '1.0 ×');
	tell(report, 'report page', loads.report, baseline);
}

function tell(report: Report, name: string, loads: readonly Load[], baseline: number): void {
	const ready = median(loads.map((load) => load.ready));
	const { page, script, requests } = loads[0]!;
	report.row(`${name}, ready`, `${Math.round(ready)} ms`, `${(ready / baseline).toFixed(1)} ×`, '≤ 1,500 ms');
	report.row('HTML and CSS', `${(page / 1024).toFixed(1)} KB`, '', '≤ 12 KB');
	report.row('JavaScript', `${(script / 1024).toFixed(1)} KB`, '', '≤ 5 KB');
	report.row('requests', String(requests), '', '≤ 3');
}

/** Somebody who has given their phone number and has yet to declare. */
async function signIn({ platform }: Bench): Promise<string> {
	const { db, keys, clock } = platform;
	const now = clock.now();
	const accountId = await accountByPhone({ db, keys, now }, '0901234567', true);
	return (await openSession({ db, now }, { accountId })).token;
}

async function loadPage(page: Page, url: string): Promise<Load> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.emulateNetworkConditions', slow4g);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	const types = new Map<string, string>();
	const bytes: Record<string, number> = {};
	let requests = 0;
	devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const type = types.get(requestId) ?? 'Other';
		bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
		requests++;
	});
	const response = await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
	if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}`);
	const ready = await page.evaluate(() => {
		const marked = performance.getEntriesByName('ready')[0]?.startTime;
		return marked ?? performance.getEntriesByType('navigation')[0]!.toJSON().domContentLoadedEventEnd;
	});
	return { ready, page: (bytes.Document ?? 0) + (bytes.Stylesheet ?? 0), script: bytes.Script ?? 0, requests };
}
