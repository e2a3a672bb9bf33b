import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { appointLeader, dismissLeader, getEntrance, join, listLed, openEntrance, remove } from '#residents';
import { displayPlaceCode } from '#shared/codes/place-code';
import { at } from '#test/door';
import { dao, man, type Neighbours, openNeighbours } from '#test/neighbours';
import { addDeclared, signIn } from '#test/people';
import { report } from '#test/watch';
import { changeCordon, endCordon } from '#zones';

let door: Neighbours;
beforeAll(async () => {
	door = await openNeighbours();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

describe('a household that joins by the QR', () => {
	test('is on the list with whom the account has and who is new, and reports by its own phone', async () => {
		const cordonId = await door.declare();
		const code = await door.entranceOf(cordonId);
		const owner = await addDeclared(door.platform, door.newPhone());

		expect(
			await call(door.platform, getEntrance, door.callers.anybody, { code: displayPlaceCode(code) }),
		).toMatchObject({
			part: 'Tổ 5 và 6',
		});
		const joined = await call(door.platform, join, await owner.caller(), {
			...{ code, group: 'Tổ 5', dwelling: 'Số 12 ngõ 5', persons: [owner.personId], members: [dao] },
		});

		expect(joined).toEqual({ joined: 2 });
		const persons = await door.peopleOf(cordonId);
		await report(door.platform, await owner.caller(), persons);
		expect((await door.count(cordonId)).all).toMatchObject({ people: 2, reported: 2, dwellingsDone: 1 });
	});

	test('becomes the account’s own person where it has none', async () => {
		const cordonId = await door.declare();
		const code = await door.entranceOf(cordonId);
		const owner = await signIn(door.platform, door.newPhone());
		const input = { code, group: 'Tổ 5', dwelling: 'Số 9', persons: [], members: [man, dao] };

		await call(door.platform, join, await owner.caller(), input);

		const relations = await door.platform.db.rows(sql<{ relation: string; area_id: number }>`
			select relation, area_id from identity.person where account_id = ${owner.accountId} order by relation desc`);
		expect(relations.map(({ relation }) => relation)).toEqual(['self', 'other']);
		expect(relations[0]!.area_id).toBe(door.areas.baDinh.areaId);
	});

	test('takes the place of those whom the roster told with its phone and name', async () => {
		const cordonId = await door.declare();
		const code = await door.entranceOf(cordonId);
		const phone = door.newPhone();
		await door.put(cordonId, { phone });
		const owner = await signIn(door.platform, phone);

		const input = { code, group: 'Tổ 5', dwelling: 'Số 12 ngõ 5', persons: [], members: [man] };
		await call(door.platform, join, await owner.caller(), input);

		const [house] = await door.list(cordonId);
		expect(house!.people).toHaveLength(2);
		expect(await door.openDuties(cordonId)).toBe(2);
	});

	test.each([
		['a code that is none', { code: 'K7QF-2M9X-4' }, 'entrance-closed'],
		['somebody else’s person', { persons: ['1'] }, 'not-allowed'],
		['nobody', { members: [] }, 'nobody-chosen'],
		['a tổ of spaces', { group: '  ' }, 'invalid-input'],
	])('not with %s', async (_what, wrong, problem) => {
		const code = await door.entranceOf(await door.declare());
		const owner = await signIn(door.platform, door.newPhone());
		const input = { code, group: 'Tổ 5', dwelling: 'Số 9', persons: [], members: [man], ...wrong };

		await expect(call(door.platform, join, await owner.caller(), input)).rejects.toMatchObject({ code: problem });
	});

	test('not through a QR that was closed, or of a cordon that is over', async () => {
		const [closed, over] = [await door.declare(), await door.declare({ until: at('10:00:00') })];
		const codes = [await door.entranceOf(closed), await door.entranceOf(over)];
		await call(door.platform, openEntrance, door.ward, { cordonId: closed, isOpen: false });
		door.setClock('10:00:00');

		for (const code of codes)
			await expect(call(door.platform, getEntrance, door.callers.anybody, { code })).rejects.toMatchObject({
				code: 'entrance-closed',
			});
	});
});

describe('the tổ trưởng', () => {
	test('sees, calls and adds in their own group and in no other, until it is taken back', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId);
		await door.put(cordonId, { group: 'Tổ 6', dwelling: 'Số 1', members: [{ fullName: 'Lê Thị Lựu' }] });
		const head = await signIn(door.platform, door.newPhone());
		const appointed = { cordonId, phone: head.phone, group: 'Tổ dân phố số 5' };
		const { account } = await call(door.platform, appointLeader, door.ward, appointed);
		const caller = await head.caller();

		expect((await call(door.platform, listLed, caller, {})).led).toMatchObject([
			{ cordonId, group: 'Tổ dân phố số 5' },
		]);
		expect((await door.count(cordonId, caller)).groups.map(({ group }) => group)).toEqual(['Tổ 5']);
		expect(await door.list(cordonId, { group: '5' }, caller)).toHaveLength(1);
		expect(await door.put(cordonId, { dwelling: 'Số 20' }, caller)).toMatchObject({ added: 2 });
		for (const asked of [
			() => door.list(cordonId, { group: 'Tổ 6' }, caller),
			() => door.put(cordonId, { group: 'Tổ 6' }, caller),
			() => call(door.platform, remove, caller, { cordonId, groups: ['Tổ 5'], reason: 'Thôi' }),
		])
			await expect(asked()).rejects.toMatchObject({ code: 'not-allowed' });

		await call(door.platform, dismissLeader, door.ward, { cordonId, account });
		await expect(door.count(cordonId, caller)).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('of two groups says which is meant', async () => {
		const cordonId = await door.declare();
		const head = await signIn(door.platform, door.newPhone());
		for (const group of ['Tổ 5', 'Tổ 6'])
			await call(door.platform, appointLeader, door.ward, { cordonId, phone: head.phone, group });

		await expect(door.count(cordonId, await head.caller())).rejects.toMatchObject({ options: { field: 'group' } });
		expect((await door.count(cordonId, await head.caller(), 'Tổ 6')).groups).toEqual([]);
	});

	test('of another cordon sees nothing of this one', async () => {
		const [theirs, other] = [await door.declare(), await door.declare()];
		const head = await signIn(door.platform, door.newPhone());
		await call(door.platform, appointLeader, door.ward, { cordonId: theirs, phone: head.phone });

		await expect(door.count(other, await head.caller())).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('at the door', () => {
	/** Somebody on the roster of a part. */
	async function resident(change: object = {}) {
		const cordonId = await door.declare(change);
		const code = await door.entranceOf(cordonId);
		const owner = await addDeclared(door.platform, door.newPhone());
		const input = { code, group: 'Tổ 5', dwelling: 'Số 12', persons: [owner.personId], members: [] };
		await call(door.platform, join, await owner.caller(), input);
		return { cordonId, owner };
	}

	test('a part stops nobody unless the decision says so', async () => {
		const { owner } = await resident();
		expect(await door.verdictOf(owner)).toBe('green');
	});

	test('a part stops the people of its roster where the decision says so, and nobody else', async () => {
		const { owner } = await resident({ stopsResidents: true });
		const neighbour = await addDeclared(door.platform, door.newPhone());
		door.setClock('08:00:06');

		expect(await door.verdictOf(owner)).toBe('red');
		expect(await door.verdictOf(neighbour)).toBe('green');
	});

	test('ending it, leaving it, or a milder decision lets them in again', async () => {
		const [ended, left, milder] = [
			await resident({ stopsResidents: true }),
			await resident({ stopsResidents: true }),
			await resident({ stopsResidents: true }),
		];
		const decision = '99/QĐ-UBND: nới lỏng';
		await call(door.platform, endCordon, door.ward, { cordonId: ended.cordonId, decision });
		const who = { cordonId: left.cordonId, person: left.owner.personId };
		await call(door.platform, remove, door.ward, { ...who, reason: 'Chuyển đi' });
		await call(door.platform, changeCordon, door.ward, { cordonId: milder.cordonId, stopsResidents: false, decision });

		for (const { owner } of [ended, left, milder]) expect(await door.verdictOf(owner)).toBe('green');
	});
});
