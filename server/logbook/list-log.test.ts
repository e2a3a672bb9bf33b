import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { listLog, searchLog } from '#logbook';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { type Door, openDoor } from '#test/door';
import { addCafe, addDeclared, moveTo, type SignedIn, signIn } from '#test/people';
import { checkIn, checkOut } from '#visits';

let door: Door;
let manager: SignedIn;
let place: string;
/** Who came, in their order. */
let mai: Visitor;
let tuyet: Visitor;
let red: Visitor;
type Visitor = Awaited<ReturnType<typeof addDeclared>>;

beforeAll(async () => {
	door = await openDoor();
	const { platform } = door;
	manager = await signIn(platform, '+84904440099');
	place = (await addCafe(platform, manager)).placeId;
	mai = await addDeclared(platform, door.newPhone(), {
		'full-name': 'NGUYỄN THỊ MAI',
		'document-number': '001187000123',
	});
	tuyet = await addDeclared(platform, door.newPhone(), { 'full-name': 'TRẦN ĐỨC TUYẾT' });
	red = await addDeclared(platform, door.newPhone(), {
		...{ 'full-name': 'LÊ VĂN ĐỎ', symptoms: ['fever', 'pneumonia'], 'symptoms-note': 'Sốt' },
	});
	await go(checkIn, mai, '08:10:00', { gate: 2 });
	await go(checkIn, tuyet, '08:20:00');
	await go(checkIn, red, '08:30:00');
	await go(checkOut, mai, '08:40:00');
});
afterAll(() => door.platform.close());

async function go(operation: typeof checkIn, who: Visitor, clock: string, change: object = {}) {
	door.setClock(clock);
	return call(door.platform, operation, await who.caller(), { id: newUuid(), place, person: who.personId, ...change });
}
const log = async (change: object = {}) => call(door.platform, listLog, await manager.caller(), { place, ...change });
const search = async (change: object) => call(door.platform, searchLog, await manager.caller(), { place, ...change });
const persons = ({ visits }: { visits: { person: string }[] }) => visits.map(({ person }) => person);

describe('the log', () => {
	test('of today has everybody, the newest first, masked', async () => {
		const today = await log();

		expect(today).toMatchObject({ day: '2026-11-24', firstDay: '2026-11-03' });
		expect(persons(today)).toEqual([red, tuyet, mai].map(({ personId }) => personId));
		expect(JSON.stringify(today)).not.toMatch(/MAI|TUYẾT|ĐỎ|001187/);
	});

	test.each([
		['a gate', { gate: 2 }, () => [mai]],
		['who is inside', { state: 'inside' }, () => [tuyet]],
		['who was stopped', { state: 'stopped' }, () => [red]],
		['who was noted leaving', { state: 'left' }, () => [mai]],
		['a leaving nobody noted', { state: 'inferred' }, () => []],
		['another day', { day: '2026-11-23' }, () => []],
	] as [string, object, () => Visitor[]][])('is filtered by %s', async (_what, filter, found) => {
		expect(persons(await log(filter))).toEqual(found().map(({ personId }) => personId));
	});

	test('begins 21 days ago and ends today', async () => {
		expect(await log({ day: '2026-11-03' })).toMatchObject({ visits: [] });
		for (const day of ['2026-11-02', '2026-11-25'])
			await expect(log({ day })).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'day' } });
	});

	test('has as many days as the rule in force says', async () => {
		const { platform } = door;
		await platform.db.run(sql`insert into visits.rule (version, closes_elsewhere, keep_days, log_days, valid_from, decision)
			values (2, true, 31, 7, ${new Date('2026-11-24T09:00:00+07:00')}, 'Thử')`);
		door.setClock('09:00:30');

		expect(await log()).toMatchObject({ firstDay: '2026-11-17' });
		await expect(log({ day: '2026-11-16' })).rejects.toMatchObject({ code: 'invalid-input' });

		await platform.db.run(sql`delete from visits.rule where version = 2`);
		door.setClock('09:01:30');
		expect(await log()).toMatchObject({ firstDay: '2026-11-03' });
	});

	test('comes page by page, each visit once, also filtered', async () => {
		const { placeId } = await addCafe(door.platform, manager);
		await door.platform.db.run(sql`insert into visits.visit (place_id, entered_at, person_id, visit_id, recorded_at, verdict, gate)
			select ${placeId}, ${new Date('2026-11-24T07:00:00+07:00')}::timestamptz + make_interval(mins => n / 3), n,
				gen_random_uuid(), ${door.platform.clock.now()}, 0, 1 + n % 2 from generate_series(1, 240) n`);
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await log({ place: placeId, gate: 2, ...(cursor ? { cursor } : {}) });
			seen.push(...persons(page));
			cursor = page.nextCursor;
		} while (cursor);

		expect(seen).toHaveLength(120);
		expect(new Set(seen).size).toBe(120);
	});
});

describe('a search', () => {
	test('finds somebody by their whole phone or document number, however it is written', async () => {
		const local = `0${mai.phone.slice(3)}`;
		for (const number of [local, mai.phone, local.replace(/(\d{4})(\d{3})/, '$1 $2 '), '0011 8700 0123'])
			expect(persons(await search({ number }))).toEqual([mai.personId]);
	});

	test('by part of a number finds nobody, and neither does one of somebody who was never here', async () => {
		const elsewhere = await addDeclared(door.platform, door.newPhone());
		for (const number of [mai.phone.slice(-6), '001187', elsewhere.phone])
			expect(await search({ number })).toEqual({ visits: [], isWhole: true });
	});

	test('by the visible part of a name needs no diacritics', async () => {
		expect(persons(await search({ name: 'tran duc' }))).toEqual([tuyet.personId]);
		expect(persons(await search({ name: 'Thị' }))).toEqual([mai.personId]);
	});

	test.each(['Tuyết', 'MAI', '***', '0904'])('by what is hidden or no name (%s) finds nobody', async (name) => {
		expect(await search({ name })).toEqual({ visits: [], isWhole: true });
	});

	test('by a name is of one day', async () => {
		expect(await search({ name: 'Trần', day: '2026-11-23' })).toMatchObject({ visits: [] });
		await expect(search({ name: 'Trần', day: '2026-11-02' })).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test.each([
		['nothing to look for', {}, 'number'],
		['both at once', { name: 'Trần', number: '0904440001' }, 'number'],
		['one letter', { name: 'T' }, 'name'],
		['letters nobody sees', { name: '\u200b ' }, 'name'],
	])('with %s is refused', async (_what, input, field) => {
		await expect(search(input)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});

	test('is told to whoever is found, and recorded when nobody is', async () => {
		await moveTo(door.platform, '2026-11-24T12:00:00+07:00');
		await search({ number: mai.phone });
		await search({ number: '0999999999' });

		const { looks } = await call(door.platform, listMyLooks, await mai.caller(), {});
		expect(looks[0]).toMatchObject({ what: { en: expect.stringContaining('searched its log for you') } });
		expect(
			await door.platform.db.rows(sql`select persons from audit.entry
				where operation = 'logbook.search-log' and at = ${door.platform.clock.now()} order by persons`),
		).toEqual([{ persons: 0 }, { persons: 1 }]);
	});

	test('is not for trying out numbers', async () => {
		const trying = async () => {
			for (let tries = 0; tries < 70; tries++) await search({ number: '0999999998' });
		};

		await expect(trying()).rejects.toMatchObject({ code: 'too-many-requests' });
	});
});
