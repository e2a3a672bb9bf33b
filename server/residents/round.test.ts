import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { call } from '#platform/call';
import { listRound } from '#residents';
import { dao, man, type Neighbours, openNeighbours } from '#test/neighbours';
import { listLooks } from '#test/tracing';
import { report } from '#test/watch';

let door: Neighbours;
beforeAll(async () => {
	door = await openNeighbours();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

const ask = (cordonId: string, input: object = {}) => call(door.platform, listRound, door.ward, { cordonId, ...input });

test('the houses of a group are asked in their order, everybody behind one door together', async () => {
	const cordonId = await door.declare();
	await door.put(cordonId, { dwelling: 'Số 12', members: [man, dao] });
	await door.put(cordonId, { dwelling: 'Số 14', members: [{ fullName: 'Lê Thị Sen' }], phone: '0901 234 511' });
	await door.put(cordonId, {
		group: 'Tổ 6',
		dwelling: 'Số 1',
		members: [{ fullName: 'Vũ Văn Sáu' }],
		phone: '0901 234 512',
	});

	const { people } = await ask(cordonId, { group: 'tổ 05' });

	expect(people.map(({ group, dwelling }) => `${group}, ${dwelling}`)).toEqual([
		'Tổ 5, Số 12',
		'Tổ 5, Số 12',
		'Tổ 5, Số 14',
	]);
	expect(people.map(({ maskedName }) => maskedName).join()).not.toMatch(/Mận|Đào|Sen/);
	expect(await listLooks(door.platform, people[0]!.person)).toContainEqual(
		expect.objectContaining({ operation: 'residents.list-round' }),
	);
	expect((await ask(cordonId)).people).toHaveLength(4);
});

test('only the houses that are not done are asked again, each with everybody behind its door', async () => {
	const cordonId = await door.declare();
	await door.put(cordonId, { dwelling: 'Số 12', members: [man, dao] });
	await door.put(cordonId, { dwelling: 'Số 14', members: [{ fullName: 'Lê Thị Sen' }], phone: '0901 234 513' });
	const { people } = await ask(cordonId);
	const [one, , alone] = people.map(({ person }) => person);

	await report(door.platform, door.ward, [one!, alone!]);

	const left = await ask(cordonId, { isLeft: true });
	expect(left.people.map(({ dwelling, level }) => [dwelling, level])).toEqual([
		['Số 12', 'green'],
		['Số 12', undefined],
	]);
});

test('pages follow each other house by house', async () => {
	const cordonId = await door.declare();
	for (const number of [1, 2, 3])
		await door.put(cordonId, {
			dwelling: `Số ${number}`,
			members: [{ fullName: `Trần Văn ${number}a` }],
			phone: `090123452${number}`,
		});

	const first = await ask(cordonId, { limit: 2 });
	const second = await ask(cordonId, { limit: 2, cursor: first.nextCursor });

	expect(first.people.map(({ dwelling }) => dwelling)).toEqual(['Số 1', 'Số 2']);
	expect(second.people.map(({ dwelling }) => dwelling)).toEqual(['Số 3']);
	expect(second).not.toHaveProperty('nextCursor');
});
