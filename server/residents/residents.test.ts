import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { listDwellings, listToCall, previewRemoval, remove } from '#residents';
import { man, type Neighbours, openNeighbours } from '#test/neighbours';
import { listLooks } from '#test/tracing';
import { report, tallyFaults } from '#test/watch';
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

	test('of one dwelling', async () => {
		const cordonId = await streets();
		const [first] = await door.list(cordonId);

		expect(await take(cordonId, { dwelling: first!.number })).toEqual({ removed: 2 });
		expect(await door.openDuties(cordonId)).toBe(3);
		await expect(take(cordonId, {})).rejects.toMatchObject({ options: { field: 'person' } });
		await expect(take(cordonId, { dwelling: 1, groups: ['Tổ 5'] })).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test.each([
		['some groups, however they are written', { groups: ['TDP 05'] }, 2, 1],
		['several groups', { groups: ['Tổ 5', 'tổ 6'] }, 5, 4],
		['a street', { street: 'Phố Hàng Gai' }, 2, 2],
		['a street within a group', { groups: ['tổ 6'], street: 'ngõ 5' }, 1, 1],
		['a list of houses', { addresses: ['số 12, NGÕ 5', '1 Hàng Gai', 'Số 99'] }, 4, 3],
		['a list of houses of a group', { groups: ['Tổ 6'], addresses: ['Số 12 ngõ 5', '1 hàng gai'] }, 2, 2],
	])('of %s at once is first shown, then ends the duties of exactly these', async (_what, whom, people, dwellings) => {
		const cordonId = await streets();

		expect(await call(door.platform, previewRemoval, door.ward, { cordonId, ...whom })).toMatchObject({
			people,
			dwellings,
		});
		expect(await door.openDuties(cordonId)).toBe(5);

		expect(await take(cordonId, { ...whom, people })).toEqual({ removed: people });
		expect(await door.openDuties(cordonId)).toBe(5 - people);
		expect((await door.count(cordonId)).all.people).toBe(5 - people);
		expect(await tallyFaults(door.platform)).toEqual([]);
	});

	test('of many says which houses, who is ill among them, and which addresses nobody has', async () => {
		const cordonId = await streets();
		const [first] = await door.peopleOf(cordonId);
		await report(door.platform, door.ward, [first!], { signs: ['cough'] });

		const addresses = ['Số 12 ngõ 5', 'Số 99 ngõ 5'];
		const shown = await call(door.platform, previewRemoval, door.ward, { cordonId, groups: ['Tổ 5'], addresses });

		expect(shown).toEqual({
			...{ people: 2, dwellings: 1, symptomatic: 1, unknown: ['Số 99 ngõ 5'] },
			houses: [{ group: 'Tổ 5', address: 'Số 12 ngõ 5', people: 2 }],
		});
	});

	test('of a group that grew since it was shown takes off nobody', async () => {
		const cordonId = await streets();
		await door.put(cordonId, { group: 'Tổ 5', dwelling: 'Số 13', members: [{ fullName: 'Lê Thị Mơ' }] });

		await expect(take(cordonId, { groups: ['Tổ 5'], people: 2 })).rejects.toMatchObject({ code: 'list-changed' });
		expect(await door.openDuties(cordonId)).toBe(6);
	});

	test('by mistake is mended by putting them on again, and each reads why they were taken off', async () => {
		const cordonId = await streets();
		const [first] = await door.peopleOf(cordonId);
		await take(cordonId, { groups: ['Tổ 5'] });
		expect(await listLooks(door.platform, first!)).toContainEqual(
			expect.objectContaining({ operation: 'residents.remove', purpose: 'Thu hẹp khoanh vùng' }),
		);

		expect(await door.put(cordonId, { phone: '0901 234 571' })).toEqual({ added: 2, known: 0 });
		expect(await door.openDuties(cordonId)).toBe(5);
		expect(await door.peopleOf(cordonId)).toContain(first);
		expect(await tallyFaults(door.platform)).toEqual([]);
	});

	test('is asked for by something that names houses', async () => {
		const cordonId = await streets();
		const preview = (whom: object) => call(door.platform, previewRemoval, door.ward, { cordonId, ...whom });

		await expect(preview({})).rejects.toMatchObject({ code: 'nobody-chosen' });
		await expect(preview({ street: '12' })).rejects.toMatchObject({ options: { field: 'street' } });
		expect(await preview({ groups: ['Tổ 7'] })).toMatchObject({ people: 0, houses: [] });
	});
});

/** Two groups: a family in an alley; one in an alley of the same name and two on a street. */
async function streets(): Promise<string> {
	const cordonId = await door.declare();
	await door.put(cordonId, { phone: '0901 234 571' });
	const alone = { group: 'Tổ 6' };
	await door.put(cordonId, { ...alone, dwelling: 'Số 12 ngõ 5', members: [{ fullName: 'Lê Thị Lựu' }] });
	await door.put(cordonId, { ...alone, dwelling: '1 Hàng Gai', members: [{ fullName: 'Lê Văn Lê' }] });
	await door.put(cordonId, { ...alone, dwelling: '3 Hàng Gai', members: [{ fullName: 'Lê Văn Cam' }] });
	return cordonId;
}

const take = (cordonId: string, whom: object) =>
	call(door.platform, remove, door.ward, { cordonId, reason: 'Thu hẹp khoanh vùng', ...whom });

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
