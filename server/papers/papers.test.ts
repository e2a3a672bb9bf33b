import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { extendOrder, transferOrder } from '#isolation';
import { call } from '#platform/call';
import type { Drawing } from '#posters';
import { administrator } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { type Form, fillExample, getTemplate } from './form.ts';
import { listPapers, listTemplates, makePaper, setTemplate } from './index.ts';
import { layOut } from './lay-out.ts';
import { selectOrder } from './queries.ts';
import { readFacts } from './read-facts.ts';

let vaora: Restrictions;
beforeAll(async () => void (vaora = await openRestrictions()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const list = async (orderId: string, by = vaora.callers.ward) =>
	(await call(vaora.platform, listPapers, by, { orderId })).papers.map(({ form }) => form);
const make = (orderId: string, form: Form, by = vaora.callers.ward) =>
	call(vaora.platform, makePaper, by, { orderId, form });

/** Every line of a paper as it is drawn, page after page. */
async function linesOf(orderId: string, form: Form) {
	const { db, keys, clock } = vaora.platform;
	const order = (await db.find(selectOrder(orderId)))!;
	const facts = await readFacts({ db, keys, now: clock.now() }, order, form);
	return layOut(await getTemplate(db, form), facts).map(({ shapes }) =>
		shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])),
	);
}
const wordsOf = async (...of: Parameters<typeof linesOf>) => (await linesOf(...of)).flat().join(' ');

const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '95/QĐ-UBND', reason: 'Có triệu chứng' };
const extend = (orderId: string) =>
	call(vaora.platform, extendOrder, vaora.callers.ward, { orderId, untilOn: '2026-12-01', ...decision });

describe('the decision of an order', () => {
	test('is a PDF with who, where, how long and by whom, marked while its wording is not confirmed', async () => {
		const orderId = await vaora.order({ contact: '024 3733 0000' });

		const made = await make(orderId, 'mau-02');
		const words = await wordsOf(orderId, 'mau-02');

		const file = Buffer.from(made.base64, 'base64');
		expect(file.subarray(0, 5).toString()).toBe('%PDF-');
		expect(made).toMatchObject({ isConfirmed: false, fileName: expect.stringMatching(/^mau-02.*\.pdf$/) });
		for (const said of [
			...['NGUYỄN THỊ BƯỞI', '24/11/2026', '26/11/2026', 'Chủ tịch UBND phường Ba Đình', '024 3733 0000'],
			...['tại nhà, nơi lưu trú', 'Biểu mẫu chưa xác nhận', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
		])
			expect(words).toContain(said);
		expect(words).not.toMatch(/\{\w+\}/);
	});

	test('is in the name of who decided, its notice in that of the station, each marked at the foot of its page', async () => {
		const orderId = await vaora.order();
		const [page] = await linesOf(orderId, 'mau-02');
		const [notice] = await linesOf(orderId, 'thong-bao');

		expect(page!.slice(0, 2).join(' ')).toContain('Chủ tịch UBND phường Ba Đình');
		expect(page!.join(' ')).toContain('Theo đề nghị của CDC.');
		expect(page!.at(-1)).toContain('Biểu mẫu chưa xác nhận');
		expect(notice!.slice(0, 2)).toEqual(['CDC', 'Số: …………']);
	});

	test('stays as it was given after an extension and a transfer, which have papers of their own', async () => {
		const orderId = await vaora.order();
		expect(await list(orderId)).toEqual(['mau-02', 'thong-bao']);
		await expect(make(orderId, 'mau-05')).rejects.toMatchObject({ code: 'not-found', options: { field: 'form' } });
		await extend(orderId);
		const to = { kind: 'clinic' as const, areaId: vaora.areas.hoanKiem.areaId };
		await call(vaora.platform, transferOrder, vaora.callers.province, {
			...{ orderId, ...to, ...decision, decisionNumber: '96/QĐ-UBND' },
		});

		expect(await list(orderId, vaora.callers.province)).toEqual([
			...['mau-02', 'thong-bao', 'mau-05', 'mau-06', 'mau-08', 'mau-09'],
		]);
		expect(await wordsOf(orderId, 'mau-02')).toContain('đến hết ngày 26/11/2026');
		expect(await wordsOf(orderId, 'mau-05')).toMatch(
			/đến hết ngày 26\/11\/2026, nay kéo dài đến hết ngày 01\/12\/2026/,
		);
		const transfer = await wordsOf(orderId, 'mau-06');
		expect(transfer).toMatch(
			/Từ: tại nhà, nơi lưu trú, Phường Ba Đình.*Đến: tại cơ sở khám bệnh, chữa bệnh, Phường Hoàn Kiếm/,
		);
		expect(transfer).toContain('Số: 96/QĐ-UBND');
	});

	test('is printed by the officers of the order only, and the person reads that it was', async () => {
		const orderId = await vaora.order();

		await expect(make(orderId, 'mau-02', vaora.callers.nextDoor)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(list(orderId, vaora.callers.nextDoor)).rejects.toMatchObject({ code: 'not-allowed' });
		await make(orderId, 'mau-02');

		const { looks } = await call(vaora.platform, listMyLooks, await vaora.person.caller(), {});
		expect(looks.map(({ what }) => what.vi)).toContain('In quyết định, thông báo cách ly của bạn');
	});
});

describe('the text of a form', () => {
	const set = (change: object, by = administrator) =>
		call(vaora.platform, setTemplate, by, {
			...{ form: 'mau-02', title: 'QUYẾT ĐỊNH', body: 'Cách ly {fullName} đến {untilOn}.', source: 'Bộ Y tế' },
			...{ isConfirmed: true, ...change },
		});

	test('is marked on paper until it is confirmed', async () => {
		const orderId = await vaora.order();
		expect(await wordsOf(orderId, 'mau-02')).toContain('Biểu mẫu chưa xác nhận');

		expect(await set({})).toMatchObject({ version: 2, isConfirmed: true });

		const words = await wordsOf(orderId, 'mau-02');
		expect(words).toContain('Cách ly NGUYỄN THỊ BƯỞI đến 26/11/2026.');
		expect(words).not.toContain('chưa xác nhận');
	});

	test('with a word nothing fills is refused, and only an administrator sets it', async () => {
		await expect(set({ body: 'Cách ly {fullname} đến ngày hết hạn' })).rejects.toMatchObject({
			options: { field: 'body' },
		});
		await expect(set({}, vaora.callers.ward)).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('stands above its mark, which lies at the foot of the page', async () => {
		const { db, keys, clock } = vaora.platform;
		const order = (await db.find(selectOrder(await vaora.order())))!;
		const template = await getTemplate(db, 'mau-07');
		const [{ shapes }] = layOut(template, await readFacts({ db, keys, now: clock.now() }, order, 'thong-bao')) as [
			Drawing,
		];

		const heights = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.y] : []));
		expect(heights.at(-1)).toBeGreaterThan(280);
		expect(Math.max(...heights.slice(0, -1))).toBeLessThan(275);
	});

	test('longer than a page goes on on the next, each page marked', async () => {
		const body = Array.from({ length: 90 }, (_, line) => `Điều ${line + 1}. Cách ly {fullName}`).join('\n');
		await set({ body, isConfirmed: false });

		const pages = await linesOf(await vaora.order(), 'mau-02');

		expect(pages.length).toBeGreaterThan(1);
		for (const lines of pages) expect(lines.join(' ')).toContain('Biểu mẫu chưa xác nhận');
		expect(pages.flat().join(' ')).toContain('Điều 90. Cách ly');
	});

	test('every shipped one names only words that are filled, and says that it is not confirmed', async () => {
		const { templates } = await call(vaora.platform, listTemplates, vaora.callers.ward, {});

		expect(templates).toHaveLength(9);
		for (const { form, body, title, version, isConfirmed } of templates.filter(({ version }) => version === 1)) {
			expect([form, fillExample(title + body)]).toEqual([form, expect.not.stringMatching(/\{\w*\}/)]);
			expect({ form, version, isConfirmed }).toEqual({ form, version: 1, isConfirmed: false });
		}
	});
});
