import { qrModules } from '../shared/codes/qr-code.ts';
import { show, showNothing } from './camera.ts';
import { goOn, queued, screenOf, standAtGate } from './guard.ts';
import { poster } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');
const cccd = '001087029317|012345678|Nguyễn Thị Phương Thảo|18011987|Nữ|12 Hàng Bạc, Hoàn Kiếm, Hà Nội|01052021';
const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';
const insurance = [
	...['DN4797915071234', hex('Trần Văn Đức'), '02/09/1985', '1', '-', '79 - 071', '01/01/2026', '-', '01/01/2026'],
	...['01027915061943', '-', '4', '01/01/2030', '15e2b0a7', '4', hex('Quận 1, TP. Hồ Chí Minh'), '$'],
].join('|');
const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10';

test('three people in a row go in, and each is stored', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	for (const person of ['11', '12', '13']) {
		await show(page, await server.issueCode(person));
		await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
		await showNothing(page);
		await goOn(page);
	}

	await expect.poll(() => server.sent.length, { timeout: 20_000 }).toBe(3);
	expect(server.sent.map(({ who }) => who.kind === 'code' && who.person)).toEqual(['11', '12', '13']);
	expect(server.sent.every(({ direction, shown }) => direction === 'in' && shown === 'green')).toBe(true);
	await expect(queued(page)).toHaveText('Chờ gửi: 0');
});

test('amber goes in with advice; red is stopped, and the guard learns to call and not why', async ({
	page,
	context,
}) => {
	const { server } = await standAtGate(page, context, { restricted: ['22'] });
	await show(page, await server.issueCode('21', { level: 'amber' }));
	await expect(screenOf(page)).toContainText('CẦN LƯU Ý');
	await goOn(page);
	await show(page, await server.issueCode('22'));

	await expect(screenOf(page)).toContainText('DỪNG LẠI');
	await expect(screenOf(page)).toContainText('trạm y tế');
	await expect(screenOf(page)).not.toContainText(/cách ly|khoanh/i);
});

test('a guard lets in somebody who is stopped only when sure, and it is stored as such', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	await show(page, await server.issueCode('31', { level: 'red' }));
	await page.getByRole('button', { name: 'Vẫn cho vào' }).click();
	await expect(page.getByText('Bạn chắc chắn cho người này vào?')).toBeVisible();
	await page.getByRole('button', { name: 'Chắc chắn, cho vào' }).click();
	await expect(screenOf(page)).toContainText('theo quyết định của bạn');

	await expect.poll(() => server.sent.filter(({ overrule }) => overrule).length, { timeout: 20_000 }).toBe(1);
	expect(server.sent).toHaveLength(1);
});

test('somebody whose code has expired is helped in from where the guard stands', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
	await show(page, await server.issueCode('35', { issuedAt: ago(90), expiresAt: ago(30) }));
	await expect(screenOf(page)).toContainText('MÃ HẾT HẠN');
	await expect(page.getByRole('button', { name: 'Khai hộ' })).toBeVisible();
	await page.getByRole('button', { name: 'Hỏi mã điện thoại' }).click();

	await expect(page.getByLabel('Số điện thoại của khách')).toBeVisible();
});

test('what was done by mistake is taken back', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	await show(page, await server.issueCode('41'));
	await page.getByRole('button', { name: 'Hoàn tác' }).click();

	await expect(page.getByText('Đã huỷ lượt vừa rồi.')).toBeVisible();
	await expect(queued(page)).toHaveText('Chờ gửi: 0');
	expect(server.sent).toHaveLength(0);
});

test('a code held noisy, turned or tilted before the camera is read all the same', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	const ways = [{ noise: 38 }, { turned: 17, size: 460 }, { tilted: 0.25 }, { turned: 180, noise: 20 }, { size: 300 }];
	for (const [index, held] of ways.entries()) {
		await show(page, await server.issueCode(`5${index}`), held);
		await expect(screenOf(page), JSON.stringify(held)).toContainText('ĐƯỢC VÀO');
		await showNothing(page);
		await goOn(page);
	}
});

test('every card a person may show is read, and what is none is told in words', async ({ page, context }) => {
	await standAtGate(page, context, { lookUp: 'not-declared' });
	const shown: [string, RegExp][] = [
		[cccd, /Nguyễn Thị Phương \*\*\*/],
		[national, /CHƯA KHAI BÁO/],
		[insurance, /Trần Văn \*\*\*/],
		['https://tokhaiyte.vn/?page=Group.checkin&groupId=5e89726392bd2184ae730883', /mã của một địa điểm/],
		[`${process.env.VAORA_ADDRESS}/p/${poster()}`, /mã của một địa điểm/],
		[`${process.env.VAORA_ADDRESS}/gate#pair=K7QF2M9XV`, /mã ghép máy, không phải mã của người/],
		['HC1:NCFOXN%TSMAHN-H', /chữ bị sai hoặc thiếu/],
		['https://example.com/menu', /không phải mã mà Vaora biết/],
	];
	for (const [text, words] of shown) {
		await show(page, text);
		await expect(screenOf(page), text).toContainText(words);
		await showNothing(page);
		await goOn(page);
	}
});

test('numbers and codes are typed by hand', async ({ page, context }) => {
	await standAtGate(page, context, { lookUp: 'amber' });
	const field = page.getByLabel('Gõ mã, số giấy tờ hoặc số cá nhân');
	for (const text of ['001087029317', passport]) {
		await field.fill(text);
		await field.press('Enter');
		await expect(screenOf(page)).toContainText('CẦN LƯU Ý');
		await goOn(page);
	}
	await field.fill('xin chào');
	await field.press('Enter');
	await expect(screenOf(page)).toContainText('không phải mã mà Vaora biết');
});

test('a group of three goes in by one press and out by another', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	await page.getByRole('button', { name: 'Đi theo nhóm' }).click();
	for (const [index, person] of ['71', '72', '73'].entries()) {
		await show(page, await server.issueCode(person));
		await expect(page.locator('[data-members]')).toHaveText(String(index + 1));
	}
	await show(page, await server.issueCode('73'));
	await expect(page.getByText('Người này đã có trong nhóm.')).toBeVisible();
	// The page was closed in the middle of it: the group is as it was.
	await page.reload();
	await page.locator('[data-camera=on]').waitFor();
	await expect(page.locator('[data-members]')).toHaveText('3');
	await page.getByRole('button', { name: 'Bỏ nhóm này' }).click();
	await expect(page.getByText('Bỏ cả 3 người đã quét, không ghi ai?')).toBeVisible();
	await page.getByRole('button', { name: 'Không', exact: true }).click();
	await showNothing(page);
	await page.getByRole('button', { name: 'Ghi 3 người' }).click();
	await expect(screenOf(page)).toContainText('3 NGƯỜI VÀO');
	await goOn(page);
	// The phone was turned off on the way, and the page opened anew.
	await page.reload();
	await page.locator('[data-camera=on]').waitFor();
	await page.getByRole('button', { name: 'Cả nhóm ra (3)' }).click();
	await expect(screenOf(page)).toContainText('3 NGƯỜI RA');
	await expect(page.getByRole('button', { name: /Cả nhóm ra/ })).toBeHidden();

	await expect.poll(() => server.sent.length, { timeout: 20_000 }).toBe(6);
	expect(server.sent.map(({ direction }) => direction)).toEqual(['in', 'in', 'in', 'out', 'out', 'out']);
});

test('with both directions, who is inside goes out', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	const code = await server.issueCode('81');
	await show(page, code);
	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
	await showNothing(page);
	await goOn(page);
	await page.getByText('VÀO / RA').click();
	await page.clock.install();
	await page.clock.fastForward('00:40');
	await show(page, code);

	await expect(screenOf(page)).toContainText('ĐÃ RA');
});

test('past its age the data no longer says valid', async ({ page, context }) => {
	const { server } = await standAtGate(page, context, { issuedAt: new Date(Date.now() - 25.5 * 3_600_000) });
	await expect(page.locator('[data-degraded]')).toContainText('dữ liệu cũ 25 giờ');
	await show(page, await server.issueCode('91'));

	await expect(screenOf(page)).toContainText('CHƯA CHẮC');
	await expect(screenOf(page)).toHaveAttribute('data-look', 'amber');
	await expect.poll(() => server.sent[0]?.isDegraded, { timeout: 20_000 }).toBe(true);
});

test('a full place waits for the guard’s word', async ({ page, context }) => {
	const { server } = await standAtGate(page, context, { place: { capacity: 10 }, inside: 10 });
	await expect(page.getByText('ĐÃ ĐỦ NGƯỜI: 10 / 10')).toBeVisible();
	await show(page, await server.issueCode('92'));
	await expect(screenOf(page)).toContainText('ĐÃ ĐỦ NGƯỜI');
	await showNothing(page);
	await goOn(page);

	await expect(queued(page)).toHaveText('Chờ gửi: 0');
	expect(server.sent).toHaveLength(0);
});

test('on a bus the departure is chosen once and the seat for each', async ({ page, context }) => {
	const departsAt = new Date(Date.now() + 600_000).toISOString();
	const trips = [{ id: '5', route: 'Hà Nội – Vinh', departsAt, seats: ['A1', 'A2', 'B1'] }];
	const { server } = await standAtGate(page, context, { place: { isVehicle: true, trips } });
	const departure = page.getByLabel('Chuyến đang lên xe');
	// Chosen by keyboard the list keeps the focus; by touch it lets it go, or a scanner would type into it.
	await departure.press('ArrowDown');
	await expect(departure).toBeFocused();
	await departure.dispatchEvent('pointerdown');
	await departure.selectOption('5');
	await expect(departure).not.toBeFocused();
	await show(page, await server.issueCode('93'));
	await page.getByRole('button', { name: 'A2' }).click();
	await expect(page.getByRole('group', { name: 'Chọn ghế' })).toBeHidden();

	await expect.poll(() => server.sent[0], { timeout: 20_000 }).toMatchObject({ trip: '5', seat: 'A2' });
	await show(page, await server.issueCode('94'));
	await expect(page.getByRole('button', { name: 'B1' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'A2' })).toBeHidden();
});

test('without a network people go on, and what waits is seen', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	await context.setOffline(true);
	for (const person of ['95', '96']) {
		await show(page, await server.issueCode(person));
		await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
		await showNothing(page);
		await goOn(page);
	}
	await expect(page.getByText('○ Mất mạng')).toBeVisible();
	await expect(queued(page)).toHaveText('Chờ gửi: 2');
	await context.setOffline(false);

	await expect.poll(() => server.sent.length, { timeout: 20_000 }).toBe(2);
	await expect(queued(page)).toHaveText('Chờ gửi: 0');
});

test('a code of ours is small enough to be read at arm’s length', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);

	expect(qrModules(await server.issueCode('97')).length).toBeLessThanOrEqual(57);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`the console is accessible, ${colorScheme}, and fits 320 pixels`, async ({ page, context }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		const { server } = await standAtGate(page, context, { lookUp: 'not-declared' });
		const fits = () => page.evaluate(() => document.documentElement.scrollWidth);
		await expectAccessible(page);
		expect(await fits()).toBeLessThanOrEqual(320);
		for (const text of [
			await server.issueCode('98'),
			await server.issueCode('99', { level: 'red' }),
			cccd,
			'nothing',
		]) {
			await show(page, text);
			await expect(screenOf(page)).toBeVisible();
			await expectAccessible(page);
			expect(await fits()).toBeLessThanOrEqual(320);
			await showNothing(page);
			await goOn(page);
		}
		for (const name of ['Không có điện thoại', 'Cài đặt', /^Ở trong/]) {
			await page.getByRole('button', { name }).click();
			await expect(page.getByRole('button', { name: 'Đóng' })).toBeVisible();
			await expectAccessible(page);
			await page.getByRole('button', { name: 'Đóng' }).click();
		}
	});

test('a gate whose list has no room for all says what it cannot check without a network', async ({ page, context }) => {
	await standAtGate(page, context, { isRestrictedPartial: true });

	await expect(page.getByText('Nhà trong vùng khoanh chỉ kiểm được khi có mạng')).toBeVisible();
	await page.goto('/gate?lang=en');
	await expect(page.getByText('Cordoned homes are checked only with a network')).toBeVisible();
});
