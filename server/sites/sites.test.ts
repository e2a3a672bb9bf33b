import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { chooseBed, endOrder, getOrder, transferOrder } from '#isolation';
import { call } from '#platform/call';
import { getFloor, importBeds, listFreeBeds, listMoves, listSites, openSite, setBed } from '#sites';
import { at } from '#test/door';
import { addDeclared } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';

let vaora: Restrictions;
let siteId: string;
beforeAll(async () => {
	vaora = await openRestrictions();
});
beforeEach(async () => {
	await vaora.nextPerson();
	siteId = await open();
	await load(...rooms);
});
afterAll(() => vaora.platform.close());

const header = ['Toà nhà', 'Tầng', 'Phòng', 'Giường', 'Dành cho'];
const rooms = [
	['A', '1', '101', '1', 'nữ'],
	['A', '1', '101', '2', 'nữ'],
	['A', '1', '102', '1', 'nam'],
	['A', '2', '201', '1', ''],
	['A', '10', '1001', '1', 'chung'],
];
const reason = 'Hết chỗ ở nhà';

async function open(by = vaora.callers.ward) {
	const input = { areaId: vaora.areas.baDinh.areaId, name: 'Ký túc xá Bách khoa', address: '1 Giải Phóng' };
	return (await call(vaora.platform, openSite, by, input)).siteId;
}

async function load(...lines: string[][]) {
	const sheet = [header, ...lines].map((line) => line.map((value) => ({ value })));
	const file = Buffer.from(await writeXlsx(sheet as never).toBuffer()).toString('base64');
	return call(vaora.platform, importBeds, vaora.callers.ward, { siteId, file });
}
const floor = (part: object = {}, by = vaora.callers.ward) => call(vaora.platform, getFloor, by, { siteId, ...part });
const free = async () => (await call(vaora.platform, listFreeBeds, vaora.callers.ward, { siteId })).beds;
const bedIn = async (room: string, bed = '1') =>
	(await free()).find((one) => one.room === room && one.bed === bed)!.bedId;
const give = (orderId: string, bedId: string, by = vaora.callers.ward) =>
	call(vaora.platform, chooseBed, by, { orderId, siteId, bedId });
const order = (person = vaora.person.personId) => vaora.order({ kind: 'site' }, undefined, person);

describe('beds from a spreadsheet', () => {
	test('are loaded once, by floor and room as people count', async () => {
		expect(await load(...rooms)).toEqual({ added: 0, faults: [] });

		const { floors, beds } = await floor();
		expect(floors.map((one) => one.floor)).toEqual(['1', '2', '10']);
		expect(beds.map(({ room, bed, sex }) => [room, bed, sex])).toEqual([
			['101', '1', 'female'],
			['101', '2', 'female'],
			['102', '1', 'male'],
		]);
	});

	test.each([
		['an empty room', ['B', '1', '', '1', ''], 3, 'Phòng: để trống'],
		['a word nobody knows', ['B', '1', '101', '1', 'trẻ em'], 3, 'Dành cho: chỉ ghi nam, nữ hoặc chung'],
		['the same bed twice', ['B', '1', '100', '1', ''], 3, 'Giường này đã có ở dòng 2'],
	])('with %s name the row, and none is loaded', async (_what, line, row, vi) => {
		expect(await load(['B', '1', '100', '1', ''], line)).toEqual({
			...{ added: 0, faults: [{ row, text: expect.objectContaining({ vi }) }] },
		});
		expect((await free()).filter(({ building }) => building === 'B')).toEqual([]);
	});

	test('need their headers, and a file that is none is told', async () => {
		const asFile = (text: string) => Buffer.from(text).toString('base64');
		const ask = (file: string) => call(vaora.platform, importBeds, vaora.callers.ward, { siteId, file });

		expect((await ask(asFile('Toà nhà,Tầng,Giường\nA,1,1\n'))).faults[0]!.text.vi).toBe('Không có cột “Phòng”');
		await expect(ask(asFile('\x00\x01\x02'))).rejects.toMatchObject({ code: 'sheet-unreadable' });
	});
});

describe('a bed', () => {
	test('is given for an order, shown on the floor with how the person is, and free when the order ends', async () => {
		const orderId = await order();
		const bed = await bedIn('101');
		expect(await give(orderId, bed)).toEqual({ bed: 'A · tầng 1 · phòng 101 · giường 1' });

		expect((await floor()).beds[0]).toMatchObject({
			taken: { orderId, maskedName: expect.stringContaining('***'), since: at('08:00:00'), state: 'asymptomatic' },
		});
		expect(await call(vaora.platform, getOrder, vaora.callers.ward, { orderId })).toMatchObject({
			bed: { siteName: 'Ký túc xá Bách khoa', bed: 'A · tầng 1 · phòng 101 · giường 1' },
		});
		await call(vaora.platform, endOrder, vaora.callers.ward, { orderId, reason });

		expect((await floor()).beds[0]).not.toHaveProperty('taken');
		expect(await bedIn('101')).toBe(bed);
	});

	test('is never two people’s, whoever presses at once', async () => {
		const other = await addDeclared(vaora.platform, vaora.newPhone());
		const orders = [await order(), await order(other.personId)];
		const bed = await bedIn('201');

		const given = await Promise.allSettled(orders.map((one) => give(one, bed)));

		expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = given.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
		expect(refused.reason).toMatchObject({ code: 'bed-taken' });
	});

	test('of a man’s room is not given to a woman, nor one that is being cleaned to anybody', async () => {
		const orderId = await order();
		const cleaned = await bedIn('201');
		await call(vaora.platform, setBed, vaora.callers.ward, { siteId, bedId: cleaned, state: 'cleaning' });

		await expect(give(orderId, await bedIn('102'))).rejects.toMatchObject({ code: 'bed-for-others' });
		await expect(give(orderId, cleaned)).rejects.toMatchObject({ code: 'bed-not-usable' });
	});

	test('is left for another: both stand in the history, and the first is free', async () => {
		const orderId = await order();
		const first = await bedIn('101');
		await give(orderId, first);
		vaora.setClock('09:00:00');
		await give(orderId, await bedIn('201'));

		expect(await bedIn('101')).toBe(first);
		const { moves } = await call(vaora.platform, listMoves, vaora.callers.ward, { siteId });
		expect(moves).toMatchObject([
			{ bed: 'A · tầng 2 · phòng 201 · giường 1', begunAt: at('09:00:00') },
			{ bed: 'A · tầng 1 · phòng 101 · giường 1', begunAt: at('08:00:00'), leftAt: at('09:00:00') },
		]);
		expect(moves[0]).not.toHaveProperty('leftAt');
		const { steps } = await call(vaora.platform, getOrder, vaora.callers.ward, { orderId });
		expect(steps.map(({ kind }) => kind)).toEqual(['issued', 'bed', 'bed']);
	});

	test('is left by whoever is transferred', async () => {
		const orderId = await order();
		await give(orderId, await bedIn('101'));
		const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '91/QĐ-UBND', reason };
		await call(vaora.platform, transferOrder, vaora.callers.ward, {
			...{ orderId, kind: 'home', areaId: vaora.areas.baDinh.areaId, ...decision },
		});

		expect((await free()).filter(({ room }) => room === '101')).toHaveLength(2);
		await expect(give(orderId, await bedIn('101'))).rejects.toMatchObject({ code: 'not-at-a-site' });
	});

	test('is not given at a site of another province, though the order is one’s own', async () => {
		const input = { areaId: vaora.areas.hue.areaId, name: 'Cơ sở Huế', address: 'Huế' };
		const far = await call(vaora.platform, openSite, vaora.callers.elsewhere, input);
		const given = call(vaora.platform, chooseBed, vaora.callers.ward, {
			...{ orderId: await order(), siteId: far.siteId, bedId: '1' },
		});

		await expect(given).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

test('the sites of an area say how many beds are free and for whom; no other officer sees them', async () => {
	const orderId = await order();
	await give(orderId, await bedIn('101'));
	await call(vaora.platform, setBed, vaora.callers.ward, { siteId, bedId: await bedIn('102'), state: 'broken' });

	const found = async (by = vaora.callers.ward) =>
		(await call(vaora.platform, listSites, by, { limit: 100 })).sites.find((one) => one.siteId === siteId);

	expect(await found()).toMatchObject({ beds: 5, usable: 4, taken: 1, free: { any: 2, female: 1, male: 0 } });
	expect(await found(vaora.callers.nextDoor)).toBeUndefined();
	await expect(floor({}, vaora.callers.nextDoor)).rejects.toMatchObject({ code: 'not-allowed' });
});
