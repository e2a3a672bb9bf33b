import type { Browser, BrowserContext, Page } from '@playwright/test';
import { shiftDay } from '#shared/language';
import { declare, newPhone, poster, signIn } from './journey.ts';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

const reason = 'Cùng nhà với ca bệnh';
const decidedBy = 'Chủ tịch UBND phường Hoàn Kiếm';
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

test('a proposal is decided, told, completed on its last day, and its certificate is verified by a stranger', async ({
	browser,
}) => {
	test.slow();
	const visitor = await browser.newContext();
	const phone = newPhone();
	const page = await comeToTheDoor(visitor, phone);
	const officer = await signInStaff(browser, 'cachly.hoankiem', '/console/proposals');
	const person = await propose(officer, phone);
	const chair = await signInStaff(browser, 'ubnd.hoankiem', '/console/proposals');
	await decide(chair);

	await page.getByRole('button', { name: 'VÀO' }).click();
	await expect(page.locator('[data-verdict=red]')).toContainText('DỪNG LẠI');
	await tell(officer);
	await reportHealth(page);

	await testNegative(officer, person);
	const orderPath = await end(officer);
	await page.goto(`/p/${poster()}`);
	await page.getByRole('button', { name: 'VÀO' }).click();
	await expect(page.locator('[data-verdict=green]')).toBeVisible();
	const fragment = await verifyCertificate(browser, page);
	await officer.goto(orderPath);
	await takeBack(browser, officer, fragment);
	await lookAtSite(officer);
	await Promise.all([visitor, officer.context(), chair.context()].map((context) => context.close()));
});

/** Somebody declares their health and stands before the button. */
async function comeToTheDoor(context: BrowserContext, phone: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`/p/${poster()}`);
	await page.getByRole('link', { name: 'Bắt đầu bằng số điện thoại' }).click();
	await signIn(page, context, phone);
	await page.getByRole('link', { name: 'Khai báo lần đầu' }).click();
	await declare(page, { name: 'Tạ Thị Ửng' }, true);
	return page;
}

async function signInStaff(browser: Browser, login: string, path: string): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(path);
	await signInOfficer(page, context, login);
	await expect(page.getByRole('heading', { name: 'Đề nghị cách ly' })).toBeVisible();
	await expectSound(page);
	return page;
}

/** With a hold, from six days ago: today is the last day. Says the person's id. */
async function propose(page: Page, phone: string): Promise<string> {
	await page.getByRole('link', { name: 'Lập danh sách cách ly' }).click();
	await page.fill('#value', phone);
	await page.fill('#purpose', reason);
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expect(page.getByRole('heading', { name: 'TẠ THỊ ***' })).toBeVisible();
	const person = await page.inputValue('input[name=person]');
	await page.selectOption('#cause', 'contact');
	await page.selectOption('#kind', 'home');
	await page.selectOption('#regime', 'home-7-days-vaccinated');
	await page.fill('#fromOn', shiftDay(today, -90));
	await page.selectOption('#hold', 'yes');
	await page.fill('#reason', reason);
	await page.getByRole('button', { name: 'Đưa vào danh sách đề nghị' }).click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#fromOn');
	await expectSound(page);
	await page.fill('#fromOn', shiftDay(today, -6));
	await page.getByRole('button', { name: 'Đưa vào danh sách đề nghị' }).click();
	await expect(page.getByText('Đã đưa vào danh sách đề nghị.')).toBeVisible();
	await expect(page.locator('[data-due]')).toContainText('còn 59 phút');
	await expectSound(page);
	return person;
}

async function decide(page: Page): Promise<void> {
	await expect(page.getByRole('link', { name: 'Cơ sở cách ly' })).toHaveCount(0);
	const row = page.getByRole('row').filter({ hasText: 'TẠ THỊ ***' });
	await row.getByRole('checkbox').check();
	await page.fill('#decidedBy', decidedBy);
	await page.getByRole('button', { name: 'Quyết định cách ly' }).click();
	await expect(page.getByRole('link', { name: 'Hãy ghi số quyết định' })).toHaveAttribute('href', '#decisionNumber');
	await expect(row.getByRole('checkbox')).toBeChecked();
	await page.fill('#decisionNumber', `${Date.now()}/QĐ-UBND`);
	await page.getByRole('button', { name: 'Quyết định cách ly' }).click();
	await expect(page.getByRole('status')).toContainText('Đã quyết định cách ly 1 người.');
}

async function tell(page: Page): Promise<void> {
	await page.reload();
	await page.getByRole('button', { name: 'Ghi đã thông báo' }).click();
	await expect(page.locator('#how')).toBeFocused();
	for (const whom of ['người cách ly', 'công an xã', 'tổ trưởng, trưởng thôn']) await page.getByLabel(whom).check();
	await page.selectOption('#how', 'phone');
	await page.getByRole('button', { name: 'Ghi đã thông báo' }).click();
	await expect(page.getByText('Đã ghi thông báo.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Thông báo' })).toContainText('đúng hạn');
	await expectSound(page);
}

async function reportHealth(page: Page): Promise<void> {
	await page.goto('/me');
	await expect(page.locator('main')).toContainText('Hôm nay là ngày cuối.');
	await expectSound(page);
	await page.goto('/me/report');
	await page.getByLabel('Khoẻ, không triệu chứng').check();
	await page.getByRole('button', { name: 'Gửi báo sức khoẻ' }).click();
	await expect(page.getByText('Cảm ơn, trạm y tế đã nhận.')).toBeVisible();
}

/** A laboratory's system tells the result; its key is the officer's session here. */
async function testNegative(page: Page, person: string): Promise<void> {
	const token = (await page.context().cookies()).find(({ name }) => name === 'vaora')!.value;
	const post = (operation: string, input: object) =>
		page.request.post(`/api/v1/${operation}`, { data: input, headers: { authorization: `Bearer ${token}` } });
	const { sites } = await (await post('sites.list-sites', {})).json();
	const sampledAt = new Date(Date.now() - 60_000).toISOString();
	const test = { kind: 'pcr', laboratory: 'CDC Hà Nội', sampleId: `E2E-${Date.now()}`, sampledAt, result: 'negative' };
	const answer = await post('laboratory.record-test', {
		person,
		disease: 'covid-19',
		areaId: sites[0].areaId,
		...test,
	});
	expect(answer.status()).toBe(200);
}

async function end(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'Xem lệnh cách ly' }).click();
	await expect(page.getByRole('row').filter({ hasText: 'âm tính' })).toBeVisible();
	await expectSound(page);
	const orderId = page.url().split('/').at(-1)!;
	const token = (await page.context().cookies()).find(({ name }) => name === 'vaora')!.value;
	const headers = { authorization: `Bearer ${token}` };
	const decision = { decidedBy, decisionNumber: `${Date.now()}/QĐ-UBND` };
	const answer = await page.request.post('/api/v1/endings.decide', {
		data: { orders: [orderId], ...decision },
		headers,
	});
	expect((await answer.json()).ended).toEqual([orderId]);
	await page.reload();
	await expect(page.getByText('(hoàn thành)')).toBeVisible();
	// Those of the demo whose last day is today are still there to be decided on.
	await page.goto('/console/endings');
	await expect(page.getByRole('row').filter({ hasText: 'ĐỖ THỊ ***' })).toBeVisible();
	await page.fill('#decidedBy', decidedBy);
	await page.fill('#decisionNumber', `${Date.now()}/QĐ-UBND`);
	await expectSound(page);
	await page.getByRole('button', { name: 'Kết thúc cách ly cho những người đã chọn' }).click();
	await expect(page.getByRole('status')).toContainText('Đã kết thúc cách ly cho 1 người.');
	return `/console/orders/${orderId}`;
}

/** By somebody else's phone, whose server hears nothing of it; without a network too, and a forged one is refused. */
async function verifyCertificate(browser: Browser, page: Page): Promise<string> {
	await page.goto('/me');
	const link = page.getByRole('link', { name: /^Giấy hoàn thành cách ly/ });
	const path = (await link.getAttribute('href'))!;
	const pdf = await page.request.get(path);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
	const token = (await page.context().cookies()).find(({ name }) => name === 'vaora')!.value;
	const made = await page.request.post('/api/v1/certificates.make-certificate', {
		data: { orderId: path.split('/').at(-1) },
		headers: { authorization: `Bearer ${token}` },
	});
	const fragment = new URL((await made.json()).code).hash;
	const stranger = await browser.newContext();
	const phone = await stranger.newPage();
	await phone.goto(`/verify/certificate${fragment}`);
	await expect(phone.getByText('Giấy có giá trị')).toBeVisible();
	await expect(phone.getByText('TẠ THỊ ỬNG')).toBeVisible();
	await expectSound(phone);
	await phone.evaluate(() => navigator.serviceWorker.ready);
	await phone.reload();
	await stranger.setOffline(true);
	await phone.goto(`/verify/certificate?again${fragment}`);
	await expect(phone.getByText('TẠ THỊ ỬNG')).toBeVisible();
	await phone.goto(`/verify/certificate?forged${fragment.slice(0, -6)}AAAAAA`);
	await expect(phone.getByRole('alert')).toContainText('Chữ ký không đúng');
	await expect(phone.getByText('Giấy có giá trị')).toBeHidden();
	await stranger.setOffline(false);
	await phone.goto('/scan');
	await phone.fill('#code', new URL((await made.json()).code).href);
	await phone.locator('form:has(#code) button').last().click();
	await expect(phone.getByRole('alert')).toContainText('Giấy hoàn thành cách ly có giá trị');
	await stranger.close();
	return fragment;
}

/** One that was issued by mistake: whoever scans the paper reads it. */
async function takeBack(browser: Browser, officer: Page, fragment: string): Promise<void> {
	await officer.getByText('Huỷ giấy cấp nhầm').click();
	await officer.fill('#reason-revoke', 'Giấy ghi nhầm người');
	await officer.getByRole('button', { name: 'Huỷ giấy' }).click();
	await expect(officer.getByText('Giấy hoàn thành cách ly đã bị huỷ')).toBeVisible();
	await expectSound(officer);
	const stranger = await browser.newContext();
	const phone = await stranger.newPage();
	await phone.goto(`/verify/certificate${fragment}`);
	await expect(phone.getByRole('alert')).toContainText('đã bị cơ quan cấp huỷ');
	await expect(phone.getByText('Giấy có giá trị')).toBeHidden();
	await stranger.close();
}

async function lookAtSite(page: Page): Promise<void> {
	await page.goto('/console/sites');
	await page.getByRole('link', { name: 'Ký túc xá Cao đẳng Y tế' }).click();
	await expect(page.getByRole('img', { name: /Sơ đồ A, tầng 1/ })).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'PHAN THỊ ***' })).toContainText('101');
	await expectSound(page);
	const file = (text: string) => ({ name: 'giuong.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.setInputFiles('#file', file('Toà nhà,Tầng,Phòng,Giường,Dành cho\nB,1,,1,nam\n'));
	await page.getByRole('button', { name: 'Nạp giường' }).click();
	await expect(page.getByText('Dòng 2: Phòng: để trống')).toBeVisible();
	await page.setInputFiles('#file', file('Toà nhà,Tầng,Phòng,Giường,Dành cho\nB,1,101,1,nam\n'));
	await page.getByRole('button', { name: 'Nạp giường' }).click();
	await expect(page.getByText('Đã nạp 1 giường.')).toBeVisible();
	await page.getByRole('link', { name: 'B, tầng 1 (0/1)' }).click();
	await page.getByText('Tình trạng 1 giường').click();
	const state = page.getByLabel(/101 · 1/);
	await state.selectOption('cleaning');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(state).toHaveValue('cleaning');
}

/** Accessible, and nothing wider than the phone. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
		page.viewportSize()!.width,
	);
}
