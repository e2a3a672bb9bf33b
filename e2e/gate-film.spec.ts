import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';
import { openDeviceServer } from './device-server.ts';
import { expect, test } from './person.ts';
import { writeFilm } from './y4m.ts';

test('the browser’s own camera shows three people, and each goes in', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-film-'));
	const film = join(folder, 'gate.y4m');
	const { launchOptions } = config.use!;
	const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
	const args = [...launchOptions!.args!, ...camera, `--use-file-for-fake-video-capture=${film}`];
	// The film is read when the browser starts, so the codes are made before.
	const server = await openDeviceServer();
	writeFilm(film, await Promise.all(['201', '202', '203'].map((person) => server.issueCode(person))));
	const browser = await chromium.launch({ ...launchOptions, args });
	const context = await browser.newContext({ baseURL: process.env.VAORA_ADDRESS!, permissions: ['camera'] });
	await server.answer(context);
	const page = await context.newPage();
	await page.goto('/gate#pair=ABCD-EFGH');
	await page.getByLabel('Đặt tên cho máy này').fill('Điện thoại cổng chính');
	await page.getByRole('button', { name: 'Ghép máy' }).click();

	const persons = () => new Set(server.sent.map(({ who }) => who.kind === 'code' && who.person));
	await expect.poll(persons, { timeout: 40_000 }).toEqual(new Set(['201', '202', '203']));
	await browser.close();
	rmSync(folder, { recursive: true });
});
