import type { BrowserContext, Page } from '@playwright/test';
import { readCode } from './person.ts';

/** A phone number nobody has used in this run, as people write it. */
export function newPhone(): string {
	return `09${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
}

export const toE164 = (phone: string): string => `+84${phone.slice(1)}`;

/** Signs in from the page that asks for a phone number, with the code from the outbox. */
export async function signIn(page: Page, context: BrowserContext, phone: string): Promise<void> {
	await page.fill('#phone', phone);
	await page.getByRole('button', { name: 'Gửi mã' }).click();
	await page.fill('#code', await readCode(context, toE164(phone)));
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await page.waitForURL((url) => url.pathname !== '/sign-in');
}

export interface Particulars {
	name: string;
	street?: string;
	symptoms?: string[];
	hasMetPatient?: boolean;
}

/** Fills in the general declaration and sends it. */
export async function declare(page: Page, who: Particulars, hasScript: boolean): Promise<void> {
	await fillIn(page, who, hasScript);
	await page.getByRole('button', { name: 'Gửi' }).click();
	await page.waitForURL((url) => url.pathname !== '/declare');
}

/** Fills in the general declaration. */
export async function fillIn(
	page: Page,
	{ name, street = '12 Hàng Bạc', symptoms = ['none'], hasMetPatient = false }: Particulars,
	hasScript: boolean,
) {
	await page.fill('#full-name', name);
	await page.fill('#birth-year', '1990');
	await page.check('[name=gender][value=female]');
	await page.selectOption('#province', '01');
	if (hasScript) await page.locator('#commune option[value="00070"]').waitFor({ state: 'attached' });
	else await page.getByRole('button', { name: 'Chọn phường, xã của tỉnh này' }).click();
	await page.selectOption('#commune', '00070');
	await page.fill('#street', street);
	await answerHealth(page, symptoms, hasMetPatient);
}

async function answerHealth(page: Page, symptoms: string[], hasMetPatient: boolean): Promise<void> {
	await page.check('[name=travelled][value=no]');
	for (const symptom of symptoms) await page.check(`[name=symptoms][value=${symptom}]`);
	if (!symptoms.includes('none')) await page.fill('#symptoms-note', 'Từ hôm qua');
	await page.check(`[name=met-patient][value=${hasMetPatient ? 'yes' : 'no'}]`);
	await page.check('[name=met-from-country][value=no]');
	await page.check('[name=met-symptomatic][value=no]');
	await page.check('#consent');
}

/** The poster of the demo's school. */
export const poster = (): string => process.env.VAORA_POSTER!;
