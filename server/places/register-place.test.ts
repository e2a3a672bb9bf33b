import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas, findAreaByCode } from '#areas';
import { accountByPhone, listRoles } from '#identity';
import {
	ensureImportedPlaces,
	findPlaceByCode,
	firstPlaceTypes,
	getPlace,
	getPlaces,
	listMyPlaces,
	listTypes,
	places,
	registerPlace,
} from '#places';
import type { Actor, Caller, Role } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { openTestPlatform, type TestPlatform } from '#test/database';

let platform: TestPlatform;
let commune: number;
let province: number;

beforeAll(async () => {
	platform = await openTestPlatform();
	await areas.prepare!(platform);
	await places.prepare!(platform);
	commune = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!.areaId;
	province = (await findAreaByCode(platform.db, 'province', '01', '2026-11-24'))!.areaId;
	await platform.db.run(sql`select platform.ensure_days('audit.entry', '2026-11-23', '2026-11-25')`);
});
afterAll(() => platform.close());

const as = (actor: Actor): Caller => ({ actor, address: 'test', requestId: 'test', language: 'vi' });
const anybody = as({ kind: 'anyone' });
const signedIn = (id: string, ...roles: Role[]) => as({ kind: 'account', id, session: '1', persons: [], roles });

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

describe('the kinds of places', () => {
	test('are those of the government’s letter, public transport included', async () => {
		const { types } = await call(platform, listTypes, anybody, {});

		const named = [
			'office',
			'hospital',
			'school',
			'company',
			'supermarket',
			'hotel',
			'lodging',
			'restaurant',
			'eatery',
		];
		expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining([...named, 'cafe', 'market']));
		expect(types.filter(({ isVehicle }) => isVehicle).map(({ type }) => type)).toEqual([
			...['bus', 'train', 'taxi', 'aircraft', 'ship'],
		]);
		expect(types).toHaveLength(firstPlaceTypes.length);
	});

	test('stay as an operator edited them at the next start', async () => {
		await platform.db.run(sql`update places.place_type set usual_stay_minutes = 75 where type = 'cafe'`);

		await places.prepare!(platform);

		const { types } = await call(platform, listTypes, anybody, {});
		expect(types.find(({ type }) => type === 'cafe')!.usualStayMinutes).toBe(75);
	});
});

describe('a person signed in by phone who registers a place', () => {
	test('gets a code at once and manages the place', async () => {
		const owner = await newAccount();

		const { placeId, code, gate } = await call(platform, registerPlace, signedIn(owner), cafe());

		expect(gate).toBe(1);
		expect(await listRoles(platform.db, placeId)).toMatchObject([{ accountId: owner, name: 'manager' }]);
		expect(await call(platform, getPlace, anybody, { code })).toMatchObject({
			place: { placeId, name: 'Cà phê Nguyễn Ẫm Thực', areaName: { vi: 'Phường Ba Đình, Thành phố Hà Nội' } },
			state: 'good',
			gate: 1,
		});
	});

	test('finds it by the code as people type it', async () => {
		const { placeId, codeInLetters } = await register();

		const found = await findPlaceByCode(platform.db, ` ${codeInLetters.toLowerCase()} `);

		expect(found).toMatchObject({ placeId, gateName: undefined });
	});

	test.each([
		['a name that is empty', { name: '   ' }, 'name'],
		['a name of 201 letters', { name: 'Ộ'.repeat(201) }, 'name'],
		['a type nobody knows', { type: 'spaceship' }, 'type'],
		['a province for a commune', () => ({ area: province }), 'area'],
		['no address', { address: undefined }, 'address'],
		['no name of their own', { registrantName: '' }, 'registrantName'],
	])('is told which field to mend for %s', async (_what, change, field) => {
		const input = typeof change === 'function' ? change() : change;

		await expect(register(input)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});

	test.each([
		['of one letter', 'Ấ'],
		['of 200 letters', 'Ỗ'.repeat(200)],
		['typed with marks apart', 'Quán Bún Ốc Nguội Bà Lượng'.normalize('NFD')],
	])('keeps a name %s whole', async (_what, name) => {
		const { code } = await register({ name });

		expect((await findPlaceByCode(platform.db, code))!.name).toBe(name.normalize('NFC'));
	});

	test('needs no address for a vehicle, whose name is its route or number plate', async () => {
		const { code } = await register({ type: 'bus', name: 'Xe buýt 32, 29B-123.45', address: undefined });

		expect(await findPlaceByCode(platform.db, code)).toMatchObject({ isVehicle: true, address: undefined });
	});

	test('leaves their name nowhere in clear', async () => {
		const { placeId } = await register({ registrantName: 'Lò Thị Mận' });

		const { row } = await platform.db.one(
			sql<{ row: string }>`select place::text as row from places.place where place_id = ${placeId}`,
		);
		expect(row).not.toContain('Mận');
		expect(row).not.toContain(Buffer.from('Lò Thị Mận').toString('hex'));
	});

	test('sees it among their places, as manager or as controller', async () => {
		const own = await register({ name: 'Của tôi' });
		const other = await register({ name: 'Của người khác' });
		const caller = signedIn('1', { name: 'manager', place: own.placeId }, { name: 'controller', place: other.placeId });

		const { places: listed } = await call(platform, listMyPlaces, caller, {});

		expect(listed.map(({ place, role }) => [place.name, role])).toEqual([
			['Của người khác', 'controller'],
			['Của tôi', 'manager'],
		]);
	});

	test('finds one of many by a part of its name, and reads the others page by page', async () => {
		const names = ['Tạp hoá Cô Ba', 'Tạp hoá Cô Tư', 'Quán Ốc Bà Lượng'];
		const own = [];
		for (const name of names) own.push(await register({ name }));
		const stranger = await register({ name: 'Tạp hoá Người Khác' });
		const caller = signedIn('1', ...own.map(({ placeId }) => ({ name: 'manager' as const, place: placeId })));
		const list = (input: object) => call(platform, listMyPlaces, caller, input);

		const named = await list({ text: 'tap hoa' });
		const first = await list({ limit: 2 });
		const rest = await list({ limit: 2, after: first.next! });

		expect(named).toMatchObject({ total: 3 });
		expect(named.places.map(({ place }) => place.name)).toEqual(names.slice(0, 2));
		expect(first.places.concat(rest.places).map(({ place }) => place.name)).toEqual([names[2], names[0], names[1]]);
		expect(rest.next).toBeUndefined();
		expect((await list({ places: [stranger.placeId, own[2]!.placeId] })).places).toHaveLength(1);
	});
});

test('one account registers 30 places a day at most', async () => {
	const caller = signedIn(await newAccount());
	for (let count = 0; count < 30; count++) await call(platform, registerPlace, caller, cafe());

	await expect(call(platform, registerPlace, caller, cafe())).rejects.toMatchObject({ code: 'too-many-requests' });
});

test('nobody registers a place without signing in', async () => {
	await expect(call(platform, registerPlace, anybody, cafe())).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('an unknown code is no place', async () => {
	await expect(call(platform, getPlace, anybody, { code: '0000-0000-0' })).rejects.toMatchObject({
		code: 'place-not-found',
	});
});

test('the places of another system’s import are made once, in the order they are asked for', async () => {
	const first = await ensureImportedPlaces(platform.db, ['museum-1', 'museum-2']);
	const second = await ensureImportedPlaces(platform.db, ['museum-2', 'museum-3', 'museum-1', 'museum-2']);

	expect([second[2], second[0]]).toEqual(first);
	expect(second[3]).toBe(second[0]);
	const known = await getPlaces(platform.db, second);
	expect(known.get(second[1]!)).toMatchObject({ name: 'museum-3', areaName: undefined, usualStayMinutes: 120 });
});
