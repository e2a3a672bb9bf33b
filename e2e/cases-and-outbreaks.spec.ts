import type { BrowserContext, Page } from '@playwright/test';
import { expect, expectAccessible, signInOfficer, test } from './person.ts';

let officer: BrowserContext;

test.beforeAll(async ({ browser, baseURL }) => {
	officer = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
	const page = await officer.newPage();
	await page.goto('/console/cases');
	await signInOfficer(page, officer, 'so.yte');
	await page.close();
});
test.afterAll(() => officer.close());

test('an officer narrows the line list, saves the view, and sees on what a case stands', async () => {
	const page = await officer.newPage();
	await page.goto('/console/cases');
	await expect(page.getByRole('heading', { name: 'Ca bệnh', exact: true })).toBeVisible();
	await expectSound(page);

	await page.getByText('Lọc thêm').click();
	await page.selectOption('#hasResult', 'yes');
	await page.selectOption('#order', 'onset');
	await page.getByRole('button', { name: 'Lọc danh sách' }).click();
	await expect(page.getByRole('cell', { name: 'Dương tính' }).first()).toBeVisible();
	await expect(page.locator('main')).not.toContainText('HẰNG (');
	await page.getByText('Lưu bộ lọc này').click();
	const name = `Có kết quả ${Date.now()}`;
	await page.fill('#name', name);
	await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
	await page.goto('/console/cases');
	await page.getByRole('link', { name }).click();
	await expect(page.locator('#hasResult')).toHaveValue('yes');
	await page.getByRole('button', { name: `Xoá ${name}` }).click();
	await expect(page.getByRole('link', { name })).toHaveCount(0);

	await page.goto('/console/cases?outcome=died');
	await expect(page.getByText('Không có ca nào hợp với bộ lọc.')).toBeVisible();
	await page.goto('/console/cases?state=all&number=1');
	await page.getByRole('link', { name: 'NGUYỄN THỊ MINH ***' }).click();
	await expect(page.getByText(/^BN-\d{4}-000001$/)).toBeVisible();
	await expect(page.getByText('Có kết quả: Dương tính')).toBeVisible();
	await expect(page.getByText('Bác sĩ quyết định: đúng là bệnh này')).toBeVisible();
	await expect(page.getByText('Ca chưa có căn cứ.')).toHaveCount(0);
	await expectSound(page);

	await page.getByText('Sửa ngày, phân loại, kết cục').click();
	await page.selectOption('#classification', 'discarded');
	await page.getByRole('button', { name: 'Lưu và tìm lại' }).click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveText(/^Loại trừ thì ca kết thúc/);
	await expect(page.locator('#classification')).toHaveValue('discarded');
	await expect(page.getByRole('heading', { name: 'NGUYỄN THỊ MINH ***' })).toBeVisible();

	await page.getByText('Ghi xét nghiệm').first().click();
	await page.selectOption('#kind', 'antigen');
	await page.fill('#sampledAt', '2099-01-01T08:00');
	await page.selectOption('#result', 'negative');
	await page.fill('#laboratory', 'Trạm Y tế');
	await page.fill('#sampleId', 'T-9');
	await page.getByRole('button', { name: 'Ghi xét nghiệm' }).click();
	await expect(page.getByRole('alert')).toContainText('Lúc lấy mẫu không được ở tương lai');
	await expect(page.locator('#laboratory')).toHaveValue('Trạm Y tế');
});

test('an outbreak is recorded, published in the words of the form, and ended', async () => {
	const page = await officer.newPage();
	await page.goto('/console/outbreaks/new');
	await expectSound(page);
	await page.selectOption('#disease', 'covid-19');
	await page.selectOption('#areaId', { label: 'Thành phố Hà Nội' });
	await page.fill('#determinedAt', localNow());
	await page.fill('#name', 'Trường tiểu học Ba Đình');
	await page.fill('#location', 'Lớp 3A');
	await page.fill('#fromOn', localNow().slice(0, 10));
	await page.fill('#decision', '7/TB-TYT');
	await page.fill('#advice', 'Ở nhà khi có sốt');
	await page.getByRole('button', { name: 'Ghi nhận ổ dịch' }).click();

	await expect(page.getByText('Đây là lời văn mẫu')).toBeVisible();
	await expect(page.locator('#body')).toHaveValue(/Khuyến nghị: Ở nhà khi có sốt/);
	await expectSound(page);
	await page.getByRole('button', { name: 'Ghi là đã công bố' }).click();
	await expect(page.getByRole('heading', { name: 'Thông báo về ổ dịch' })).toBeVisible();
	await page.locator('summary', { hasText: 'Kết thúc ổ dịch' }).click();
	await page.locator('form[action="?/end"] [name=decision]').fill('9/TB-TYT');
	await page.getByRole('button', { name: 'Kết thúc ổ dịch' }).click();
	await expect(page.locator('#body')).toHaveValue(/Căn cứ: 9\/TB-TYT/);
	await page.goto('/console/outbreaks?state=over');
	await expect(page.getByRole('link', { name: 'Trường tiểu học Ba Đình' })).toBeVisible();
	await expectSound(page);
});

test('two records of one person are compared, merged and parted again', async () => {
	const page = await officer.newPage();
	await page.goto('/console/duplicates');
	await expectSound(page);
	await page.getByRole('link', { name: /LE THI \*\*\*/ }).click();
	await expectSound(page);
	await page.getByText('Là hai người khác nhau').click();
	await page.locator('form[action="?/dismiss"]').evaluate((form: HTMLFormElement) => void (form.noValidate = true));
	await page.getByRole('button', { name: 'Ghi là hai người, không hỏi lại' }).click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#why-two');
	await page.fill('#purpose', 'Xem có phải một người');
	await page.getByRole('button', { name: 'Xem đầy đủ hai hồ sơ' }).click();
	await expect(page.getByRole('row', { name: 'Số giấy tờ' })).toContainText('giống');
	await expectSound(page);
	await page.getByRole('radio', { name: /LÊ THỊ \*\*\*/ }).check();
	await page.locator('form[action="?/merge"] [name=reason]').fill('Cùng số căn cước');
	await page.getByRole('button', { name: 'Hợp nhất hai hồ sơ' }).click();
	await expect(page.getByRole('status')).toContainText('Đã hợp nhất.');

	await page.getByText('Tách lại thành hai hồ sơ').click();
	await page.fill('#reason', 'Nhầm người');
	await page.getByRole('button', { name: 'Tách lại' }).click();
	await expect(page.getByRole('heading', { name: 'Là một người: hợp nhất' })).toBeVisible();
	await page.goto('/console/diseases');
	await expect(page.getByText('qd-5053, phiên bản 1')).toBeVisible();
	await expectSound(page);
});

/** Now in Viet Nam, as a form's field takes it, a minute ago. */
const localNow = () => new Date(Date.now() + 7 * 3_600_000 - 60_000).toISOString().slice(0, 16);

/** Accessible, and nothing wider than the phone. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
