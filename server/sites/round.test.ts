import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseBed } from '#isolation';
import { submitReports } from '#monitoring';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { importBeds, listFreeBeds, listRound, openSite } from '#sites';
import { addDeclared } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { listLooks } from '#test/tracing';
import { healthy } from '#test/watch';

let vaora: Restrictions;
let siteId: string;
beforeAll(async () => {
	vaora = await openRestrictions();
});
afterAll(() => vaora.platform.close());
beforeEach(async () => {
	vaora.setClock('08:00:00');
	const site = { areaId: vaora.areas.baDinh.areaId, name: 'Ký túc xá', address: '1 Giải Phóng' };
	siteId = (await call(vaora.platform, openSite, vaora.callers.ward, site)).siteId;
	const lines = ['Toà nhà,Tầng,Phòng,Giường', 'A,2,10,1', 'A,2,9,2', 'A,2,9,1', 'A,10,1,1', 'B,1,1,1'];
	const file = Buffer.from(lines.join('\n')).toString('base64');
	await call(vaora.platform, importBeds, vaora.callers.ward, { siteId, file });
});

/** Somebody in a bed, by an order to stay there. */
async function lay(room: string, bed: string, floor = '2') {
	const person = await addDeclared(vaora.platform, vaora.newPhone());
	const orderId = await vaora.order({ kind: 'site' }, undefined, person.personId);
	const { beds } = await call(vaora.platform, listFreeBeds, vaora.callers.ward, { siteId });
	const { bedId } = beds.find((one) => one.room === room && one.bed === bed && one.floor === floor)!;
	await call(vaora.platform, chooseBed, vaora.callers.ward, { orderId, siteId, bedId });
	return person.personId;
}

const ask = (input: object = {}, by = vaora.callers.ward) => call(vaora.platform, listRound, by, { siteId, ...input });

const tell = (person: string) =>
	call(vaora.platform, submitReports, vaora.callers.ward, {
		reports: [{ id: newUuid(), person, answers: healthy }],
		channel: 'staff-round',
	});

test('a floor is asked in the order one walks it, and each floor says how many are left', async () => {
	const [third, first, second, above] = [
		await lay('10', '1'),
		await lay('9', '1'),
		await lay('9', '2'),
		await lay('1', '1', '10'),
	];
	await tell(first);

	const round = await ask({ building: 'A', floor: '2' });

	expect(round.people.map(({ person, room, bed, level }) => [person, room, bed, level])).toEqual([
		[first, '9', '1', 'green'],
		[second, '9', '2', undefined],
		[third, '10', '1', undefined],
	]);
	expect(round.people[0]!.maskedName).toContain('***');
	expect(round.floors).toEqual([
		{ building: 'A', floor: '2', people: 3, waiting: 2 },
		{ building: 'A', floor: '10', people: 1, waiting: 1 },
	]);
	expect((await ask({ building: 'A', floor: '10' })).people.map(({ person }) => person)).toEqual([above]);
	expect(await listLooks(vaora.platform, third)).toContainEqual(
		expect.objectContaining({ operation: 'sites.list-round' }),
	);
});

test('pages follow each other bed by bed', async () => {
	const people = [await lay('9', '1'), await lay('9', '2'), await lay('10', '1')];

	const first = await ask({ limit: 2 });
	const second = await ask({ limit: 2, after: first.nextAfter });

	expect([...first.people, ...second.people].map(({ person }) => person)).toEqual(people);
	expect(second).not.toHaveProperty('nextAfter');
});

test('whoever is to report twice a day waits again in the afternoon', async () => {
	const person = await lay('9', '1');
	await vaora.platform.db.run(sql`update monitoring.duty set reports_a_day = 2 where person_id = ${person}`);
	await tell(person);
	expect((await ask()).floors[0]).toMatchObject({ people: 1, waiting: 0 });

	vaora.setClock('13:00:00');
	const { floors, people } = await ask();

	expect(floors[0]).toMatchObject({ people: 1, waiting: 1 });
	expect(people[0]).toMatchObject({ slotName: { vi: 'chiều' } });
	expect(people[0]).not.toHaveProperty('level');
});

test('a site nobody lies in has no floors; a floor that is not there is told', async () => {
	expect(await ask()).toEqual({ name: 'Ký túc xá', floors: [], people: [] });
	await expect(ask({ floor: '99' })).rejects.toMatchObject({ code: 'not-found', options: { field: 'floor' } });
});
