import { defineConfig, devices } from '@playwright/test';

const args = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
	...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
];
const launchOptions = { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args };

export default defineConfig({
	testDir: 'e2e',
	outputDir: 'test-results',
	workers: 2,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	globalSetup: './e2e/server.ts',
	use: {
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		// A film of every test costs more than the test: of one that fails its steps, its pages and its last picture are kept.
		trace: { mode: 'retain-on-failure', screenshots: false },
		screenshot: 'only-on-failure',
		viewport: { width: 360, height: 740 },
		launchOptions,
	},
	projects: [
		{
			name: 'phone',
			use: { ...devices['Pixel 5'], viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, launchOptions },
		},
	],
});
