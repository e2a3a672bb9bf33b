import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { shiftDay } from '#shared/language';
import { unzip } from '#test/unzip';
import { declare, newPhone, poster, signIn } from './journey.ts';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

const purpose = 'Gọi người cùng nơi để hẹn xét nghiệm';

test('an officer finds who shared a place with a case, and those people learn of it', async ({ browser }) => {
	test.slow();
	const ill = await browser.newContext();
	const met = await browser.newContext();
	const phones = { ill: newPhone(), met: newPhone() };
	await goIn(ill, phones.ill, { name: 'Hoàng Văn Bệnh' });
	const metPage = await goIn(met, phones.met, { name: 'Đặng Thị Ước Mơ', street: '=HYPERLINK("http://x.vn") Ngõ Đỗ' });

	const officer = await browser.newContext();
	const page = await officer.newPage();
	await page.goto('/console/cases');
	await signInOfficer(page, officer, 'cdc.hanoi');
	await page.getByRole('link', { name: 'Mở ca bệnh' }).click();
	await openCase(page, phones.ill);
	await expect(page.getByText('Hãy ghi ngày khởi phát hoặc ngày lấy mẫu để tìm.')).toBeVisible();
	await expectSound(page);
	await page.fill('#onsetOn', shiftDay(new Date().toISOString().slice(0, 10), -1));
	await page.getByRole('button', { name: 'Lưu và tìm lại' }).click();

	await expect(page.getByRole('alert')).toContainText('Ca bệnh chưa có căn cứ');
	await decide(page);

	const row = page.getByRole('row', { name: 'ĐẶNG THỊ ƯỚC ***' });
	await expect(row).toContainText('Trường THPT Nguyễn Huệ');
	await expect(row).toContainText('suy ra: thời gian lưu lại thông thường');
	await expect(page.getByText('qd-5053, phiên bản 1')).toBeVisible();
	await expect(page.locator('main')).not.toContainText('ĐẶNG THỊ ƯỚC MƠ');
	await expectSound(page);

	const atCase = page.url();
	// The list is written down by a job each minute; an officer may ask for it at once.
	await page.goto(`${atCase.split(/[?#]/)[0]}/review`);
	await page.getByRole('button', { name: 'Tìm lại từ lượt vào ra' }).click();
	await expect(page.getByText('ĐẶNG THỊ ƯỚC ***')).toBeVisible();
	const masked = await download(page, atCase, 'masked');
	expect(masked).toMatch(/^\uFEFFMã tiếp xúc/);
	expect(masked).toContain('ĐẶNG THỊ ƯỚC ***');
	expect(masked).not.toContain('ƯỚC MƠ');
	const whole = await download(page, atCase, 'revealed');
	expect(whole).toContain('ĐẶNG THỊ ƯỚC MƠ');
	expect(whole).toContain(`0${phones.met.slice(1, 4)} ${phones.met.slice(4, 7)} ${phones.met.slice(7)}`);
	expect(whole).toContain('"\'=HYPERLINK(""http://x.vn"") Ngõ Đỗ');

	await page.goto(atCase);
	await page.locator('#purpose').fill('ôi');
	await page.locator('form').evaluateAll((forms) => {
		for (const form of forms as HTMLFormElement[]) form.noValidate = true;
	});
	await row.getByRole('button', { name: 'Hiện' }).click();
	await expect(page.getByRole('alert')).toContainText('Hãy ghi mục đích');
	await page.locator('#purpose').fill(purpose);
	await row.getByRole('button', { name: 'Hiện' }).click();
	await expect(page.getByRole('row', { name: 'ĐẶNG THỊ ƯỚC MƠ' })).toContainText('Ngõ Đỗ');

	await metPage.goto('/me/looks');
	const look = metPage.getByRole('listitem').filter({ hasText: purpose }).first();
	await expect(look).toContainText('CDC Hà Nội');
	await expect(look.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/);
	await expect(metPage.getByText('Đưa bạn vào một danh sách xuất thành tệp').first()).toBeVisible();

	await page.getByText('Kết thúc ca bệnh').click();
	await page.selectOption('#closing', 'finished');
	await page.getByRole('button', { name: 'Kết thúc ca' }).click();
	await expect(page.getByText('Ca đã kết thúc: không ai xem được')).toBeVisible();
	await expect(page.locator('main')).not.toContainText('HOÀNG VĂN');
	for (const path of ['/console', '/console/cases', '/console/cases?state=closed', '/console/cases/new']) {
		await page.goto(path);
		await expectSound(page);
	}
	await Promise.all([ill, met, officer].map((context) => context.close()));
});

test('a commune’s officer leads cases of that commune only, and nobody comes in with a wrong code', async ({
	page,
	context,
}) => {
	await page.goto('/console/cases/new');
	await expectSound(page);
	await page.fill('#login', 'tram.hoankiem');
	await page.fill('#password', 'vao-ra-2026-demo');
	await page.fill('#totp', '000000');
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(page.getByRole('alert')).toContainText('Không đăng nhập được');
	await expect(page.locator('#login')).toHaveValue('tram.hoankiem');
	await expect(page.locator('#password')).toHaveValue('');
	await signInOfficer(page, context, 'tram.hoankiem');
	await expect(page).toHaveURL(/\/console\/cases\/new$/);

	await page.fill('#value', '0909 999 998');
	await page.fill('#purpose', purpose);
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expect(page.getByRole('status')).toContainText('Không tìm thấy ai');
	await expect(page.locator('#value')).toHaveValue('0909 999 998');
	await page.fill('#value', '0901 000 001');
	await page.getByRole('button', { name: 'Tìm' }).click();

	await expect(page.getByText('Đã có ca đang mở')).toBeVisible();
	await expect(page.locator('#areaId option')).toHaveText(['– Chọn –', /^Phường Hoàn Kiếm/]);
	await page.goto('/console/cases/1');
	await expect(page.locator('main')).toContainText('Bạn không có quyền làm việc này');
});

/** Somebody declares and goes into the demo's school. */
async function goIn(context: BrowserContext, phone: string, who: Parameters<typeof declare>[1]): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`/p/${poster()}`);
	await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(page, context, phone);
	await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
	await declare(page, who, true);
	await page.getByRole('button', { name: 'VÀO' }).click();
	await expect(page.locator('[data-verdict=green]')).toBeVisible();
	return page;
}

async function openCase(page: Page, phone: string): Promise<void> {
	await page.fill('#value', phone);
	await page.fill('#purpose', purpose);
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expectSound(page);
	await page.selectOption('#classification', 'confirmed');
	await page.selectOption('#rule', 'qd-5053');
	await page.selectOption('#areaId', { label: 'Thành phố Hà Nội' });
	await page.getByRole('button', { name: 'Mở ca' }).click();
	await expect(page.getByRole('heading', { name: 'HOÀNG VĂN ***' })).toBeVisible();
}

/** Nobody who met a case is named until a clinician decided that it is one. */
async function decide(page: Page): Promise<void> {
	await page.getByText('Ghi quyết định của bác sĩ').click();
	await page.check('[name=isDisease][value=yes]');
	await page.fill('#decidedBy', 'BS Phạm Thị Lành, Bệnh viện Bạch Mai');
	await page.fill('#decision', 'Sốt, ho, xét nghiệm nhanh dương tính');
	await page.getByRole('button', { name: 'Ghi quyết định' }).click();
}

/** Takes the case's contacts away, from its page. */
async function download(page: Page, atCase: string, names: 'masked' | 'revealed'): Promise<string> {
	await page.goto(atCase);
	await page.getByRole('link', { name: 'Lấy danh sách', exact: true }).click();
	await page.check('[name=format][value=csv]');
	await page.check(`[name=names][value=${names}]`);
	await page.fill('#purpose', purpose);
	await page.getByRole('button', { name: 'Xuất tệp' }).click();
	await expect(page.getByText('Tải được')).toBeVisible({ timeout: 20_000 });
	const file = page.waitForEvent('download');
	await page.getByRole('link', { name: /Tải tệp zip/ }).click();
	return [...unzip(await readFile(await (await file).path())).values()][0]!.toString();
}

/** Accessible, and nothing wider than the phone. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
