import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { listMyLooks } from '#audit';
import { listNotLeft } from '#logbook';
import { changePlace } from '#places';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { type Door, openDoor } from '#test/door';
import { addCafe, addDeclared, moveTo, type SignedIn, signIn } from '#test/people';
import { checkIn, checkOut, closeNotLeft } from '#visits';

let door: Door;
let manager: SignedIn;
let place: string;
beforeAll(async () => {
	door = await openDoor();
	manager = await signIn(door.platform, '+84904440099');
});
afterAll(() => door.platform.close());
beforeEach(async () => {
	const { platform } = door;
	door.setClock('08:00:00');
	place = (await addCafe(platform, manager)).placeId;
	const { areaId: area } = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!;
	const particulars = { name: 'Cà phê Đêm', type: 'cafe', area, address: '1 Hàng Than', usualStayMinutes: 240 };
	await call(platform, changePlace, await manager.caller(), { place, ...particulars, closesAt: '21:30' });
});

type Visitor = Awaited<ReturnType<typeof addDeclared>>;
async function comeAt(clock: string): Promise<Visitor> {
	door.setClock('08:00:00');
	const who = await addDeclared(door.platform, door.newPhone());
	door.setClock(clock);
	await call(door.platform, checkIn, await who.caller(), { id: newUuid(), place, person: who.personId });
	return who;
}
const leave = async (who: Visitor) =>
	call(door.platform, checkOut, await who.caller(), { id: newUuid(), place, person: who.personId });
const list = async () => call(door.platform, listNotLeft, await manager.caller(), { place });
const close = async (at: 'closing-time' | 'now', visits?: string[]) =>
	call(door.platform, closeNotLeft, await manager.caller(), { place, at, ...(visits ? { visits } : {}) });
const stayOf = async ({ personId }: Visitor) =>
	door.platform.db.one(sql<{ left_at: Date | null; left_known: number }>`
		select left_at, left_known from visits.visit where person_id = ${personId} and place_id = ${place}`);
const closing = new Date('2026-11-24T21:30:00+07:00');

test('after closing time those who came before it and were not noted leaving are closed at it, and nobody else', async () => {
	const gone = await comeAt('20:00:00');
	door.setClock('21:00:00');
	await leave(gone);
	const forgot = await comeAt('21:29:00');
	const owner = await comeAt('21:31:00');
	door.setClock('22:00:00');

	expect(await list()).toMatchObject({ closedAt: closing.toISOString(), total: 2, sinceClosing: 1 });
	expect(await close('closing-time')).toEqual({ closed: 1 });

	expect(await stayOf(forgot)).toEqual({ left_at: closing, left_known: 3 });
	expect(await stayOf(gone)).toEqual({ left_at: new Date('2026-11-24T21:00:00+07:00'), left_known: 0 });
	expect(await stayOf(owner)).toMatchObject({ left_at: null });
	expect(await close('closing-time')).toEqual({ closed: 0 });
});

test('a minute before closing the day before counts', async () => {
	await comeAt('20:00:00');
	door.setClock('21:29:00');

	expect(await list()).toMatchObject({ closedAt: '2026-11-23T14:30:00.000Z', total: 1, sinceClosing: 0 });
	expect(await close('closing-time')).toEqual({ closed: 0 });
});

test('only the chosen ones are closed, now; another place’s visit cannot be chosen', async () => {
	const [one, other] = [await comeAt('20:00:00'), await comeAt('20:01:00')];
	const strange = await addDeclared(door.platform, door.newPhone());
	const { visitId } = await call(door.platform, checkIn, await strange.caller(), {
		...{ id: newUuid(), place: door.elsewhere, person: strange.personId },
	});
	door.setClock('20:30:00');
	const [first] = (await list()).visits;

	expect(await close('now', [first!.visitId, visitId])).toEqual({ closed: 1 });

	expect(await stayOf(one)).toMatchObject({ left_at: new Date('2026-11-24T20:30:00+07:00'), left_known: 3 });
	expect(await stayOf(other)).toMatchObject({ left_at: null });
});

test('somebody who leaves later after all is recorded at their own time', async () => {
	const late = await comeAt('21:00:00');
	door.setClock('21:35:00');
	await close('closing-time');
	door.setClock('21:50:00');

	expect(await leave(late)).toMatchObject({ leftKnown: 'recorded', isRepeat: false });

	expect(await stayOf(late)).toEqual({ left_at: new Date('2026-11-24T21:50:00+07:00'), left_known: 0 });
});

test('those closed read that the place did it, and why', async () => {
	const forgot = await comeAt('20:00:00');
	door.setClock('22:00:00');
	await close('now');

	const { looks } = await call(door.platform, listMyLooks, await forgot.caller(), {});

	expect(looks[0]).toMatchObject({ purpose: 'in-out-control', what: { en: expect.stringContaining('had left') } });
});

test('over midnight yesterday’s visitors are still listed, the next noon nobody older than a day is', async () => {
	await comeAt('23:50:00');
	await moveTo(door.platform, '2026-11-25T00:10:00+07:00');
	expect(await list()).toMatchObject({ total: 1, sinceClosing: 0 });
	await moveTo(door.platform, '2026-11-25T23:51:00+07:00');
	expect(await list()).toMatchObject({ total: 0 });
});

describe('a place that never closes', () => {
	test('has no closing time to close at', async () => {
		const { placeId } = await addCafe(door.platform, manager);
		const closing = call(door.platform, closeNotLeft, await manager.caller(), { place: placeId, at: 'closing-time' });

		await expect(closing).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'at' } });
		expect(await call(door.platform, listNotLeft, await manager.caller(), { place: placeId })).toEqual({
			...{ total: 0, sinceClosing: 0, visits: [] },
		});
	});
});
