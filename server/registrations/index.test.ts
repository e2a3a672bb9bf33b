import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { findPlaceByCode } from '#places';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import {
	appointRegistrar,
	cancel,
	check,
	dismissRegistrar,
	exportFaults,
	exportFaultyRows,
	exportPlaces,
	get,
	listFaults,
	listRegistrars,
	makeTemplate,
	registrations,
	start,
} from '#registrations';
import { writeCsv } from '#shared/text/csv';
import type { TestPlatform } from '#test/database';
import { administrator, anybody, openVaora, type SignedIn, signIn, staff } from '#test/people';

let platform: TestPlatform;
let chain: SignedIn;
let haNoi: { areaId: number; path: string };

beforeAll(async () => {
	platform = await openVaora();
	haNoi = (await findAreaByCode(platform.db, 'province', '01', '2026-11-24'))!;
	chain = await signIn(platform, '+84912345678');
	await call(platform, appointRegistrar, administrator, { phone: chain.phone, area: haNoi.areaId });
});
afterAll(() => platform.close());

const header = [
	'Mã nội bộ',
	'Tên địa điểm',
	'Loại',
	'Phường, xã',
	'Tỉnh',
	'Địa chỉ',
	'Cổng',
	'Điện thoại người kiểm soát',
];
let made = 0;
/** Shops nobody has registered yet; `change` replaces cells by their place in the header. */
const shops = (count: number, change: (index: number) => Partial<Record<number, string>> = () => ({})) =>
	Array.from({ length: count }, (_none, index) => {
		const number = ++made;
		const cells = [
			`CH-${number}`,
			`Cửa hàng số ${number}`,
			'Cửa hàng',
			'Ba Đình',
			'Hà Nội',
			`${number} Quán Thánh`,
			'',
			'',
		];
		return Object.assign(cells, change(index)) as string[];
	});
const toFile = (rows: string[][]) => Buffer.from(writeCsv([header, ...rows])).toString('base64');

const send = async (rows: string[][], caller?: Caller, change: object = {}) => {
	const input = { content: toFile(rows), registrantName: 'Trần Thị Bưởi', ...change };
	return call(platform, check, caller ?? (await chain.caller()), input);
};
const begin = async (registration: string, faultyRows: 'refuse' | 'leave-out' = 'refuse') =>
	call(platform, start, await chain.caller(), { registration, faultyRows });
const work = (registration: string, on: Platform = platform) =>
	registrations
		.jobs!.find(({ name }) => name === 'registrations.register-rows')!
		.run(on, platform.clock.now(), {
			registration,
		});
const stateOf = async (registration: string) => call(platform, get, await chain.caller(), { registration });
const placesOf = async (registration: string) =>
	platform.db.rows(
		sql<{ number: number; place_id: string; name: string }>`
			select number, place.place_id, name from registrations.registered_place as registered
			join places.place on place.place_id = registered.place_id
			where registration_id = ${registration} order by number`,
	);
const countPlaces = async () =>
	(await platform.db.one(sql<{ count: number }>`select count(*)::integer as count from places.place`)).count;

describe('a file that is checked', () => {
	test('is reported row by row and column by column, and registers nothing', async () => {
		const before = await countPlaces();
		const rows = shops(6, (index) => [{}, { 2: 'Tàu vũ trụ' }, { 3: 'Không Có' }, { 7: '123' }, { 5: '' }, {}][index]!);

		const { registration, report } = await send(rows);

		expect(report).toMatchObject({ state: 'checked', rows: { total: 6, good: 2, faulty: 4, known: 0, registered: 0 } });
		const { rows: told } = await call(platform, listFaults, await chain.caller(), { registration });
		expect(told.map(({ row, faults }) => [row, faults[0]!.column.vi])).toEqual([
			[3, 'Loại địa điểm'],
			[4, 'Phường, xã'],
			[5, 'Điện thoại người kiểm soát'],
			[6, 'Địa chỉ'],
		]);
		expect(await countPlaces()).toBe(before);
	});

	test('comes back as a table of faults, and as rows to mend that can be sent again', async () => {
		const rows = shops(3, (index) => (index === 1 ? { 1: '=Quán "Ẩm"; Thực', 2: 'Tàu', 7: '0901 234 567' } : {}));
		const { registration } = await send(rows);
		const caller = await chain.caller();

		const faults = await call(platform, exportFaults, caller, { registration });
		const mend = await call(platform, exportFaultyRows, caller, { registration });

		expect(faults.csv).toContain('3,Loại địa điểm,');
		expect(mend.rows).toBe(1);
		const content = Buffer.from(mend.csv.replace(',Tàu,', ',Cửa hàng,')).toString('base64');
		const again = await call(platform, check, caller, { content, registrantName: 'Trần Thị Bưởi' });
		expect(again.report).toMatchObject({ rows: { total: 1, good: 1 }, ignoredColumns: [] });
		await begin(again.registration);
		await work(again.registration);
		expect((await placesOf(again.registration)).map(({ name }) => name)).toEqual(['=Quán "Ẩm"; Thực']);
	});

	test('holds phones and names encrypted only', async () => {
		const { registration } = await send(shops(1, () => ({ 7: '0901 234 567' })));

		const { stored } = await platform.db.one(
			sql<{ stored: string }>`
				select string_agg(row_to_json(sheet_row)::text, '') || (select row_to_json(registration)::text
					from registrations.registration where registration_id = ${registration}) as stored
				from registrations.sheet_row where registration_id = ${registration}`,
		);
		for (const hidden of ['901234567', '0901 234 567', 'Bưởi', 'Cửa hàng số'])
			for (const written of [hidden, Buffer.from(hidden).toString('hex')]) expect(stored).not.toContain(written);
	});

	test('is forgotten after a day, and can then no longer be registered', async () => {
		const { registration } = await send(shops(1));
		const forget = registrations.jobs!.find(({ name }) => name === 'registrations.forget-rows')!;
		const later = (hours: number) => new Date(platform.clock.now().getTime() + hours * 3_600_000);

		await forget.run(platform, later(23), undefined);
		expect(await stateOf(registration)).toMatchObject({ state: 'checked' });
		await forget.run(platform, later(25), undefined);

		const left = await platform.db.rows(
			sql`select number from registrations.sheet_row where registration_id = ${registration}`,
		);
		expect(left).toEqual([]);
		await expect(begin(registration)).rejects.toMatchObject({ code: 'registration-over' });
	});

	test('that is none is explained in words', async () => {
		const input = { content: Buffer.from('xin chào').toString('base64'), registrantName: 'Trần Thị Bưởi' };

		const sending = call(platform, check, await chain.caller(), input);

		await expect(sending).rejects.toMatchObject({ code: 'sheet-columns-missing', options: { field: 'file' } });
	});
});

describe('a registration', () => {
	test('makes each row a place of its manager, with its gates, codes and controllers', async () => {
		const guard = await signIn(platform, '+84987654321');
		const rows = shops(2, (index) => (index ? {} : { 6: 'Cổng chính; Cổng sau', 7: '0987 654 321' }));
		const { registration } = await send(rows);

		await begin(registration);
		await work(registration);

		expect(await stateOf(registration)).toMatchObject({ state: 'done', rows: { registered: 2 } });
		const [first, second] = await placesOf(registration);
		const { roles } = (await chain.caller()).actor as { roles: { place?: string }[] };
		expect(roles).toEqual(
			expect.arrayContaining([first, second].map((place) => ({ name: 'manager', place: place!.place_id }))),
		);
		expect((await guard.caller()).actor).toMatchObject({ roles: [{ name: 'controller', place: first!.place_id }] });
		const { csv, rows: gates } = await call(platform, exportPlaces, await chain.caller(), { registration });
		expect(gates).toBe(3);
		const code = /Cổng sau,([\w-]+)/.exec(csv)![1]!;
		expect(await findPlaceByCode(platform.db, code)).toMatchObject({
			placeId: first!.place_id,
			gate: 2,
			state: 'good',
		});
	});

	test('with faults registers nothing unless the good rows are asked for', async () => {
		const { registration } = await send(shops(3, (index) => (index ? {} : { 2: 'Tàu' })));

		await expect(begin(registration)).rejects.toMatchObject({ code: 'registration-has-faults' });
		await begin(registration, 'leave-out');
		await work(registration);

		expect((await placesOf(registration)).map(({ number }) => number)).toEqual([3, 4]);
	});

	test.each([0, 1, 2])('killed after %i of its transactions goes on and registers nothing twice', async (whole) => {
		const { registration } = await send(shops(450));
		await begin(registration);

		await expect(work(registration, killedAfter(whole))).rejects.toThrow('killed');
		expect(await placesOf(registration)).toHaveLength(whole * 200);
		await work(registration);
		await work(registration);

		const places = await placesOf(registration);
		expect(new Set(places.map(({ place_id }) => place_id)).size).toBe(450);
		expect(places.map(({ number }) => number)).toEqual(Array.from({ length: 450 }, (_none, index) => index + 2));
	});

	test('is taken up again a minute after its server was killed, and not before', async () => {
		const { registration } = await send(shops(2));
		await begin(registration);
		const resume = registrations.jobs!.find(({ name }) => name === 'registrations.resume')!;
		const later = (seconds: number) => new Date(platform.clock.now().getTime() + seconds * 1_000);

		await resume.run(platform, later(59), undefined);
		expect(await placesOf(registration)).toHaveLength(0);
		await resume.run(platform, later(61), undefined);

		expect(await placesOf(registration)).toHaveLength(2);
	});

	test('of two runs at once registers nothing twice', async () => {
		const { registration } = await send(shops(600));
		await begin(registration);

		await Promise.all([work(registration), work(registration)]);

		expect(await placesOf(registration)).toHaveLength(600);
	});

	test('of a file sent twice knows the places by their own codes', async () => {
		const rows = shops(3);
		const first = await send(rows);
		const second = await send(rows);
		await begin(first.registration);
		await work(first.registration);
		const third = await send([...rows, ...shops(1)]);

		expect(third.report.rows).toMatchObject({ good: 1, known: 3 });
		await begin(second.registration);
		await work(second.registration);
		expect(await placesOf(second.registration)).toEqual([]);
		expect(await stateOf(second.registration)).toMatchObject({ state: 'done', rows: { registered: 0 } });
	});

	test('leaves out a row whose kind of place was taken away meanwhile, and says so', async () => {
		const { registration } = await send(shops(5, (index) => (index === 2 ? { 2: 'Chợ' } : {})));
		await platform.db.run(sql`update places.place set type = 'other' where type = 'market'`);
		await platform.db.run(sql`delete from places.place_type where type = 'market'`);
		await begin(registration);

		await work(registration);

		expect(await stateOf(registration)).toMatchObject({ state: 'done', rows: { registered: 4, faulty: 1 } });
		const { rows: told } = await call(platform, listFaults, await chain.caller(), { registration });
		expect(told).toMatchObject([{ row: 4, faults: [{ text: { en: expect.stringContaining('no longer valid') } }] }]);
	});

	test('that was stopped registers no more and keeps what it has', async () => {
		const { registration } = await send(shops(450));
		await begin(registration);
		await expect(work(registration, killedAfter(1))).rejects.toThrow('killed');

		await call(platform, cancel, await chain.caller(), { registration });
		await work(registration);

		expect(await placesOf(registration)).toHaveLength(200);
		expect(await stateOf(registration)).toMatchObject({ state: 'cancelled' });
		await expect(begin(registration)).rejects.toMatchObject({ code: 'conflict' });
	});
});

describe('who may', () => {
	test('a person without the right may not', async () => {
		const somebody = await signIn(platform, '+84901000777');

		await expect(send(shops(1), await somebody.caller())).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(send(shops(1), anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
	});

	test('a chain may only in its area', async () => {
		const hue = shops(1, () => ({ 3: 'Thuận Hóa', 4: 'Huế' }));

		expect((await send(hue)).report.rows).toMatchObject({ good: 0, faulty: 1 });
	});

	test('an officer registers in their area for a manager, whose phone they give', async () => {
		const officer = staff('CDC Hà Nội', { name: 'health-officer', area: haNoi.path });
		const rows = [...shops(1), ...shops(1, () => ({ 3: 'Thuận Hóa', 4: 'Huế' }))];

		await expect(send(rows, officer)).rejects.toMatchObject({ options: { field: 'managerPhone' } });
		const { registration, report } = await send(rows, officer, { managerPhone: '0909 888 777' });
		expect(report.rows).toMatchObject({ good: 1, faulty: 1 });
		await call(platform, start, officer, { registration, faultyRows: 'leave-out' });
		await work(registration);

		const manager = await signIn(platform, '+84909888777');
		expect((await manager.caller()).actor).toMatchObject({ roles: [{ name: 'manager' }] });
	});

	test('nobody but who sent a file may see, start or stop it', async () => {
		const { registration } = await send(shops(1));
		const other = await signIn(platform, '+84901000888');
		await call(platform, appointRegistrar, administrator, { phone: other.phone, area: haNoi.areaId });
		const caller = await other.caller();

		for (const operation of [get, listFaults, exportFaults, exportFaultyRows, exportPlaces, cancel])
			await expect(call(platform, operation, caller, { registration })).rejects.toMatchObject({ code: 'not-allowed' });
		const starting = call(platform, start, caller, { registration, faultyRows: 'refuse' });
		await expect(starting).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('a right that is taken away between checking and starting no longer counts', async () => {
		const passing = await signIn(platform, '+84901000999');
		const { account } = await call(platform, appointRegistrar, administrator, {
			...{ phone: passing.phone, area: haNoi.areaId },
		});
		const { registration } = await send(shops(1), await passing.caller());

		await call(platform, dismissRegistrar, administrator, { account, area: haNoi.areaId });

		const starting = call(platform, start, await passing.caller(), { registration, faultyRows: 'refuse' });
		await expect(starting).rejects.toMatchObject({ code: 'not-allowed' });
		const { registrars } = await call(platform, listRegistrars, administrator, {});
		expect(registrars.map(({ phone }) => phone)).not.toContain('0901 000 999');
	});

	test('only an administrator gives the right, and once', async () => {
		const again = { phone: chain.phone, area: haNoi.areaId };
		const officer = staff('CDC Hà Nội', { name: 'health-officer', area: haNoi.path });

		await expect(call(platform, appointRegistrar, officer, again)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, appointRegistrar, administrator, again)).rejects.toMatchObject({
			code: 'role-already-given',
		});
	});
});

test.each(['csv', 'xlsx'] as const)('the %s template is a file without a fault', async (format) => {
	const { base64 } = await call(platform, makeTemplate, anybody, { format });
	const everywhere = staff('Bộ Y tế', { name: 'administrator' });

	const { report } = await call(platform, check, everywhere, {
		...{ content: base64, registrantName: 'Trần Thị Bưởi', managerPhone: '0909888777' },
	});

	expect(report.rows).toMatchObject({ total: 3, good: 3, faulty: 0 });
});

/** An installation whose process ends in the middle of a transaction, after some that were whole. */
function killedAfter(whole: number): Platform {
	let begun = 0;
	const { db } = platform;
	return {
		...platform,
		db: {
			...db,
			transaction: (work, last) =>
				db.transaction(async (inside) => {
					const result = await work(inside);
					if (begun++ === whole) throw new Error('killed');
					return result;
				}, last),
		},
	};
}
