import type { BrowserContext, Page } from '@playwright/test';
import { putCamera } from './camera.ts';
import { type DeviceServer, openDeviceServer, type Wish } from './device-server.ts';
import { addPlace, ask, type GatePlace } from './gate.ts';
import { expect } from './person.ts';

export interface AtGate {
	page: Page;
	server: DeviceServer;
}

/** A guard whose device is paired and whose camera is open. */
export async function standAtGate(page: Page, context: BrowserContext, wish: Wish = {}): Promise<AtGate> {
	const server = await openDeviceServer(wish);
	await server.answer(context);
	await putCamera(page);
	await page.goto('/gate');
	await page.getByLabel('Mã ghép').fill('ABCD-EFGH');
	await page.getByLabel('Đặt tên cho máy này').fill('Điện thoại cổng chính');
	await page.getByRole('button', { name: 'Ghép máy' }).click();
	await page.locator('[data-camera=on]').waitFor();
	await expect(page.getByRole('heading', { name: 'Trường THPT Nguyễn Huệ' })).toBeVisible();
	return { page, server };
}

/** A guard at a new place's only gate, paired with the real server by the address the manager's page shows. */
export async function standAtNewPlace(page: Page): Promise<GatePlace> {
	const place = await addPlace();
	const input = { place: place.place, gate: 1 };
	const { url } = await ask<{ url: string }>('devices.start-pairing', input, place.token);
	await putCamera(page);
	await page.goto(`/gate${new URL(url).hash}`);
	await page.getByLabel('Đặt tên cho máy này').fill('Điện thoại cổng chính');
	await page.getByRole('button', { name: 'Ghép máy' }).click();
	await page.locator('[data-camera=on]').waitFor();
	await expect(page.getByRole('heading', { name: 'Bến xe Mỹ Đình' })).toBeVisible();
	return place;
}

/** What fills the screen. */
export const screenOf = (page: Page) => page.locator('dialog[data-look]');

/** On to the next person. */
export async function goOn(page: Page): Promise<void> {
	await page.getByRole('button', { name: /[Nn]gười tiếp theo/ }).click();
	await expect(screenOf(page)).toBeHidden();
}

/** What waits on the device, by its own count. */
export const queued = (page: Page) => page.locator('[data-queued]');

/**
 * A scanner that types: real keys at their places on an American keyboard, each a few milliseconds after the one before
 * by its own time, however late a busy machine hands them over; `machine` is what the gate's own machine makes of each.
 */
export async function typeAsScanner(
	page: Page,
	text: string,
	{
		end = 'Enter',
		machine = (letter) => letter,
	}: { end?: 'Enter' | 'Tab' | ''; machine?: (letter: string) => string } = {},
): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	let timestamp = Date.now() / 1_000 - (text.length + 1) * keySeconds;
	const press = async (key: { key: string; code: string; text?: string; modifiers?: number }) => {
		timestamp += keySeconds;
		await Promise.all([
			devtools.send('Input.dispatchKeyEvent', { type: key.text ? 'keyDown' : 'rawKeyDown', timestamp, ...key }),
			devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: key.key, code: key.code }),
		]);
	};
	const keys = [...text].map((letter) => press({ key: machine(letter), text: machine(letter), ...placeOf(letter) }));
	if (end === 'Enter') keys.push(press({ key: 'Enter', code: 'Enter', text: '\r' }));
	if (end === 'Tab') keys.push(press({ key: 'Tab', code: 'Tab' }));
	await Promise.all(keys);
	await devtools.detach();
}

const keySeconds = 0.005;
const shift = 8;
const signs: Record<string, string> = {
	' ': 'Space',
	',': 'Comma',
	'/': 'Slash',
	'.': 'Period',
	'-': 'Minus',
	'\\': 'Backslash',
	';': 'Semicolon',
};
const shiftedSigns: Record<string, string> = {
	':': 'Semicolon',
	'%': 'Digit5',
	$: 'Digit4',
	'*': 'Digit8',
	'+': 'Equal',
	'|': 'Backslash',
};

/** Where a key lies, and whether Shift is held for it. */
function placeOf(letter: string): { code: string; modifiers: number } {
	if (/[a-z]/i.test(letter))
		return { code: `Key${letter.toUpperCase()}`, modifiers: letter === letter.toUpperCase() ? shift : 0 };
	if (/\d/.test(letter)) return { code: `Digit${letter}`, modifiers: 0 };
	const code = shiftedSigns[letter];
	return code ? { code, modifiers: shift } : { code: signs[letter] ?? '', modifiers: 0 };
}
