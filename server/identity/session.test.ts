import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	changeProfile,
	createPartnerKey,
	getMe,
	identity,
	resolveActor,
	revokePartnerKey,
	revokeSessions,
	signOut,
} from '#identity';
import { removeController } from '#places';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import {
	addCafe,
	addControllerOf,
	addDeclared,
	administrator,
	anybody,
	as,
	declare,
	openVaora,
	signIn,
	staff,
} from '#test/people';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openVaora();
});
afterAll(() => platform.close());

const actorOf = (token: string) => resolveActor(platform, token);

describe('a session', () => {
	test('ends with signing out, and only that one', async () => {
		const here = await signIn(platform, '+84901000001');
		const there = await signIn(platform, '+84901000001');

		await call(platform, signOut, await here.caller(), {});

		expect(await actorOf(here.token)).toEqual({ kind: 'anyone' });
		expect(await actorOf(there.token)).toMatchObject({ kind: 'account', id: here.accountId });
	});

	test('ends on every device at once', async () => {
		const one = await signIn(platform, '+84901000002');
		const two = await signIn(platform, '+84901000002');
		const other = await signIn(platform, '+84901000003');

		expect(await call(platform, revokeSessions, await one.caller(), {})).toEqual({ ended: 2 });

		for (const { token } of [one, two]) expect(await actorOf(token)).toEqual({ kind: 'anyone' });
		expect(await actorOf(other.token)).toMatchObject({ kind: 'account' });
	});

	test('is over after thirty days, and its row goes a day later', async () => {
		const { token } = await signIn(platform, '+84901000004');
		const started = platform.clock.now();
		platform.clock.set('2026-12-24T08:00:00+07:00');

		expect(await actorOf(token)).toEqual({ kind: 'anyone' });

		platform.clock.set('2026-12-25T08:00:01+07:00');
		for (const job of identity.jobs!) await job.run(platform, platform.clock.now(), undefined);
		expect(await platform.db.rows(sql`select 1 as one from identity.session`)).toEqual([]);
		expect(await platform.db.rows(sql`select 1 as one from identity.one_time_code`)).toEqual([]);
		platform.clock.set(started.toISOString());
	});

	test.each(['', 'x', 'vk_x', "' or true --", 'a'.repeat(10_000)])(
		'is not opened by the token "%.20s"',
		async (token) => {
			expect(await actorOf(token)).toEqual({ kind: 'anyone' });
		},
	);

	test('many asked for at once are each told apart', async () => {
		const people = [await signIn(platform, '+84901000005'), await signIn(platform, '+84901000006')];

		const actors = await Promise.all([...people.map(({ token }) => actorOf(token)), actorOf('nobody')]);

		expect(actors.map((actor) => ('id' in actor ? actor.id : actor.kind))).toEqual([
			...people.map(({ accountId }) => accountId),
			'anyone',
		]);
	});
});

describe('what somebody may do', () => {
	test('follows a role at once when it is given and when it ends', async () => {
		const manager = await signIn(platform, '+84902000001');
		const { placeId } = await addCafe(platform, manager);
		const controller = await addControllerOf(platform, manager, placeId, '+84902000002');
		expect((await manager.caller()).actor).toMatchObject({ roles: [{ name: 'manager', place: placeId }] });
		expect((await controller.caller()).actor).toMatchObject({ roles: [{ name: 'controller', place: placeId }] });

		await call(platform, removeController, await manager.caller(), { place: placeId, account: controller.accountId });

		expect((await controller.caller()).actor).toMatchObject({ roles: [] });
	});

	test('includes the people they declared for, as soon as they did', async () => {
		const mother = await addDeclared(platform, '+84902000003');
		const child = await declare(platform, mother, { 'full-name': 'NGUYỄN VĂN TÍ' }, 'other');

		const { persons, phone, kind } = await call(platform, getMe, await mother.caller(), {});

		expect({ kind, phone }).toEqual({ kind: 'account', phone: '+84902000003' });
		expect(persons.map(({ personId, relation, profile }) => [personId, relation, profile.fullName])).toEqual([
			[mother.personId, 'self', 'NGUYỄN THỊ BƯỞI'],
			[child.personId, 'other', 'NGUYỄN VĂN TÍ'],
		]);
		expect(await call(platform, getMe, anybody, {})).toEqual({ kind: 'anyone', roles: [], persons: [] });
	});
});

describe('one’s own particulars', () => {
	test('are corrected by oneself, kept as people read them, and found by the new phone', async () => {
		const person = await addDeclared(platform, '+84903000001');
		const profile = {
			fullName: ' Nguyễn  Thị\tMít '.normalize('NFD'),
			phone: '0903 000 009',
			address: ' 7  Hàng Bông ',
		};

		await call(platform, changeProfile, await person.caller(), { person: person.personId, profile });

		const { persons } = await call(platform, getMe, await person.caller(), {});
		expect(persons[0]!.profile).toEqual({ fullName: 'Nguyễn Thị Mít', phone: '+84903000009', address: '7 Hàng Bông' });
	});

	test('are refused without a name or with a wrong phone', async () => {
		const person = await addDeclared(platform, '+84903000002');
		const change = async (profile: { fullName: string; phone?: string }) =>
			call(platform, changeProfile, await person.caller(), { person: person.personId, profile });

		await expect(change({ fullName: ' \u200b ' })).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field: 'profile.fullName' },
		});
		await expect(change({ fullName: 'Bưởi', phone: '0903' })).rejects.toMatchObject({ code: 'phone-invalid' });
	});

	test('are not corrected by anybody else', async () => {
		const person = await addDeclared(platform, '+84903000003');
		const other = await addDeclared(platform, '+84903000004');
		const input = { person: person.personId, profile: { fullName: 'Ai đó' } };

		for (const caller of [await other.caller(), administrator, staff('CDC', { name: 'health-officer' })])
			await expect(call(platform, changeProfile, caller, input)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, changeProfile, anybody, input)).rejects.toMatchObject({ code: 'not-signed-in' });
	});
});

describe('another system’s key', () => {
	const wanted = { name: 'Bệnh viện A', authority: 'Bệnh viện A', scopes: ['identity.get-me'], roles: [], days: 30 };

	test('stands for the partner with its scopes, until it is revoked', async () => {
		const { key, partnerId } = await call(platform, createPartnerKey, administrator, wanted);
		const actor = await actorOf(key);
		expect(actor).toEqual({
			kind: 'partner',
			id: partnerId,
			authority: 'Bệnh viện A',
			scopes: ['identity.get-me'],
			roles: [],
		});
		expect(await call(platform, getMe, as(actor), {})).toMatchObject({ kind: 'partner' });
		await expect(call(platform, revokeSessions, as(actor), {})).rejects.toMatchObject({ code: 'not-allowed' });

		await call(platform, revokePartnerKey, administrator, { partnerId });

		expect(await actorOf(key)).toEqual({ kind: 'anyone' });
		await expect(call(platform, revokePartnerKey, administrator, { partnerId })).rejects.toMatchObject({
			code: 'not-found',
		});
	});

	test('is over after its days', async () => {
		const { key } = await call(platform, createPartnerKey, administrator, wanted);
		platform.clock.set('2026-12-24T08:00:00+07:00');

		expect(await actorOf(key)).toEqual({ kind: 'anyone' });
		platform.clock.set('2026-11-24T08:00:00+07:00');
	});

	test('is made by nobody but an administrator, and never with an empty area, which would be everywhere', async () => {
		const person = await signIn(platform, '+84904000001');

		for (const caller of [await person.caller(), staff('CDC', { name: 'health-officer' })])
			await expect(call(platform, createPartnerKey, caller, wanted)).rejects.toMatchObject({ code: 'not-allowed' });
		const everywhere = { ...wanted, roles: [{ name: 'health-officer', area: '' }] };
		await expect(call(platform, createPartnerKey, administrator, everywhere)).rejects.toMatchObject({
			code: 'invalid-input',
		});
	});
});
