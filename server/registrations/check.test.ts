import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
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
import { addChain, shops } from '#test/chain';
import type { TestPlatform } from '#test/database';
import { administrator, anybody, openVaora, signIn, staff } from '#test/people';

let platform: TestPlatform;
let chain: Awaited<ReturnType<typeof addChain>>;

beforeAll(async () => {
	platform = await openVaora();
	chain = await addChain(platform, '+84912345678');
});
afterAll(() => platform.close());

const countPlaces = async () =>
	(await platform.db.one(sql<{ count: number }>`select count(*)::integer as count from places.place`)).count;

describe('a file that is checked', () => {
	test('is reported row by row and column by column, and registers nothing', async () => {
		const before = await countPlaces();
		const rows = shops(6, (index) => [{}, { 2: 'Tàu vũ trụ' }, { 3: 'Không Có' }, { 7: '123' }, { 5: '' }, {}][index]!);

		const { registration, report } = await chain.send(rows);

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
		const { registration } = await chain.send(rows);
		const caller = await chain.caller();

		const faults = await call(platform, exportFaults, caller, { registration });
		const mend = await call(platform, exportFaultyRows, caller, { registration });

		expect(faults.csv).toContain('3,Loại địa điểm,');
		expect(mend.rows).toBe(1);
		const content = Buffer.from(mend.csv.replace(',Tàu,', ',Cửa hàng,')).toString('base64');
		const again = await call(platform, check, caller, { content, registrantName: 'Trần Thị Bưởi' });
		expect(again.report).toMatchObject({ rows: { total: 1, good: 1 }, ignoredColumns: [] });
		await chain.begin(again.registration);
		await chain.work(again.registration);
		expect((await chain.placesOf(again.registration)).map(({ name }) => name)).toEqual(['=Quán "Ẩm"; Thực']);
	});

	test('holds phones and names encrypted only', async () => {
		const { registration } = await chain.send(shops(1, () => ({ 7: '0901 234 567' })));

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
		const { registration } = await chain.send(shops(1));
		const forget = registrations.jobs!.find(({ name }) => name === 'registrations.forget-rows')!;
		const later = (hours: number) => new Date(platform.clock.now().getTime() + hours * 3_600_000);

		await forget.run(platform, later(23), undefined);
		expect(await chain.stateOf(registration)).toMatchObject({ state: 'checked' });
		await forget.run(platform, later(25), undefined);

		const left = await platform.db.rows(
			sql`select number from registrations.sheet_row where registration_id = ${registration}`,
		);
		expect(left).toEqual([]);
		await expect(chain.begin(registration)).rejects.toMatchObject({ code: 'registration-over' });
	});

	test('that is none is explained in words', async () => {
		const input = { content: Buffer.from('xin chào').toString('base64'), registrantName: 'Trần Thị Bưởi' };

		const sending = call(platform, check, await chain.caller(), input);

		await expect(sending).rejects.toMatchObject({ code: 'sheet-columns-missing', options: { field: 'file' } });
	});
});

describe('who may', () => {
	test('a person without the right may not', async () => {
		const somebody = await signIn(platform, '+84901000777');

		await expect(chain.send(shops(1), await somebody.caller())).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(chain.send(shops(1), anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
	});

	test('a chain may only in its area', async () => {
		const hue = shops(1, () => ({ 3: 'Thuận Hóa', 4: 'Huế' }));

		expect((await chain.send(hue)).report.rows).toMatchObject({ good: 0, faulty: 1 });
	});

	test('an officer registers in their area for a manager, whose phone they give', async () => {
		const officer = staff('CDC Hà Nội', { name: 'health-officer', area: chain.haNoi.path });
		const rows = [...shops(1), ...shops(1, () => ({ 3: 'Thuận Hóa', 4: 'Huế' }))];

		await expect(chain.send(rows, officer)).rejects.toMatchObject({ options: { field: 'managerPhone' } });
		const { registration, report } = await chain.send(rows, officer, { managerPhone: '0909 888 777' });
		expect(report.rows).toMatchObject({ good: 1, faulty: 1 });
		await call(platform, start, officer, { registration, faultyRows: 'leave-out' });
		await chain.work(registration);

		const manager = await signIn(platform, '+84909888777');
		expect((await manager.caller()).actor).toMatchObject({ roles: [{ name: 'manager' }] });
	});

	test('nobody but who sent a file may see, start or stop it', async () => {
		const { registration } = await chain.send(shops(1));
		const other = await signIn(platform, '+84901000888');
		await call(platform, appointRegistrar, administrator, { phone: other.phone, area: chain.haNoi.areaId });
		const caller = await other.caller();

		for (const operation of [get, listFaults, exportFaults, exportFaultyRows, exportPlaces, cancel])
			await expect(call(platform, operation, caller, { registration })).rejects.toMatchObject({ code: 'not-allowed' });
		const starting = call(platform, start, caller, { registration, faultyRows: 'refuse' });
		await expect(starting).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('a right that is taken away between checking and starting no longer counts', async () => {
		const passing = await signIn(platform, '+84901000999');
		const { account } = await call(platform, appointRegistrar, administrator, {
			...{ phone: passing.phone, area: chain.haNoi.areaId },
		});
		const { registration } = await chain.send(shops(1), await passing.caller());

		await call(platform, dismissRegistrar, administrator, { account, area: chain.haNoi.areaId });

		const starting = call(platform, start, await passing.caller(), { registration, faultyRows: 'refuse' });
		await expect(starting).rejects.toMatchObject({ code: 'not-allowed' });
		const { registrars } = await call(platform, listRegistrars, administrator, {});
		expect(registrars.map(({ phone }) => phone)).not.toContain('0901 000 999');
	});

	test('only an administrator gives the right, and once', async () => {
		const again = { phone: chain.phone, area: chain.haNoi.areaId };
		const officer = staff('CDC Hà Nội', { name: 'health-officer', area: chain.haNoi.path });

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
