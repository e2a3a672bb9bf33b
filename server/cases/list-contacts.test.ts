import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addCase, addPerson, addVisit, listLooks, openTracing, type Tracing } from '#test/tracing';
import { closeCase } from './close-case.ts';
import { listContacts } from './list-contacts.ts';

let tracing: Tracing;
let caseId: string;
let sick: string;
const met: string[] = [];
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, market } = tracing;
	sick = await addPerson(platform, { fullName: 'Bùi Văn Khỏe' });
	caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '21 10:00', until: '21 12:00' });
	for (let index = 0; index < 5; index++) {
		met.push(await addPerson(platform, { fullName: `Đỗ Thị Thứ ${index}`, phone: `+8498765432${index}` }));
		await addVisit(platform, { person: met[index]!, place: market, from: '21 10:00', until: `21 10:${50 - index}` });
	}
});
afterAll(() => tracing.platform.close());

test('a page shows masked names and how many there are in all', async () => {
	const page = await call(tracing.platform, listContacts, tracing.officer, { caseId, limit: 2 });

	expect(page.total).toBe(5);
	expect(page.contacts.map((one) => [one.person, one.maskedName, one.minutes])).toEqual([
		[met[0], 'Đỗ Thị *** (0987 654 ***)', 50],
		[met[1], 'Đỗ Thị *** (0987 654 ***)', 49],
	]);
	expect(page.visits).toMatchObject([{ placeName: 'Chợ Long Biên', contacts: 5 }]);
});

test('a page is a look at those who stand on it, and at nobody else but the case', async () => {
	const { platform, officer } = tracing;
	const first = await call(platform, listContacts, officer, { caseId, limit: 3 });
	const looksBefore = await Promise.all(met.map((one) => listLooks(platform, one)));

	await call(platform, listContacts, officer, { caseId, limit: 3, cursor: first.nextCursor });

	const looksAfter = await Promise.all(met.map((one) => listLooks(platform, one)));
	expect(looksAfter.map((looks, index) => looks.length - looksBefore[index]!.length)).toEqual([0, 0, 0, 1, 1]);
	expect(looksAfter[4]).toContainEqual({ operation: 'cases.list-contacts', purpose: null, case_id: caseId });
	expect((await listLooks(platform, sick)).map((look) => look.operation)).toContain('cases.list-contacts');
});

test.each(['strangeOfficer', 'analyst', 'administrator'] as const)('%s sees no list', async (who) => {
	const listing = call(tracing.platform, listContacts, tracing[who], { caseId });

	await expect(listing).rejects.toMatchObject({ code: 'not-allowed' });
});

test('the list of a closed case is closed too', async () => {
	const { platform, officer } = tracing;
	const other = await addCase(tracing, await addPerson(platform, { fullName: 'Cao Lan' }));
	await call(platform, closeCase, officer, { caseId: other, reason: 'finished' });

	await expect(call(platform, listContacts, officer, { caseId: other })).rejects.toMatchObject({
		code: 'case-closed',
	});
});
