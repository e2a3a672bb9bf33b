import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { listDwellings, listToCall, remove } from '#residents';
import { man, type Neighbours, openNeighbours } from '#test/neighbours';
import { listLooks } from '#test/tracing';
import { report } from '#test/watch';
import { endCordon } from '#zones';

let door: Neighbours;
beforeAll(async () => {
	door = await openNeighbours();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

describe('a household that is added', () => {
	test('stands behind its door with masked names, and everybody has a duty from then on', async () => {
		const cordonId = await door.declare();

		expect(await door.put(cordonId, { phone: '0901 234 567' })).toEqual({ added: 2, known: 0 });

		const [behind] = await door.list(cordonId);
		expect(behind).toMatchObject({ number: 1, group: 'Tổ 5', dwelling: 'Số 12 ngõ 5' });
		expect(behind!.people.map(({ maskedName, hasReported }) => [maskedName, hasReported]).sort()).toEqual([
			['Nguyễn Văn *** (0901 234 ***)', false],
			['Trần Thị *** (0901 234 ***)', false],
		]);
		expect(await door.openDuties(cordonId)).toBe(2);
	});

	test('twice is there once, however its tổ and address are written', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId, { phone: '0901 234 568' });

		const again = { phone: '0901 234 568', group: 'TDP 05', dwelling: 'số 12, Ngõ 5' };
		expect(await door.put(cordonId, again)).toEqual({ added: 0, known: 2 });
		expect(await door.list(cordonId)).toHaveLength(1);
	});

	test('of another cordon is another matter', async () => {
		const [one, other] = [await door.declare(), await door.declare()];
		await door.put(one);
		expect(await door.list(other)).toEqual([]);
	});

	test('cannot be added once the cordon is over', async () => {
		const cordonId = await door.declare();
		await call(door.platform, endCordon, door.ward, { cordonId, decision: '99/QĐ-UBND' });

		await expect(door.put(cordonId)).rejects.toMatchObject({ code: 'cordon-over' });
	});

	test('keeps neither address nor name in clear', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId, { dwelling: 'Số 3 ngõ Chim Sẻ' });

		const [row] = await door.platform.db.rows(sql<{ text: string }>`
			select string_agg(d::text || r::text, '') as text from residents.dwelling d
			join residents.resident r on r.cordon_id = d.cordon_id where d.cordon_id = ${cordonId}`);
		expect(row!.text).not.toMatch(new RegExp(`Chim|Mận|${Buffer.from('Chim').toString('hex')}`));
	});
});

describe('leaving', () => {
	test('ends the duty, and coming back begins it again', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId, { phone: '0901 234 569' });
		const [person] = await door.peopleOf(cordonId);

		await call(door.platform, remove, door.ward, { cordonId, person: person!, reason: 'Chuyển đi' });
		expect([await door.peopleOf(cordonId), await door.openDuties(cordonId)]).toEqual([
			[expect.not.stringMatching(person!)],
			1,
		]);

		expect(await door.put(cordonId, { phone: '0901 234 569' })).toEqual({ added: 1, known: 1 });
		expect(await door.openDuties(cordonId)).toBe(2);
	});

	test('by a whole group, or a dwelling', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId);
		await door.put(cordonId, { group: 'Tổ 6', dwelling: 'Số 1', members: [{ fullName: 'Lê Thị Lựu' }] });
		await door.put(cordonId, { group: 'Tổ 6', dwelling: 'Số 2', members: [{ fullName: 'Lê Văn Lê' }] });
		const take = (what: object) =>
			call(door.platform, remove, door.ward, { cordonId, reason: 'Thu hẹp khoanh vùng', ...what });

		expect(await take({ group: 'tổ 5' })).toMatchObject({ removed: 2 });
		const [, last] = await door.list(cordonId);
		expect(await take({ dwelling: last!.number })).toMatchObject({ removed: 1 });
		expect(await door.openDuties(cordonId)).toBe(1);
		await expect(take({})).rejects.toMatchObject({ options: { field: 'person' } });
	});
});

describe('who has reported', () => {
	test('shows at a glance by tổ, by household and by person, as soon as they report', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId);
		await door.put(cordonId, { group: 'Tổ 10', dwelling: 'Số 1', members: [{ fullName: 'Lê Thị Lựu' }] });
		const [first, second, third] = await door.peopleOf(cordonId);

		await report(door.platform, door.ward, [first!]);
		expect((await door.count(cordonId)).groups).toEqual([
			{ group: 'Tổ 5', dwellings: 1, dwellingsDone: 0, people: 2, reported: 1, symptomatic: 0 },
			{ group: 'Tổ 10', dwellings: 1, dwellingsDone: 0, people: 1, reported: 0, symptomatic: 0 },
		]);

		await report(door.platform, door.ward, [second!]);
		expect((await door.count(cordonId)).all).toMatchObject({ dwellingsDone: 1, people: 3, reported: 2 });
		const missing = await door.list(cordonId, { state: 'missing' });
		expect(missing.map(({ people }) => people.map(({ person }) => person))).toEqual([[third]]);
	});

	test('begins anew at midnight', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId);
		await report(door.platform, door.ward, await door.peopleOf(cordonId));
		expect((await door.count(cordonId)).all.reported).toBe(2);

		door.platform.clock.set('2026-11-25T00:00:00+07:00');
		expect((await door.count(cordonId)).all.reported).toBe(0);
	});

	test('twice a day asks again in the afternoon', async () => {
		const cordonId = await door.declare({ reportsADay: 2 });
		await door.put(cordonId);
		await report(door.platform, door.ward, await door.peopleOf(cordonId));

		door.setClock('11:59:59');
		expect((await door.count(cordonId)).all.reported).toBe(2);
		door.setClock('12:00:00');
		expect((await door.count(cordonId)).all.reported).toBe(0);
	});

	test('is listed page by page, each dwelling once', async () => {
		const cordonId = await door.declare();
		for (const number of [1, 2, 3, 4, 5])
			await door.put(cordonId, { group: `Tổ ${number % 2}`, dwelling: `Số ${number}`, members: [man] });
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const input = { cordonId, limit: 2, ...(cursor ? { cursor } : {}) };
			const page = await call(door.platform, listDwellings, door.ward, input);
			seen.push(...page.dwellings.map(({ dwelling }) => dwelling));
			cursor = page.nextCursor;
		} while (cursor);

		expect(seen).toEqual(['Số 2', 'Số 4', 'Số 1', 'Số 3', 'Số 5']);
	});

	test('with names and phones to call only those who did not, and they learn of it', async () => {
		const cordonId = await door.declare();
		await door.put(cordonId, { phone: '0901 234 570' });
		const [first, second] = await door.peopleOf(cordonId);
		await report(door.platform, door.ward, [first!]);

		const { people } = await call(door.platform, listToCall, door.ward, { cordonId, purpose: 'Gọi nhắc báo sức khoẻ' });

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
