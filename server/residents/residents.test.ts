import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import {
	add,
	appointLeader,
	countReported,
	dismissLeader,
	getEntrance,
	join,
	listDwellings,
	listLed,
	listToCall,
	openEntrance,
	remove,
} from '#residents';
import { displayPlaceCode } from '#shared/codes/place-code';
import { at } from '#test/door';
import { addDeclared, signIn } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { listLooks } from '#test/tracing';
import { report } from '#test/watch';
import { changeCordon, endCordon } from '#zones';

let door: Restrictions;
beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

const ward = () => door.callers.ward;
const declare = (change: object = {}) =>
	door.cordon({ part: 'Tổ 5 và 6', until: undefined, from: at('08:00:00'), ...change });
const man = { fullName: 'Nguyễn Văn Mận', birthYear: 1961 };
const dao = { fullName: 'Trần Thị Đào', birthYear: 1964 };
const house = { group: 'Tổ 5', dwelling: 'Số 12 ngõ 5', members: [man, dao] };
const put = (cordonId: string, change: object = {}, who: Caller = ward()) =>
	call(door.platform, add, who, { cordonId, ...house, ...change });
const count = (cordonId: string, who: Caller = ward(), group?: string) =>
	call(door.platform, countReported, who, { cordonId, ...(group ? { group } : {}) });
const list = async (cordonId: string, input: object = {}, who: Caller = ward()) =>
	(await call(door.platform, listDwellings, who, { cordonId, ...input })).dwellings;
const peopleOf = async (cordonId: string) =>
	(await list(cordonId)).flatMap(({ people }) => people).map(({ person }) => person);
const openDuties = async (cordonId: string) =>
	(
		await door.platform.db.rows(sql<{ person_id: string; from_on: string }>`
			select person_id, from_on from monitoring.duty where source_id = ${cordonId} and ended_at is null order by person_id`)
	).length;
const entranceOf = async (cordonId: string) =>
	(await call(door.platform, openEntrance, ward(), { cordonId, isOpen: true })).code;

describe('a household that is added', () => {
	test('stands behind its door with masked names, and everybody has a duty from then on', async () => {
		const cordonId = await declare();

		expect(await put(cordonId, { phone: '0901 234 567' })).toEqual({ added: 2, known: 0 });

		const [behind] = await list(cordonId);
		expect(behind).toMatchObject({ number: 1, group: 'Tổ 5', dwelling: 'Số 12 ngõ 5' });
		expect(behind!.people.map(({ maskedName, hasReported }) => [maskedName, hasReported]).sort()).toEqual([
			['Nguyễn Văn *** (0901 234 ***)', false],
			['Trần Thị *** (0901 234 ***)', false],
		]);
		expect(await openDuties(cordonId)).toBe(2);
	});

	test('twice is there once, however its tổ and address are written', async () => {
		const cordonId = await declare();
		await put(cordonId, { phone: '0901 234 568' });

		const again = { phone: '0901 234 568', group: 'TDP 05', dwelling: 'số 12, Ngõ 5' };
		expect(await put(cordonId, again)).toEqual({ added: 0, known: 2 });
		expect(await list(cordonId)).toHaveLength(1);
	});

	test('of another cordon is another matter', async () => {
		const [one, other] = [await declare(), await declare()];
		await put(one);
		expect(await list(other)).toEqual([]);
	});

	test('cannot be added once the cordon is over', async () => {
		const cordonId = await declare();
		await call(door.platform, endCordon, ward(), { cordonId, decision: '99/QĐ-UBND' });

		await expect(put(cordonId)).rejects.toMatchObject({ code: 'cordon-over' });
	});

	test('keeps neither address nor name in clear', async () => {
		const cordonId = await declare();
		await put(cordonId, { dwelling: 'Số 3 ngõ Chim Sẻ' });

		const [row] = await door.platform.db.rows(sql<{ text: string }>`
			select string_agg(d::text || r::text, '') as text from residents.dwelling d
			join residents.resident r on r.cordon_id = d.cordon_id where d.cordon_id = ${cordonId}`);
		expect(row!.text).not.toMatch(new RegExp(`Chim|Mận|${Buffer.from('Chim').toString('hex')}`));
	});
});

describe('leaving', () => {
	test('ends the duty, and coming back begins it again', async () => {
		const cordonId = await declare();
		await put(cordonId, { phone: '0901 234 569' });
		const [person] = await peopleOf(cordonId);

		await call(door.platform, remove, ward(), { cordonId, person: person!, reason: 'Chuyển đi' });
		expect([await peopleOf(cordonId), await openDuties(cordonId)]).toEqual([[expect.not.stringMatching(person!)], 1]);

		expect(await put(cordonId, { phone: '0901 234 569' })).toEqual({ added: 1, known: 1 });
		expect(await openDuties(cordonId)).toBe(2);
	});

	test('by a whole group, or a dwelling', async () => {
		const cordonId = await declare();
		await put(cordonId);
		await put(cordonId, { group: 'Tổ 6', dwelling: 'Số 1', members: [{ fullName: 'Lê Thị Lựu' }] });
		await put(cordonId, { group: 'Tổ 6', dwelling: 'Số 2', members: [{ fullName: 'Lê Văn Lê' }] });
		const take = (what: object) =>
			call(door.platform, remove, ward(), { cordonId, reason: 'Thu hẹp khoanh vùng', ...what });

		expect(await take({ group: 'tổ 5' })).toMatchObject({ removed: 2 });
		const [, last] = await list(cordonId);
		expect(await take({ dwelling: last!.number })).toMatchObject({ removed: 1 });
		expect(await openDuties(cordonId)).toBe(1);
		await expect(take({})).rejects.toMatchObject({ options: { field: 'person' } });
	});
});

describe('who has reported', () => {
	test('shows at a glance by tổ, by household and by person, as soon as they report', async () => {
		const cordonId = await declare();
		await put(cordonId);
		await put(cordonId, { group: 'Tổ 10', dwelling: 'Số 1', members: [{ fullName: 'Lê Thị Lựu' }] });
		const [first, second, third] = await peopleOf(cordonId);

		await report(door.platform, ward(), [first!]);
		expect((await count(cordonId)).groups).toEqual([
			{ group: 'Tổ 5', dwellings: 1, dwellingsDone: 0, people: 2, reported: 1, symptomatic: 0 },
			{ group: 'Tổ 10', dwellings: 1, dwellingsDone: 0, people: 1, reported: 0, symptomatic: 0 },
		]);

		await report(door.platform, ward(), [second!]);
		expect((await count(cordonId)).all).toMatchObject({ dwellingsDone: 1, people: 3, reported: 2 });
		const missing = await list(cordonId, { state: 'missing' });
		expect(missing.map(({ people }) => people.map(({ person }) => person))).toEqual([[third]]);
	});

	test('begins anew at midnight', async () => {
		const cordonId = await declare();
		await put(cordonId);
		await report(door.platform, ward(), await peopleOf(cordonId));
		expect((await count(cordonId)).all.reported).toBe(2);

		door.platform.clock.set('2026-11-25T00:00:00+07:00');
		expect((await count(cordonId)).all.reported).toBe(0);
	});

	test('twice a day asks again in the afternoon', async () => {
		const cordonId = await declare({ reportsADay: 2 });
		await put(cordonId);
		await report(door.platform, ward(), await peopleOf(cordonId));

		door.setClock('11:59:59');
		expect((await count(cordonId)).all.reported).toBe(2);
		door.setClock('12:00:00');
		expect((await count(cordonId)).all.reported).toBe(0);
	});

	test('is listed page by page, each dwelling once', async () => {
		const cordonId = await declare();
		for (const number of [1, 2, 3, 4, 5])
			await put(cordonId, { group: `Tổ ${number % 2}`, dwelling: `Số ${number}`, members: [man] });
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const input = { cordonId, limit: 2, ...(cursor ? { cursor } : {}) };
			const page = await call(door.platform, listDwellings, ward(), input);
			seen.push(...page.dwellings.map(({ dwelling }) => dwelling));
			cursor = page.nextCursor;
		} while (cursor);

		expect(seen).toEqual(['Số 2', 'Số 4', 'Số 1', 'Số 3', 'Số 5']);
	});

	test('with names and phones to call only those who did not, and they learn of it', async () => {
		const cordonId = await declare();
		await put(cordonId, { phone: '0901 234 570' });
		const [first, second] = await peopleOf(cordonId);
		await report(door.platform, ward(), [first!]);

		const { people } = await call(door.platform, listToCall, ward(), { cordonId, purpose: 'Gọi nhắc báo sức khoẻ' });

		expect(people).toEqual([expect.objectContaining({ person: second, phone: '+84901234570', group: 'Tổ 5' })]);
		const looks = await listLooks(door.platform, second!);
		expect(looks).toContainEqual(
			expect.objectContaining({ operation: 'residents.list-to-call', purpose: 'Gọi nhắc báo sức khoẻ' }),
		);
		expect((await listLooks(door.platform, first!)).map(({ operation }) => operation)).not.toContain(
			'residents.list-to-call',
		);
	});
});

describe('a household that joins by the QR', () => {
	test('is on the list with whom the account has and who is new, and reports by its own phone', async () => {
		const cordonId = await declare();
		const code = await entranceOf(cordonId);
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
		const persons = await peopleOf(cordonId);
		await report(door.platform, await owner.caller(), persons);
		expect((await count(cordonId)).all).toMatchObject({ people: 2, reported: 2, dwellingsDone: 1 });
	});

	test('becomes the account’s own person where it has none', async () => {
		const cordonId = await declare();
		const code = await entranceOf(cordonId);
		const owner = await signIn(door.platform, door.newPhone());
		const input = { code, group: 'Tổ 5', dwelling: 'Số 9', persons: [], members: [man, dao] };

		await call(door.platform, join, await owner.caller(), input);

		const relations = await door.platform.db.rows(sql<{ relation: string; area_id: number }>`
			select relation, area_id from identity.person where account_id = ${owner.accountId} order by relation desc`);
		expect(relations.map(({ relation }) => relation)).toEqual(['self', 'other']);
		expect(relations[0]!.area_id).toBe(door.areas.baDinh.areaId);
	});

	test('takes the place of those whom the roster told with its phone and name', async () => {
		const cordonId = await declare();
		const code = await entranceOf(cordonId);
		const phone = door.newPhone();
		await put(cordonId, { phone });
		const owner = await signIn(door.platform, phone);

		const input = { code, group: 'Tổ 5', dwelling: 'Số 12 ngõ 5', persons: [], members: [man] };
		await call(door.platform, join, await owner.caller(), input);

		const [house] = await list(cordonId);
		expect(house!.people).toHaveLength(2);
		expect(await openDuties(cordonId)).toBe(2);
	});

	test.each([
		['a code that is none', { code: 'K7QF-2M9X-4' }, 'entrance-closed'],
		['somebody else’s person', { persons: ['1'] }, 'not-allowed'],
		['nobody', { members: [] }, 'nobody-chosen'],
		['a tổ of spaces', { group: '  ' }, 'invalid-input'],
	])('not with %s', async (_what, wrong, problem) => {
		const code = await entranceOf(await declare());
		const owner = await signIn(door.platform, door.newPhone());
		const input = { code, group: 'Tổ 5', dwelling: 'Số 9', persons: [], members: [man], ...wrong };

		await expect(call(door.platform, join, await owner.caller(), input)).rejects.toMatchObject({ code: problem });
	});

	test('not through a QR that was closed, or of a cordon that is over', async () => {
		const [closed, over] = [await declare(), await declare({ until: at('10:00:00') })];
		const codes = [await entranceOf(closed), await entranceOf(over)];
		await call(door.platform, openEntrance, ward(), { cordonId: closed, isOpen: false });
		door.setClock('10:00:00');

		for (const code of codes)
			await expect(call(door.platform, getEntrance, door.callers.anybody, { code })).rejects.toMatchObject({
				code: 'entrance-closed',
			});
	});
});

describe('the tổ trưởng', () => {
	test('sees, calls and adds in their own group and in no other, until it is taken back', async () => {
		const cordonId = await declare();
		await put(cordonId);
		await put(cordonId, { group: 'Tổ 6', dwelling: 'Số 1', members: [{ fullName: 'Lê Thị Lựu' }] });
		const head = await signIn(door.platform, door.newPhone());
		const appointed = { cordonId, phone: head.phone, group: 'Tổ dân phố số 5' };
		const { account } = await call(door.platform, appointLeader, ward(), appointed);
		const caller = await head.caller();

		expect((await call(door.platform, listLed, caller, {})).led).toMatchObject([
			{ cordonId, group: 'Tổ dân phố số 5' },
		]);
		expect((await count(cordonId, caller)).groups.map(({ group }) => group)).toEqual(['Tổ 5']);
		expect(await list(cordonId, { group: '5' }, caller)).toHaveLength(1);
		expect(await put(cordonId, { dwelling: 'Số 20' }, caller)).toMatchObject({ added: 2 });
		for (const asked of [
			() => list(cordonId, { group: 'Tổ 6' }, caller),
			() => put(cordonId, { group: 'Tổ 6' }, caller),
			() => call(door.platform, remove, caller, { cordonId, group: 'Tổ 5', reason: 'Thôi' }),
		])
			await expect(asked()).rejects.toMatchObject({ code: 'not-allowed' });

		await call(door.platform, dismissLeader, ward(), { cordonId, account });
		await expect(count(cordonId, caller)).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('of two groups says which is meant', async () => {
		const cordonId = await declare();
		const head = await signIn(door.platform, door.newPhone());
		for (const group of ['Tổ 5', 'Tổ 6'])
			await call(door.platform, appointLeader, ward(), { cordonId, phone: head.phone, group });

		await expect(count(cordonId, await head.caller())).rejects.toMatchObject({ options: { field: 'group' } });
		expect((await count(cordonId, await head.caller(), 'Tổ 6')).groups).toEqual([]);
	});

	test('of another cordon sees nothing of this one', async () => {
		const [theirs, other] = [await declare(), await declare()];
		const head = await signIn(door.platform, door.newPhone());
		await call(door.platform, appointLeader, ward(), { cordonId: theirs, phone: head.phone });

		await expect(count(other, await head.caller())).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('at the door', () => {
	/** Somebody on the roster of a part. */
	async function resident(change: object = {}) {
		const cordonId = await declare(change);
		const code = await entranceOf(cordonId);
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
		await call(door.platform, endCordon, ward(), { cordonId: ended.cordonId, decision });
		const who = { cordonId: left.cordonId, person: left.owner.personId };
		await call(door.platform, remove, ward(), { ...who, reason: 'Chuyển đi' });
		await call(door.platform, changeCordon, ward(), { cordonId: milder.cordonId, stopsResidents: false, decision });

		for (const { owner } of [ended, left, milder]) expect(await door.verdictOf(owner)).toBe('green');
	});
});
