import type { Page } from '@playwright/test';
import { expect } from './person.ts';

/** A file as an officer sends it, with what the form asks about it. */
export interface Sent {
	kind: 'Danh sách ca bệnh' | 'Mối lây: ai lây cho ai' | 'Người tiếp xúc';
	source: string;
	rule: string;
	/** By its name; without one the first an officer may choose. */
	area?: string;
	name: string;
	content: string | Buffer;
}

/** Fills in "send a file" and sends it; then the columns are asked. */
export async function sendFile(page: Page, { kind, source, rule, area, name, content }: Sent): Promise<void> {
	await page.getByLabel('Mỗi dòng của tệp là gì?').selectOption(kind);
	await page.getByLabel('Tệp từ đâu đến?').fill(source);
	await page.getByLabel('Bệnh và quy tắc truy vết').selectOption(rule);
	await page.getByLabel(/Địa bàn chủ trì/).selectOption(area ? { label: area } : { index: 1 });
	await page
		.getByLabel('Tệp', { exact: true })
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
	await page.getByRole('button', { name: 'Gửi và xem các cột' }).click();
	await expect(page.getByRole('heading', { name: 'Mỗi cột là gì?' })).toBeVisible({ timeout: 45_000 });
}

/** Has every cell checked; thousands of rows take some seconds. */
export async function checkCells(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Kiểm tra từng ô' }).click();
	await expect(page).not.toHaveURL(/\/columns$/, { timeout: 45_000 });
}

/** Adds the rows by the button that says how many, and waits for the end, as the page tells it by itself. */
export async function addRows(page: Page, rows: string): Promise<void> {
	await page.getByRole('button', { name: `Ghi ${rows}`, exact: true }).click();
	await expect(page.getByText('Đã ghi xong')).toBeVisible({ timeout: 45_000 });
}

/** What the page of an import says of a count, such as "Đã ghi". */
export const figure = (page: Page, name: string) =>
	page
		.locator('.figures div')
		.filter({ has: page.getByText(name, { exact: true }) })
		.locator('dd');
