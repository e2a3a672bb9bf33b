import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import writeXlsx from 'write-excel-file/node';
import { newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

/** Now in Viet Nam, as `<input type="datetime-local">` takes it, some hours off. */
const hoursFromNow = (hours: number) => new Date(Date.now() + (hours + 7) * 3_600_000).toISOString().slice(0, 16);

const header = ['Tổ', 'Địa chỉ', 'Họ và tên', 'Năm sinh', 'Điện thoại'];

/** Five thousand people behind 1,250 doors, tổ and address written once a door, three rows wrong. */
async function rosterFile() {
	const rows = Array.from({ length: 5_000 }, (_, index) => {
		const isFirst = index % 4 === 0;
		const door = isFirst ? [`Tổ ${1 + (Math.floor(index / 4) % 10)}`, `Số ${index + 1}`] : ['', ''];
		return [...door, `Nguyễn Thị Số ${index}`, String(1950 + (index % 60)), isFirst ? `09${10_000_000 + index}` : ''];
	});
	rows[10]![3] = '2100';
	rows[20]![4] = '0901 234';
	rows[4_999]![2] = '';
	const cells = [header, ...rows].map((row) => row.map((value) => ({ value, type: String })));
	const buffer = await writeXlsx([{ sheet: 'Danh sách', data: cells }]).toBuffer();
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	return { name: 'danh sách.xlsx', mimeType, buffer };
}

async function open(page: Page, context: BrowserContext, path: string, login: string): Promise<void> {
	await page.goto(path);
	await signInOfficer(page, context, login);
}

async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

test('a cordon is proposed and declared, 5,000 people come by Excel with errors, one household joins and reports', async ({
	browser,
}) => {
	test.setTimeout(300_000);
	const office = await browser.newContext();
	const page = await office.newPage();
	await open(page, office, '/console/cordons/propose', 'tram.badinh');
	await expectSound(page);
	await page.fill('#part', 'Tổ 1 đến Tổ 10');
	await page.selectOption('#disease', 'covid-19');
	await page.fill('#reason', 'Ba ca cùng một ngõ từ hôm qua');
	await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
	await expect(page.getByRole('heading', { name: 'Đang chờ quyết định' })).toBeVisible();
	await expectSound(page);

	await page.goto(await decide(browser));
	await expect(page.getByText('Ba ca cùng một ngõ từ hôm qua')).toBeVisible();
	await expect(page.getByText('Chưa có ai trong danh sách.')).toBeVisible();
	await expectSound(page);
	const cordon = page.url().replace(/\?.*/, '');

	await addRoster(page, cordon);
	const household = await joinAndReport(page, cordon, browser);

	await page.goto(cordon);
	await expect(page.getByText(/1\s*\/\s*5\.001 người/)).toBeVisible();
	await page.getByRole('link', { name: 'Tổ 3', exact: true }).click();
	await expect(page.getByText('1 / 501 người')).toBeVisible();
	await page.goto(`${cordon}/list?group=T%E1%BB%95%203&state=missing`);
	await expect(page.getByText('chưa báo').first()).toBeVisible();
	await expectSound(page);
	await page.goto(`${cordon}/call?group=T%E1%BB%95%203`);
	await page.fill('#purpose', 'Gọi nhắc báo sức khoẻ hôm nay');
	await page.getByRole('button', { name: 'Hiện danh sách cần gọi' }).click();
	await expect(page.getByRole('link', { name: /^Gọi 09/ }).first()).toBeVisible();
	await expect(page.getByText('BÙI THỊ MƠ')).toBeHidden();
	await expectSound(page);

	await takeOff(page, cordon);
	await page.goto(`${cordon}/change`);
	await expectSound(page);
	await page.getByText('Kết thúc khoanh vùng').click();
	await page.fill('#ending', '120/QĐ-UBND: 14 ngày không có ca mới');
	await page.getByRole('button', { name: 'Kết thúc ngay' }).click();
	await expect(page.getByText('đã kết thúc').first()).toBeVisible();
	await household.goto('/me/report');
	await expect(household.getByRole('button', { name: 'Gửi báo' })).toBeHidden();
	await office.close();
});

/** The ward's chair finds the proposal and decides it, and does not see who lives there. Gives the cordon's address. */
async function decide(browser: import('@playwright/test').Browser): Promise<string> {
	const hall = await browser.newContext();
	const page = await hall.newPage();
	await open(page, hall, '/console', 'ubnd.badinh');
	await page.getByRole('link', { name: 'đề nghị khoanh vùng chờ quyết định' }).click();
	await page.getByRole('link', { name: 'Ghi quyết định Tổ 1 đến Tổ 10' }).click();
	await expectSound(page);
	await page.fill('#from', hoursFromNow(-1));
	await page.fill('#noticeAt', hoursFromNow(-8));
	await expect(page.locator('#decidedBy')).toHaveValue('Chủ tịch UBND phường Ba Đình');
	await page.fill('#decisionNumber', '101/QĐ-UBND');
	await page.getByRole('button', { name: 'Ghi quyết định khoanh vùng' }).click();
	await expect(page.getByText('Đã ghi quyết định khoanh vùng.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Từng nhà' })).toBeHidden();
	await expectSound(page);
	const address = page.url().replace(/\?.*/, '');
	await hall.close();
	return address;
}

/** One of ten groups leaves the cordon's list at once: first how many they are, then with a reason. */
async function takeOff(page: Page, cordon: string): Promise<void> {
	await page.goto(cordon);
	await page.getByRole('link', { name: 'Đưa tổ, nhà khỏi danh sách' }).click();
	await expectSound(page);
	await page.fill('#street', '12');
	await page.getByLabel('Tổ 9').check();
	await page.getByRole('button', { name: 'Xem bao nhiêu nhà' }).click();
	await expect(page.getByRole('alert')).toContainText('không chỉ con số');
	await expect(page.getByLabel('Tổ 9')).toBeChecked();
	await page.fill('#street', '');
	await page.getByRole('button', { name: 'Xem bao nhiêu nhà' }).click();
	await expect(page.getByText('500 người, 125 nhà')).toBeVisible();
	await expectSound(page);
	await page.fill('#reason', 'Thu hẹp theo quyết định 110/QĐ-UBND');
	await page.getByRole('button', { name: 'Đưa 500 người khỏi danh sách' }).click();
	await expect(page.getByRole('status')).toContainText('Đã đưa 500 người khỏi danh sách');
	await expect(page.getByText(/\/\s*4\.501 người/)).toBeVisible();
}

/** A file of 5,000 with three errors; the good rows are added, the others mended and sent again. */
async function addRoster(page: Page, cordon: string): Promise<void> {
	await page.goto(`${cordon}/roster`);
	await expectSound(page);
	await page.setInputFiles('#file', await rosterFile());
	await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
	await expect(page.getByRole('heading', { name: 'Chỗ cần sửa' })).toBeVisible({ timeout: 60_000 });
	await expect(page.getByRole('row', { name: /12.*Năm sinh/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /22.*Điện thoại.*không phải số điện thoại/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /5001.*bỏ trống/ })).toBeVisible();
	await expectSound(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Tải riêng những dòng cần sửa' }).click(),
	]);
	const toMend = (await readFile((await download.path())!)).toString();
	await page.getByRole('button', { name: 'Ghi 4.997 người' }).click();
	await expect(page.getByText('Đã ghi xong')).toBeVisible({ timeout: 120_000 });

	const mended = toMend
		.replace('2100', '1990')
		.replace('0901 234,', '0901 234 567,')
		.replace(/(Số 4997),,/, '$1,Mai Thị Ổn,');
	await page.goto(`${cordon}/roster`);
	await page.setInputFiles('#file', { name: 'sửa.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) });
	await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
	await expect(page.getByText('Không có chỗ nào cần sửa.')).toBeVisible();
	await page.getByRole('button', { name: 'Ghi 3 người' }).click();
	await expect(page.getByText('Đã ghi xong')).toBeVisible({ timeout: 60_000 });
}

/** Somebody joins by the QR on the wall without JavaScript and reports for the household. */
async function joinAndReport(page: Page, cordon: string, browser: import('@playwright/test').Browser): Promise<Page> {
	await page.goto(`${cordon}/qr`);
	await page.getByRole('button', { name: 'Mở mã QR ghi tên' }).click();
	const address = await page.locator('.sheet strong').textContent();
	await expectSound(page);
	const plain = await browser.newContext({ javaScriptEnabled: false });
	const household = await plain.newPage();
	await household.goto(`/join/${address!.split('/').at(-1)}`);
	await household.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(household, plain, newPhone());
	await household.fill('#group', 'Tổ dân phố số 3');
	await household.fill('#dwelling', 'Số 9999 ngõ 5');
	await household.fill('#name-0', ' ');
	await household.getByRole('button', { name: 'Ghi tên cả nhà' }).click();
	await expect(household.getByRole('alert')).toContainText('Hãy chọn hoặc ghi tên ít nhất một người');
	await expect(household.locator('#dwelling')).toHaveValue('Số 9999 ngõ 5');
	await household.fill('#name-0', 'Bùi Thị Mơ');
	await household.fill('#birth-0', '1988');
	await household.getByRole('button', { name: 'Ghi tên cả nhà' }).click();
	await expect(household.getByText('Đã ghi tên')).toBeVisible();
	await household.getByRole('link', { name: 'Báo sức khoẻ ngay' }).click();
	await household.check('[name=how-0][value=well]');
	await household.getByRole('button', { name: 'Gửi báo sức khoẻ' }).click();
	await expect(household.getByText('Đã báo: khoẻ')).toBeVisible();
	return household;
}

test('a level of risk is proposed from the facts, decided otherwise with a reason, and published', async ({
	page,
	context,
}) => {
	test.slow();
	await open(page, context, '/console/risk?rule=qd-2686', 'tram.badinh');
	await expect(page.getByRole('heading', { name: 'Mức nguy cơ của địa bàn' })).toBeVisible();
	await expectSound(page);
	await page.getByRole('button', { name: 'Mở địa bàn này' }).click();
	await expect(page.getByRole('heading', { name: /Phường Ba Đình/ })).toBeVisible();
	await expectSound(page);
	await page.fill('#unknownSourceCases', 'hai');
	await page.getByRole('button', { name: 'Ghi số liệu' }).click();
	await expect(page.getByRole('alert')).toContainText('Mỗi số liệu là một số từ 0 trở lên');
	await page.fill('#unknownSourceCases', '2');
	await page.getByRole('button', { name: 'Ghi số liệu' }).click();
	await expect(page.getByText('ca chưa rõ nguồn lây: 2 (ngưỡng: từ 1)')).toBeVisible();

	await page.selectOption('#level', '4');
	await page.fill('#decidedBy', 'Chủ tịch UBND phường Ba Đình');
	await page.fill('#decisionNumber', '45/QĐ-UBND');
	await page.getByRole('button', { name: 'Ghi và công bố' }).click();
	await expect(page.getByRole('link', { name: /Mức này khác mức đề xuất/ })).toHaveAttribute('href', '#differsBecause');
	await page.fill('#differsBecause', 'Chợ đông người, chưa truy vết xong');
	await page.getByRole('button', { name: 'Ghi và công bố' }).click();

	await expect(page.getByRole('heading', { name: 'Đang áp dụng' })).toBeVisible();
	await expect(page.getByText('Nguy cơ rất cao')).toBeVisible();
	await expectSound(page);
	await context.clearCookies();
	await page.goto('/risk');
	await page.fill('#q', 'phuong ba dinh');
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expectSound(page);
	await page.getByRole('link', { name: 'Phường Ba Đình, Thành phố Hà Nội' }).first().click();
	await expect(page.getByText('Chợ đông người, chưa truy vết xong')).toBeVisible();
});
