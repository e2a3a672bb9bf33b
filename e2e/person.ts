import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

/** Tests begin at the address of the server that was started for this run. */
export const test = base.extend({
	baseURL: async ({ baseURL: _none }, use) => {
		await use(process.env.VAORA_ADDRESS!);
	},
	// As if each came from a network of their own: one address may ask for so many codes only.
	extraHTTPHeaders: async ({ extraHTTPHeaders: _none }, use) => {
		const part = () => Math.floor(Math.random() * 256);
		await use({ 'x-forwarded-for': `10.${part()}.${part()}.${part()}` });
	},
});

/** The newest one-time code sent to a phone, read where a developer would: on the outbox page. */
export async function readCode(context: BrowserContext, phone: string): Promise<string> {
	const outbox = await readOutbox(context);
	return /data-code="(\d+)"/.exec(outbox.slice(outbox.indexOf(`data-phone="${phone}"`)))![1]!;
}

/** Without a page of its own: a browser takes longer to open one than the journey takes to sign in. */
async function readOutbox(context: BrowserContext): Promise<string> {
	return (await context.request.get(`${process.env.VAORA_ADDRESS}/outbox`)).text();
}

/** The authenticator code of the demo's staff, from the outbox page. Each works once for each of them. */
async function readTotp(context: BrowserContext): Promise<string> {
	return /data-totp="(\d+)"/.exec(await readOutbox(context))![1]!;
}

/**
 * Signs staff of the demo in. An authenticator code works once: the first journey of each officer signs in with one, the
 * others go on in its session instead of waiting for the next.
 */
export async function signInOfficer(page: Page, context: BrowserContext, login: string): Promise<void> {
	const kept = join(process.env.VAORA_SESSIONS!, login);
	if (existsSync(kept)) {
		await context.addCookies([JSON.parse(readFileSync(kept, 'utf8'))]);
		await page.reload();
		await expect(page).not.toHaveURL(/sign-in/);
		return;
	}
	await signInByCode(page, context, login);
	const session = (await context.cookies()).find(({ name }) => name === 'vaora');
	writeFileSync(`${kept}.${process.pid}`, JSON.stringify(session));
	renameSync(`${kept}.${process.pid}`, kept);
}

/** In a session of its own, for a journey that ends it. When another journey used the code, the next one does. */
export async function signInByCode(page: Page, context: BrowserContext, login: string): Promise<void> {
	let used = '';
	await expect(async () => {
		const totp = await readTotp(context);
		expect(totp).not.toBe(used);
		used = totp;
		await page.fill('#login', login);
		await page.fill('#password', 'vao-ra-2026-demo');
		await page.fill('#totp', totp);
		await page.getByRole('button', { name: 'Đăng nhập' }).click();
		await expect(page).not.toHaveURL(/sign-in/, { timeout: 5_000 });
	}).toPass({ timeout: 75_000, intervals: [2_000] });
}

/** No serious accessibility fault, by the rules of WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
	// Pages stand in no frame and hold none: without the mode for frames there is no second page to open for each look.
	const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
	const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
	const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
	expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
