import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas, findAreaByCode } from '#areas';
import { accountByPhone } from '#identity';
import {
	addController,
	addGate,
	changePlace,
	closeGate,
	closePlace,
	findPlaceByCode,
	getPlace,
	getPlaceForManager,
	getPlaces,
	listControllers,
	places,
	registerPlace,
	removeController,
	retireCode,
} from '#places';
import type { Actor, Caller, Role } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { makePoster } from '#posters';
import { openTestPlatform, type TestPlatform } from '#test/database';

let platform: TestPlatform;
let commune: number;

beforeAll(async () => {
	platform = await openTestPlatform();
	await areas.prepare!(platform);
	await places.prepare!(platform);
	commune = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!.areaId;
	await platform.db.run(sql`select platform.ensure_days('audit.entry', '2026-11-23', '2026-11-25')`);
});
afterAll(() => platform.close());

const as = (actor: Actor): Caller => ({ actor, address: 'test', requestId: 'test', language: 'vi' });
const anybody = as({ kind: 'anyone' });
const signedIn = (id: string, ...roles: Role[]) => as({ kind: 'account', id, session: '1', persons: [], roles });
const manager = (place: string) => signedIn('1', { name: 'manager', place });
const controller = (place: string) => signedIn('2', { name: 'controller', place });

const cafe = () => ({
	name: 'Cà phê Nguyễn Ẫm Thực',
	type: 'cafe',
	area: commune,
	address: '12 phố Quán Thánh',
	registrantName: 'Trần Thị Bưởi',
});
const register = async (change: object = {}) =>
	call(platform, registerPlace, signedIn(await newAccount()), { ...cafe(), ...change });

let phones = 0;
const newAccount = () =>
	accountByPhone({ ...platform, now: platform.clock.now() }, `0901234${String(phones++).padStart(3, '0')}`, true);

describe('a manager', () => {
	test('changes the place, which is seen at once', async () => {
		const { placeId, code } = await register();
		await findPlaceByCode(platform.db, code);

		await call(platform, changePlace, manager(placeId), {
			place: placeId,
			name: 'Quán mới',
			type: 'eatery',
			area: commune,
			address: '14 phố Quán Thánh',
			usualStayMinutes: 30,
		});

		expect((await getPlaces(platform.db, [placeId])).get(placeId)).toMatchObject({
			name: 'Quán mới',
			type: 'eatery',
			address: '14 phố Quán Thánh',
			usualStayMinutes: 30,
		});
	});

	test('adds gates with codes of their own, and closes them', async () => {
		const { placeId, code } = await register();

		const back = await call(platform, addGate, manager(placeId), { place: placeId, name: 'Cổng sau' });

		expect(await findPlaceByCode(platform.db, back.code)).toMatchObject({ placeId, gate: 2, gateName: 'Cổng sau' });
		expect(await findPlaceByCode(platform.db, code)).toMatchObject({ gate: 1, gateName: 'Cổng 1' });
		await call(platform, closeGate, manager(placeId), { place: placeId, gate: 2 });
		expect(await findPlaceByCode(platform.db, back.code)).toMatchObject({ state: 'closed' });
		const { gates } = await call(platform, getPlaceForManager, manager(placeId), { place: placeId });
		expect(gates.map(({ gate, isClosed }) => [gate, isClosed])).toEqual([
			[1, false],
			[2, true],
		]);
	});

	test('cannot close the last gate', async () => {
		const { placeId } = await register();

		const closing = call(platform, closeGate, manager(placeId), { place: placeId, gate: 1 });

		await expect(closing).rejects.toMatchObject({ code: 'conflict' });
	});

	test('has 100 gates at most', async () => {
		const { placeId } = await register();
		await platform.db.run(sql`
			insert into places.gate (place_id, gate, name)
			select ${placeId}, gate, 'Cổng ' || gate from generate_series(2, 99) as gate`);
		const add = () => call(platform, addGate, manager(placeId), { place: placeId, name: 'Cổng phụ' });

		await add();

		await expect(add()).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test('retires a code that then explains itself, and gets a new one', async () => {
		const { placeId, code } = await register();

		const fresh = await call(platform, retireCode, manager(placeId), { place: placeId, gate: 1 });

		expect(fresh.code).not.toBe(code);
		expect(await call(platform, getPlace, anybody, { code })).toMatchObject({
			place: { placeId },
			state: 'retired',
			retiredAt: platform.clock.now().toISOString(),
		});
		expect(await call(platform, getPlace, anybody, { code: fresh.code })).toMatchObject({ state: 'good' });
	});

	test('adds controllers by phone number, sees them, and takes one away', async () => {
		const { placeId } = await register();
		const add = (phone: string) => call(platform, addController, manager(placeId), { place: placeId, phone });

		const { account } = await add('0912 345 678');
		await add('+84 98 765 4321');

		await expect(add('0912345678')).rejects.toMatchObject({ code: 'role-already-given' });
		await expect(add('0123')).rejects.toMatchObject({ code: 'invalid-input' });
		await expect(add('0999 999 99')).rejects.toMatchObject({ code: 'phone-invalid' });
		await call(platform, removeController, manager(placeId), { place: placeId, account });
		const { controllers } = await call(platform, listControllers, manager(placeId), { place: placeId });
		expect(controllers.map(({ phone }) => phone)).toEqual(['0987 654 321']);
		const again = call(platform, removeController, manager(placeId), { place: placeId, account });
		await expect(again).rejects.toMatchObject({ code: 'not-found' });
	});

	test('closes the place: its codes say so, and nothing about it changes any more', async () => {
		const { placeId, code } = await register();

		await call(platform, closePlace, manager(placeId), { place: placeId });

		expect(await findPlaceByCode(platform.db, code)).toMatchObject({ state: 'closed', isClosed: true });
		const input = { place: placeId };
		const gone = { code: 'place-not-found' };
		await expect(call(platform, closePlace, manager(placeId), input)).rejects.toMatchObject(gone);
		await expect(call(platform, addGate, manager(placeId), { ...input, name: 'Cổng' })).rejects.toMatchObject(gone);
		const poster = call(platform, makePoster, manager(placeId), { ...input, format: 'svg' });
		await expect(poster).rejects.toMatchObject(gone);
	});
});

describe('somebody else', () => {
	const attempts: [string, (place: string, caller: Caller) => Promise<unknown>][] = [
		['change-place', (place, caller) => call(platform, changePlace, caller, { place, ...changed() })],
		['close-place', (place, caller) => call(platform, closePlace, caller, { place })],
		['add-gate', (place, caller) => call(platform, addGate, caller, { place, name: 'Cổng' })],
		['close-gate', (place, caller) => call(platform, closeGate, caller, { place, gate: 1 })],
		['retire-code', (place, caller) => call(platform, retireCode, caller, { place, gate: 1 })],
		['add-controller', (place, caller) => call(platform, addController, caller, { place, phone: '0912345678' })],
		['remove-controller', (place, caller) => call(platform, removeController, caller, { place, account: '1' })],
		['list-controllers', (place, caller) => call(platform, listControllers, caller, { place })],
	];
	const reading: typeof attempts = [
		['get-place-for-manager', (place, caller) => call(platform, getPlaceForManager, caller, { place })],
		['make-poster', (place, caller) => call(platform, makePoster, caller, { place, format: 'svg' })],
	];
	const changed = () => ({ name: 'Khác', type: 'cafe', area: commune, address: '1' });

	test.each([...attempts, ...reading])('may not call %s', async (_name, attempt) => {
		const { placeId } = await register();
		const { placeId: elsewhere } = await register();

		await expect(attempt(placeId, manager(elsewhere))).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(attempt(placeId, anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
	});

	test.each(attempts)('who is a controller there may not call %s', async (_name, attempt) => {
		const { placeId } = await register();

		await expect(attempt(placeId, controller(placeId))).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test.each(reading)('who is a controller there may call %s', async (_name, attempt) => {
		const { placeId } = await register();

		await expect(attempt(placeId, controller(placeId))).resolves.toBeDefined();
	});
});
