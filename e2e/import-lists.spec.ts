import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Sent, sendFile } from './importing.ts';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

const folder = join(import.meta.dirname, '../../shared/data/outbreaks-r');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('an officer imports MERS with a wrong cell, mends it, and reads its chain', async ({ page, context }) => {
	test.skip(!existsSync(folder), 'the line list is not beside the project');
	test.slow();
	await page.goto('/console/imports');
	await signInOfficer(page, context, 'cdc.hanoi');
	await page.getByRole('link', { name: 'Gửi một tệp' }).click();
	await page.getByRole('button', { name: 'Gửi và xem các cột' }).click();
	await expectSound(page);

	const wrong = read('mers_korea_2015__linelist.csv').replace('2015-05-11', '2015-13-11');
	await send(page, 'Danh sách ca bệnh', 'mers.csv', wrong);

	await expect(page.getByRole('heading', { name: 'Mỗi cột là gì?' })).toBeVisible();
	await expect(page.getByLabel('Cột A id là gì')).toHaveValue('caseId');
	await expect(page.getByLabel('Cột H dt_onset là gì')).toHaveValue('onsetOn');
	await expect(page.getByText('SK_1 · SK_2 · SK_3')).toBeVisible();
	await page.getByLabel('Phân loại của ca không ghi phân loại').selectOption('confirmed');
	await expectSound(page);
	await page.getByRole('button', { name: 'Kiểm tra từng ô' }).click();

	const fault = page.getByRole('row', { name: /H2.*dt_onset.*không phải một ngày có thật/ });
	await expect(fault).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ghi 161 dòng đúng' })).toBeVisible();
	await expectSound(page);

	await page.getByRole('link', { name: 'Nhập danh sách' }).first().click();
	await page.getByRole('link', { name: 'Gửi một tệp' }).click();
	await send(page, 'Danh sách ca bệnh', 'mers.csv', wrong.replace('2015-13-11', '2015-05-11'));
	await page.getByLabel('Phân loại của ca không ghi phân loại').selectOption('confirmed');
	await page.getByRole('button', { name: 'Kiểm tra từng ô' }).click();
	await expect(page.getByText('Không có ô nào cần sửa.')).toBeVisible();
	await page.getByRole('button', { name: 'Ghi 162 dòng' }).click();
	await expect(page.getByText('Đã ghi xong')).toBeVisible({ timeout: 30_000 });
	await expectSound(page);

	await page.goto('/console/imports/new');
	await send(page, 'Mối lây: ai lây cho ai', 'lay.csv', read('mers_korea_2015__contacts.csv'));
	await page.getByRole('button', { name: 'Kiểm tra từng ô' }).click();
	await page.getByRole('link', { name: 'Cho biết nghĩa của chúng' }).click();
	for (const word of ['Visit hospital', 'Contact with HCW'])
		await page.getByLabel(`“${word}”`).selectOption('Cơ sở y tế');
	await page.getByLabel('“Family member”').selectOption('Ở nhà');
	await expectSound(page);
	await page.getByRole('button', { name: 'Kiểm tra từng ô' }).click();
	await page.getByRole('button', { name: 'Ghi 98 dòng' }).click();
	await expect(page.getByText('Đã ghi xong')).toBeVisible({ timeout: 30_000 });

	await page.goto('/console/chains?disease=mers&from=2015-01-01&until=2015-12-31');
	await page.getByRole('link', { name: 'Chuỗi 1', exact: true }).click();
	await expect(page.locator('[data-row]').filter({ hasText: 'SK_14' }).first()).toContainText('38');
	await page.goto('/console/imports');
	await expect(page.getByRole('row', { name: /Mối lây.*KCDC.*98/ })).toBeVisible();
	await expectSound(page);
});

const send = (page: Page, kind: Sent['kind'], name: string, content: string) =>
	sendFile(page, { kind, source: 'KCDC', rule: 'mers-who', name, content });

/** Readable at the width of a small phone, and without a serious fault. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 740 });
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(wide).toBeLessThanOrEqual(0);
	await page.setViewportSize({ width: 360, height: 740 });
}
