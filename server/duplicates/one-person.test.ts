import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOpenCaseRow } from '#cases';
import { addTold, expand, findContacts, listRecorded, recordFound, review } from '#contacts';
import { addAlias, endAlias } from '#identity';
import { listMine, messages, queueMessages, sendDue } from '#messages';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, caller, later, openTracing, type Tracing } from '#test/tracing';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
	await messages.prepare!(tracing.platform);
});
afterAll(() => tracing.platform.close());

const person = (fullName: string) => addPerson(tracing.platform, { fullName });

/** Two records turn out to be one person; gives what undoes it. */
async function merge(gone: string, stays: string): Promise<() => Promise<number>> {
	const { db, clock } = tracing.platform;
	const mergeId = newId();
	await addAlias(db, { personId: gone, staysId: stays, mergeId, now: clock.now() });
	return () => endAlias(db, mergeId, clock.now());
}

/** A case at the market and, under another id, at the café; somebody at both, under an id for each. */
async function addTwice() {
	const { platform, market, cafe } = tracing;
	await platform.db.run(sql`delete from visits.visit`);
	const [sick, sickCard] = [await person('Nguyễn Văn An'), await person('NGUYEN VAN AN')];
	const [friend, friendCard] = [await person('Lê Thị Bình'), await person('LE THI BINH')];
	const caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '20 08:00', until: '20 09:00' });
	await addVisit(platform, { person: sickCard, place: cafe, from: '21 08:00', until: '21 09:00' });
	await addVisit(platform, { person: friend, place: market, from: '20 08:00', until: '20 08:30' });
	await addVisit(platform, { person: friendCard, place: cafe, from: '21 08:00', until: '21 08:20' });
	return { caseId, sick, sickCard, friend, friendCard };
}

const found = async (caseId: string) =>
	(await call(tracing.platform, findContacts, tracing.officer, { caseId })).contacts.map((one) => [
		one.person,
		one.minutes,
	]);

test('a case is traced under all ids of its person, and who was met under two is one contact; undone, all is as before', async () => {
	const { caseId, sick, sickCard, friend, friendCard } = await addTwice();
	expect(await found(caseId)).toEqual([[friend, 30]]);

	const undo = [await merge(sickCard, sick), await merge(friendCard, friend)];
	expect(await found(caseId)).toEqual([[friend, 50]]);

	for (const one of undo) await one();
	expect(await found(caseId)).toEqual([[friend, 30]]);
});

test('who was decided about under an id that went stays that one contact', async () => {
	const { caseId, sick, sickCard, friend, friendCard } = await addTwice();
	const { platform, officer } = tracing;
	await call(platform, recordFound, officer, { caseId });
	const list = async () => (await call(platform, listRecorded, officer, { caseId })).contacts;
	const [contact] = await list();
	await call(platform, review, officer, { caseId, contactIds: [contact!.contactId], state: 'confirmed' });

	await merge(sickCard, sick);
	await merge(friend, friendCard);
	later(platform, 1);
	expect(await call(platform, recordFound, officer, { caseId })).toMatchObject({ found: 1, added: 0 });

	expect(await list()).toMatchObject([
		{ contactId: contact!.contactId, person: friend, state: 'confirmed', minutes: 50 },
	]);
});

test('nobody is a contact of those they are nearer to under another id: the case is none of its own contacts', async () => {
	const { caseId, sick, sickCard, friend, friendCard } = await addTwice();
	const { platform, officer } = tracing;
	// The case and its contact began under the ids that go.
	await call(platform, recordFound, officer, { caseId });
	await merge(sick, sickCard);
	await merge(friend, friendCard);

	expect(await call(platform, expand, officer, { caseId, level: 2 })).toMatchObject({ found: 0 });
});

test('somebody is told once, and reads it whichever of their records they signed up with', async () => {
	const { platform } = tracing;
	const { db, clock } = platform;
	const [card, declared] = [await person('Trần Văn Cả'), await person('TRAN VAN CA')];
	await merge(card, declared);
	const told = (personId: string) => ({
		...{ personId, key: 'alert 1', kind: 'alert' as const, sourceId: '1', areaPath: '1' },
		...{ text: { vi: 'Hãy ở nhà', en: 'Stay at home' }, channel: 'app' as const },
		expiresAt: new Date(clock.now().getTime() + 3_600_000),
	});

	expect(await db.transaction((inside) => queueMessages(inside, [told(card), told(declared)], clock.now()))).toBe(1);
	await sendDue(platform);

	for (const own of [card, declared]) {
		const account = caller({ kind: 'account', id: newId(), session: '1', persons: [own], roles: [] });
		const { messages: read } = await call(platform, listMine, account, {});
		expect(read.map((one) => [one.person, one.text.vi])).toEqual([[own, 'Hãy ở nhà']]);
	}
});

test('a case opened for either record is the one that is open; parted, each may have one', async () => {
	const [card, declared] = [await person('Trần Văn Cả'), await person('TRAN VAN CA')];
	const caseId = await addCase(tracing, card);

	const undo = await merge(card, declared);
	expect(await addCase(tracing, declared)).toBe(caseId);
	expect(await addCase(tracing, card)).toBe(caseId);

	await undo();
	expect(await addCase(tracing, declared)).not.toBe(caseId);
});

test('whom a case tells of is the contact they are already, whichever record has the phone that was told', async () => {
	const { platform, officer } = tracing;
	const { caseId, friend, friendCard } = await addTwice();
	await call(platform, recordFound, officer, { caseId });
	await merge(friend, friendCard);
	const row = await getOpenCaseRow(platform.db, caseId);

	const told = await addTold(platform.db, row, { personId: friendCard, metOn: '2026-11-22' }, platform.clock.now());

	const { contacts } = await call(platform, listRecorded, officer, { caseId });
	expect(contacts).toMatchObject([{ contactId: told, person: friend }]);
});
