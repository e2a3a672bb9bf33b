import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { dayOf, shiftDay } from '#shared/language';
import { writeCsv } from '#shared/text/csv';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { addRows, checkCells, figure, type Sent, sendFile } from './importing.ts';
import { expect, signInOfficer, test } from './person.ts';

// Real outbreaks through the screens, each in a province where no other journey looks.

let officer: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
	test.setTimeout(120_000);
	officer = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
	page = await officer.newPage();
	await page.goto('/console/imports');
	await signInOfficer(page, officer, 'cuc.phongbenh');
});
test.afterAll(() => officer.close());

const read = (name: string) => readFileSync(sharedData(name));

test('Viet Nam’s first 288 patients: 74 have an infector, the longest way passes 5, patient 243 infected 10', async () => {
	test.skip(!hasSharedData('vn-covid19'), 'the patients are not beside the project');
	test.slow();
	const area = 'Tỉnh Cà Mau';

	await begin({
		kind: 'Danh sách ca bệnh',
		source: 'BYT',
		rule: 'qd-5053',
		area,
		name: 'byt.csv',
		content: patients(),
	});
	await expect(page.getByLabel('Cột F Nguồn lây là gì')).toHaveValue('infectorId');
	await page.getByLabel('Phân loại của ca không ghi phân loại').selectOption('confirmed');
	await checkCells(page);
	await addRows(page, '288 dòng');

	await expect(figure(page, 'Đã ghi')).toHaveText('288');
	const links = (await figure(page, 'Mối lây đã ghi').textContent())!;
	await openChains('covid-19', area, '2020-01-01', '2020-12-31');
	await expect(described('Ca bệnh')).toHaveText('288');
	await expect(described('Mối lây đã ghi')).toHaveText(links);
	await expect(described('Chuỗi lớn nhất')).toContainText('đường lây dài nhất qua 5 ca');
	const infected = await readChains();
	expect(infected.filter(({ by }) => by !== 'chưa rõ')).toHaveLength(74);
	expect(infected.filter(({ count }) => count > 7).map(({ name, count }) => [name, count])).toEqual([
		['243', 10],
		['91', 9],
		['34', 8],
	]);
});

test('measles in Hagelloch, 1861: the days of long ago are asked for, 184 of 188 have an infector, case 45 infected 30', async () => {
	test.skip(!hasSharedData('outbreaks-r'), 'the line list is not beside the project');
	test.slow();
	const area = 'Tỉnh Lai Châu';
	const content = read('outbreaks-r/measles_hagelloch_1861.csv');

	await begin({ ...cases('Hagelloch', 'measles-who', area), content });
	await page.getByLabel('Phân loại của ca không ghi phân loại').selectOption('confirmed');
	await checkCells(page);
	await addRows(page, '188 dòng');

	await expect(figure(page, 'Mối lây đã ghi')).toHaveText('184');
	await page.getByRole('link', { name: 'Chuỗi lây', exact: true }).click();
	await expect(described('Ca bệnh')).toHaveText('188');
	await expect(described('Mối lây đã ghi')).toHaveText('184');
	const infected = await readChains();
	expect(infected.filter(({ by }) => by !== 'chưa rõ')).toHaveLength(184);
	expect(infected.find(({ name }) => name === '45')!.count).toBe(30);
});

test('Haslemere: a case has as many contacts as the network has neighbours', async () => {
	test.skip(!hasSharedData('haslemere'), 'the network is not beside the project');
	test.slow();
	const area = 'Tỉnh Điện Biên';
	const metOn = shiftDay(dayOf(new Date()), -4);
	const pairs = (parse(read('haslemere/haslemere_contacts_weights.csv')) as [string, string][]).slice(1);
	const both = pairs.flatMap(([one, other]) => [
		[one, other],
		[other, one],
	]);
	const people = Array.from({ length: 468 }, (_, index) => [String(index + 1), metOn]);

	await begin({ ...cases('BBC', 'qd-5053', area), content: writeCsv([['id', 'date_of_onset'], ...people]) });
	await page.getByLabel('Phân loại của ca không ghi phân loại').selectOption('confirmed');
	await checkCells(page);
	await addRows(page, '468 dòng');
	const contacts = { ...cases('BBC', 'qd-5053', area), kind: 'Người tiếp xúc' as const };
	await begin({ ...contacts, content: writeCsv([['i', 'j'], ...both]) });
	await page.getByLabel('Ngày tiếp xúc của dòng không ghi ngày').fill(metOn);
	await checkCells(page);
	await addRows(page, '2.514 dòng');

	await page.goto(`/console/numbers?disease=covid-19&area=${await areaIdOf(area)}`);
	await expect(page.getByText('468 ca, 0 mối lây, 2.514 lượt người tiếp xúc')).toBeVisible();
	await page.goto(`/console/cases?disease=covid-19&areaId=${await areaIdOf(area)}`);
	const chosen = page.locator('td:first-child a').first();
	const id = (await chosen.textContent())!.trim();
	await chosen.click();
	await page.getByText('Ghi quyết định của bác sĩ').click();
	await page.getByRole('radio', { name: 'Đúng là bệnh này' }).check();
	await page.fill('#decidedBy', 'BS Phạm Thị Lành');
	await page.fill('#decision', 'Đủ tiêu chuẩn lâm sàng');
	await page.getByRole('button', { name: 'Ghi quyết định' }).click();
	await page.getByRole('link', { name: 'Xem xét người tiếp xúc' }).click();
	const near = both.flatMap(([one, other]) => (one === id ? [other!] : []));
	const listed = await page.locator('[data-contact] >> xpath=ancestor::tr').locator('label').allInnerTexts();
	expect(listed.map((name) => name.trim()).sort()).toEqual([...new Set(near)].sort());
});

test('simulated Ebola: the cells with an outcome before the onset are told; without that column all come in', async ({
	browser,
	baseURL,
}) => {
	test.skip(!hasSharedData('outbreaks-r'), 'the line list is not beside the project');
	test.setTimeout(180_000);
	const area = 'Tỉnh Cao Bằng';
	await addEbolaRule(await browser.newContext({ ...(baseURL ? { baseURL } : {}) }));
	const sent = cases('outbreaks', 'ebola-mau', area);

	await begin({ ...sent, content: read('outbreaks-r/ebola_sim_clean__linelist.csv') });
	await page.getByLabel('Phân loại của ca không ghi phân loại').selectOption('confirmed');
	await checkCells(page);
	await expect(figure(page, 'Cần sửa')).toHaveText('197');
	const told = page.getByRole('row', { name: /date_of_outcome.*trước ngày khởi phát/ });
	await expect(told).toContainText(/100 ô: F\d+/);
	await page.getByRole('link', { name: 'Những dòng tiếp theo' }).click();
	await expect(told).toContainText('97 ô: F');

	await page.getByRole('link', { name: 'Xem lại các cột' }).first().click();
	await page.getByLabel('Cột F date_of_outcome là gì').selectOption('');
	await checkCells(page);
	await expect(page.getByText('Không có ô nào cần sửa.')).toBeVisible();
	await addRows(page, '5.829 dòng');
	await expect(figure(page, 'Đã ghi')).toHaveText('5.829');

	const links = read('outbreaks-r/ebola_sim_clean__contacts.csv');
	await begin({ ...sent, kind: 'Mối lây: ai lây cho ai', content: links });
	await checkCells(page);
	await expect(figure(page, 'Cần sửa')).toHaveText('1.684');
	await addRows(page, '2.116 dòng đúng');
	await openChains('ebola', area, '2014-01-01', '2015-12-31');
	await expect(described('Ca bệnh')).toHaveText('5.829');
	await expect(described('Mối lây đã ghi')).toContainText('2.116');
});

const cases = (source: string, rule: string, area: string) =>
	({ kind: 'Danh sách ca bệnh', source, rule, area, name: `${source}.csv` }) as const;

async function begin(sent: Sent): Promise<void> {
	await page.goto('/console/imports/new');
	await sendFile(page, sent);
}

/** The published patients as a list with Vietnamese headings, as an office keeps it. */
function patients(): string {
	interface Patient extends Record<'id' | 'positiveDate' | 'gender' | 'status' | 'treatLoc', string> {
		age: number;
		source: string[];
		dischargeDate?: string;
	}
	const listed: Patient[] = readSharedJson('vn-covid19/patients.json').data;
	const ids = new Set(listed.map(({ id }) => id));
	const day = (text = '') => text.split('-').reverse().join('/');
	const rows = listed.map((one) => [
		...[one.id, one.gender === 'male' ? 'Nam' : 'Nữ', one.age < 0 ? '' : one.age, day(one.positiveDate), one.treatLoc],
		...[one.source.filter((id) => ids.has(id)).join('; '), one.status === 'negative' ? 'Khỏi' : 'Đang điều trị'],
		day(one.dischargeDate),
	]);
	const headings = ['Mã BN', 'Giới tính', 'Tuổi', 'Ngày dương tính', 'Nơi điều trị', 'Nguồn lây', 'Kết cục'];
	return writeCsv([['Danh sách bệnh nhân'], [...headings, 'Ngày ra viện'], ...rows]);
}

/** What the form of a new import calls an area, as its addresses do. */
async function areaIdOf(name: string): Promise<string> {
	await page.goto('/console/imports/new');
	return (await page.locator('#areaId option', { hasText: name }).getAttribute('value'))!;
}

async function openChains(disease: string, area: string, from: string, until: string): Promise<void> {
	const areaId = await areaIdOf(area);
	await page.goto(`/console/chains?disease=${disease}&area=${areaId}&from=${from}&until=${until}`);
}

const described = (name: string) =>
	page
		.locator('dt')
		.filter({ hasText: new RegExp(`^${name}$`) })
		.locator('xpath=following-sibling::dd[1]');

/** Every case of every chain listed, by the tables: by whom it was infected and how many it infected, the most first. */
async function readChains() {
	const chains = await page
		.locator('td:first-child a[href^="/console/chains/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	const found: { name: string; by: string; count: number }[] = [];
	for (const chain of chains) {
		await page.goto(chain);
		const rows = await page.locator('[data-row]').evaluateAll((all) =>
			all.map((row) => {
				const [first, , , by, infected] = [...row.querySelectorAll('td')];
				return {
					name: first!.querySelector('a')!.textContent!,
					by: by!.textContent!.trim(),
					count: Number(infected!.textContent),
				};
			}),
		);
		found.push(...rows);
	}
	return found.sort((one, other) => other.count - one.count);
}

/** The ministry's administrator gives a rule for a disease that has none. */
async function addEbolaRule(context: BrowserContext): Promise<void> {
	const form = await context.newPage();
	await form.goto('/console/diseases/new');
	await signInOfficer(form, context, 'bo.yte');
	await form.goto('/console/diseases/new');
	await form.selectOption('#disease', 'ebola');
	for (const [field, text] of Object.entries({
		...{ rule: 'ebola-mau', nameVi: 'Ebola mẫu', nameEn: 'Ebola sample', daysBefore: '0', daysAfter: '21' },
		...{ minutesMin: '0', symptomFreeDays: '0', followUpDays: '21', validFrom: '2014-01-01', decision: 'Mẫu để thử' },
	}))
		await form.fill(`#${field}`, text);
	await form.getByRole('button', { name: 'Thêm quy tắc' }).click();
	await expect(form.getByText('ebola-mau, phiên bản 1')).toBeVisible();
	await context.close();
}
