import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listInside, listToday } from '#logbook';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { addCafe, addDeclared, openVaora, type SignedIn, signIn } from '#test/people';
import { checkIn, listMine } from '#visits';

let platform: TestPlatform;
let manager: SignedIn;
let person: Awaited<ReturnType<typeof addDeclared>>;

let phones = 10;
const newPhone = () => `+849066600${phones++}`;
const start = '2026-11-24T08:00:00+07:00';
const at = (clock: string) => new Date(`2026-11-24T${clock}+07:00`).toISOString();
const setClock = (clock: string) => platform.clock.set(at(clock));

beforeAll(async () => {
	platform = await openVaora(start);
	manager = await signIn(platform, '+84906660001');
});
afterAll(() => platform.close());
beforeEach(async () => {
	platform.clock.set(start);
	person = await addDeclared(platform, newPhone());
});

const goIn = async (change: { place: string; person?: string }, by: SignedIn = person) =>
	call(platform, checkIn, await by.caller(), { id: newUuid(), person: person.personId, ...change });

describe('what a place sees', () => {
	test('is the day with masked names and how many came, were stopped and are inside', async () => {
		const { placeId } = await addCafe(platform, manager);
		await goIn({ place: placeId });
		const other = await addDeclared(platform, newPhone(), {
			symptoms: ['fever', 'pneumonia'],
			'symptoms-note': 'Sốt',
			'full-name': 'TRẦN VĂN ỔI',
		});
		setClock('08:10:00');
		await goIn({ place: placeId, person: other.personId }, other);
		setClock('08:20:00');

		const day = await call(platform, listToday, await manager.caller(), { place: placeId });
		const inside = await call(platform, listInside, await manager.caller(), { place: placeId });

		expect(day).toMatchObject({ day: '2026-11-24', entries: 1, stopped: 1, inside: 1 });
		const digits = (phone: string) => `0${phone.slice(3, 6)} ${phone.slice(6, 9)}`;
		expect(day.visits.map((one) => [one.maskedName, one.verdict, one.wasStopped])).toEqual([
			[`TRẦN VĂN *** (${digits(other.phone)} ***)`, 'red', true],
			[`NGUYỄN THỊ *** (${digits(person.phone)} ***)`, 'green', false],
		]);
		expect(inside).toMatchObject({ isWhole: true, visits: [{ person: person.personId }] });
		expect(JSON.stringify([day, inside])).not.toMatch(/BƯỞI|ỔI|001093|Quán Thánh/);
	});

	test('is nothing of yesterday, except who is still inside', async () => {
		const { placeId } = await addCafe(platform, manager);
		platform.clock.set('2026-11-24T23:50:00+07:00');
		await goIn({ place: placeId });
		platform.clock.set('2026-11-25T00:10:00+07:00');

		const day = await call(platform, listToday, await manager.caller(), { place: placeId });

		expect(day).toMatchObject({ day: '2026-11-25', entries: 0, stopped: 0, inside: 1, visits: [] });
		expect((await call(platform, listInside, await manager.caller(), { place: placeId })).visits).toHaveLength(1);
	});

	test('of a long day comes page by page, each visit once', async () => {
		const { placeId } = await addCafe(platform, manager);
		await platform.db.run(sql`insert into visits.visit (place_id, entered_at, person_id, visit_id, recorded_at, verdict)
			select ${placeId}, ${new Date(at('07:00:00'))}::timestamptz + make_interval(mins => n / 3), n, gen_random_uuid(), ${platform.clock.now()}, 0 from generate_series(1, 120) n`);

		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await call(platform, listToday, await manager.caller(), {
				place: placeId,
				...(cursor ? { cursor } : {}),
			});
			seen.push(...page.visits.map((one) => one.person));
			cursor = page.nextCursor;
		} while (cursor);

		expect(seen).toHaveLength(120);
		expect(new Set(seen).size).toBe(120);
	});
});

test('a person sees their own visits with the names of the places, and nobody else’s', async () => {
	await goIn({ place: (await addCafe(platform, manager)).placeId });
	setClock('09:00:00');
	await goIn({ place: (await addCafe(platform, manager)).placeId });

	const { visits: mine, keptDays } = await call(platform, listMine, await person.caller(), {});

	expect(keptDays).toBe(31);
	expect(mine.map((one) => [one.placeName, one.leftKnown])).toEqual([
		['Cà phê Hồ Tây', undefined],
		['Cà phê Hồ Tây', 'entered-elsewhere'],
	]);
	expect((await call(platform, listMine, await (await addDeclared(platform, newPhone())).caller(), {})).visits).toEqual(
		[],
	);
});
