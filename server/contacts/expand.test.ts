import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { issueOrder } from '#isolation';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, later, listLooks, openTracing, type Tracing } from '#test/tracing';
import { expand } from './expand.ts';
import { listRecorded } from './list-recorded.ts';
import { recordFound } from './record-found.ts';
import { review } from './review.ts';

let tracing: Tracing;
let caseId: string;
/** The case met `first` at the market on the 20th. */
let sick: string;
let first: string;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

beforeEach(async () => {
	const { platform, market } = tracing;
	await platform.db.run(sql`delete from visits.visit`);
	[sick, first] = [await person('Nguyễn Văn An'), await person('Lê Thị Một')];
	caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '20 08:00', until: '20 09:00' });
	await addVisit(platform, { person: first, place: market, from: '20 08:30', until: '20 10:00' });
});

const person = (fullName: string) => addPerson(tracing.platform, { fullName });
const visit = (person: string, place: string, from: string, until: string) =>
	addVisit(tracing.platform, { person, place, from, until });
const derive = async (level: 2 | 3) => {
	later(tracing.platform, 1);
	if (level === 2) await call(tracing.platform, recordFound, tracing.officer, { caseId });
	return call(tracing.platform, expand, tracing.officer, { caseId, level });
};
const list = async (level: number) =>
	(await call(tracing.platform, listRecorded, tracing.officer, { caseId, level })).contacts;
const personsOf = async (level: number) => (await list(level)).map((one) => one.person);

test('who shared a place with a contact after that met the case is an F2, through that contact', async () => {
	const second = await person('Trần Văn Hai');
	await visit(first, tracing.cafe, '22 08:00', '22 09:00');
	await visit(second, tracing.cafe, '22 08:15', '22 10:00');

	expect(await derive(2)).toEqual({ found: 1, added: 1, gone: 0 });

	const [one] = await list(2);
	const [f1] = await list(1);
	expect(one).toMatchObject({ person: second, level: 2, through: f1!.contactId, minutes: 45, state: 'found' });
	expect(one!.lastExposedAt).toBe('2026-11-22T02:00:00.000Z');
	const looks = await listLooks(tracing.platform, second);
	expect(looks.map((look) => look.operation)).toContain('contacts.expand');
});

test('a meeting the day before the contact met the case makes nobody an F2, one of the same day does', async () => {
	const [before, same] = [await person('Người Hôm Trước'), await person('Người Cùng Ngày')];
	await visit(first, tracing.cafe, '19 20:00', '19 23:59');
	await visit(before, tracing.cafe, '19 20:00', '19 23:59');
	await visit(first, tracing.cafe, '20 20:00', '20 21:00');
	await visit(same, tracing.cafe, '20 20:00', '20 21:00');

	await derive(2);

	expect(await personsOf(2)).toEqual([same]);
});

test('a contact in isolation meets nobody any more', async () => {
	const [before, after] = [await person('Người Trước Lệnh'), await person('Người Sau Lệnh')];
	const { platform, cafe, officer, areas } = tracing;
	await visit(first, cafe, '21 08:00', '21 09:00');
	await visit(before, cafe, '21 08:00', '21 09:00');
	await call(platform, issueOrder, officer, {
		...{ person: first, areaId: areas.baDinh.areaId, kind: 'home', disease: 'covid-19, F1', purpose: 'F1 của ca bệnh' },
		...{ decidedBy: 'Chủ tịch UBND phường', decisionNumber: '1/QĐ-UBND', fromOn: '2026-11-24', untilOn: '2026-12-08' },
	});
	const { clock } = platform;
	const isolated = clock.now();
	await visit(first, cafe, '24 09:00', '24 10:00');
	await visit(after, cafe, '24 09:00', '24 10:00');
	clock.set('2026-11-24T11:00:00+07:00');

	await derive(2);

	expect(await personsOf(2)).toEqual([before]);
	clock.set(isolated.toISOString());
});

test('the case and its contacts are no contacts of contacts, and who met two F1 is through whom they were with longest', async () => {
	const [other, second] = [await person('Lê Thị Khác'), await person('Trần Văn Hai')];
	await visit(other, tracing.market, '20 08:00', '20 08:20');
	await visit(sick, tracing.cafe, '21 08:00', '21 09:00');
	await visit(first, tracing.cafe, '21 08:00', '21 09:00');
	await visit(first, tracing.cafe, '22 08:00', '22 08:10');
	await visit(other, tracing.cafe, '22 12:00', '22 13:00');
	await visit(second, tracing.cafe, '22 08:00', '22 13:00');

	await derive(2);

	expect(await personsOf(2)).toEqual([second]);
	const f1 = await list(1);
	expect(f1.map((one) => one.person).sort()).toEqual([first, other].sort());
	expect((await list(2))[0]).toMatchObject({ minutes: 60, through: f1.find((one) => one.person === other)!.contactId });
});

test('F3 follow from F2 in the same way', async () => {
	const [second, third] = [await person('Trần Văn Hai'), await person('Phạm Thị Ba')];
	await visit(first, tracing.cafe, '21 08:00', '21 09:00');
	await visit(second, tracing.cafe, '21 08:00', '21 09:00');
	await visit(second, tracing.cafe, '22 08:00', '22 09:00');
	await visit(third, tracing.cafe, '22 08:00', '22 09:00');
	await derive(2);

	expect(await derive(3)).toEqual({ found: 1, added: 1, gone: 0 });

	expect(await personsOf(3)).toEqual([third]);
});

test('a dismissed contact leads to nobody: who was only found through them goes', async () => {
	const second = await person('Trần Văn Hai');
	await visit(first, tracing.cafe, '22 08:00', '22 09:00');
	await visit(second, tracing.cafe, '22 08:15', '22 10:00');
	await derive(2);
	const contactIds = (await list(1)).map((one) => one.contactId);
	await call(tracing.platform, review, tracing.officer, { caseId, contactIds, state: 'dismissed' });

	expect(await derive(2)).toEqual({ found: 0, added: 0, gone: 1 });
});

test('an F2 who turns out to have met the case becomes an F1 and keeps what was decided', async () => {
	const second = await person('Trần Văn Hai');
	await visit(first, tracing.cafe, '22 08:00', '22 09:00');
	await visit(second, tracing.cafe, '22 08:15', '22 10:00');
	await derive(2);
	const contactIds = (await list(2)).map((one) => one.contactId);
	await call(tracing.platform, review, tracing.officer, { caseId, contactIds, state: 'confirmed' });
	await visit(second, tracing.market, '20 08:00', '20 08:10');

	await derive(2);

	const one = (await list(1)).find((contact) => contact.person === second)!;
	expect(one).toMatchObject({ level: 1, state: 'confirmed', minutes: 10 });
	expect(one.through).toBeUndefined();
	expect(await personsOf(2)).toEqual([]);
});
