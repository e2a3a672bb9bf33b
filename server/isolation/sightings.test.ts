import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { countSightings, handleSighting, isolation, listSightings, revealPerson } from '#isolation';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { at } from '#test/door';
import { addDeclared } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { recordBatch } from '#visits';
import { endCordon } from '#zones';

let door: Restrictions;

beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(async () => {
	await door.nextPerson();
	await door.platform.db.run(sql`delete from isolation.sighting`);
});

const list = (who: 'ward' | 'country' | 'nextDoor', input: object = {}) =>
	call(door.platform, listSightings, door.callers[who], { limit: 100, ...input });
const count = async (who: Caller) => (await call(door.platform, countSightings, who, {})).open;
const handle = (sightingId: string, note = 'Đã gọi, đã về nhà', who = door.callers.country) =>
	call(door.platform, handleSighting, who, { sightingId, note });

describe('somebody in isolation who goes in or is stopped', () => {
	test('is seen once for each visit, sent again or not, alone or in a batch', async () => {
		await door.order();
		const id = newUuid();
		const events = [
			{ id, direction: 'in' as const, person: door.person.personId, at: at('08:00:00'), gate: 2 },
			{ id: newUuid(), direction: 'in' as const, person: door.person.personId, at: at('08:05:00'), overrule: true },
			{ id: newUuid(), direction: 'out' as const, person: door.person.personId, at: at('08:15:00') },
		];
		door.setClock('08:20:00');
		const send = async () =>
			call(door.platform, recordBatch, await door.controller.caller(), { place: door.place, events });

		await Promise.all([send(), send(), send()]);
		await send();
		await door.goIn({ id, at: at('08:00:00'), gate: 2 }, door.controller);

		const common = { place_id: door.place, restriction: 'isolation', noted_by: 'controller', verdict: 'red' };
		expect(await door.sightings()).toMatchObject([
			{ ...common, visit_id: id, gate: 2, was_let_in: false, seen_at: new Date(at('08:00:00')) },
			{ ...common, visit_id: events[1]!.id, gate: 1, was_let_in: true, seen_at: new Date(at('08:05:00')) },
		]);
	});

	test('is seen by the officers of the managing area and those above, with a masked name', async () => {
		await door.order();
		await door.goIn();

		const { sightings } = await list('ward');

		expect(sightings).toMatchObject([
			{
				...{ person: door.person.personId, placeName: 'Cà phê Hồ Tây', gate: 1, restriction: 'isolation' },
				...{ seenAt: at('08:00:00'), isLate: false, wasLetIn: false, notedBy: 'visitor', verdict: 'red' },
				maskedName: expect.stringMatching(/^NGUYỄN THỊ \*\*\*/),
			},
		]);
		expect((await list('country')).sightings).toEqual(sightings);
		expect((await list('nextDoor')).sightings).toEqual([]);
		expect([await count(door.callers.ward), await count(door.callers.nextDoor)]).toEqual([1, 0]);
	});

	test('is marked as late when a gate without a network tells more than five minutes later', async () => {
		await door.order();
		door.setClock('08:30:00');
		const tell = (clock: string) => door.goIn({ at: at(clock) }, door.controller);

		await tell('08:25:00');
		await tell('08:24:59');

		const { sightings } = await list('ward');
		expect(sightings.map(({ seenAt, isLate }) => [seenAt, isLate])).toEqual([
			[at('08:25:00'), false],
			[at('08:24:59'), true],
		]);
	});

	test('is told to each area that ordered something of them', async () => {
		const change = { areaId: door.areas.hoanKiem.areaId };
		await door.order(change, door.callers.nextDoor);
		const cordonId = await door.cordon({ from: at('08:00:00') });

		await door.goIn();

		expect((await list('nextDoor')).sightings.map(({ restriction }) => restriction)).toEqual(['isolation']);
		expect((await list('ward')).sightings.map(({ restriction }) => restriction)).toEqual(['cordon']);
		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '99/QĐ-UBND' });
	});

	test('and a place that does not exist has seen nobody', async () => {
		await door.order();

		await expect(door.goIn({ place: '123456789' })).rejects.toMatchObject({ code: 'place-not-found' });
		expect(await door.sightings()).toEqual([]);
	});
});

describe('an officer', () => {
	test('marks a sighting with those before it as handled: who, when and what was done', async () => {
		await door.order();
		for (const clock of ['08:00:00', '08:10:00', '08:20:00']) {
			door.setClock(clock);
			await door.goIn();
		}
		const [newest, second] = (await list('ward')).sightings;
		door.setClock('08:30:00');

		expect(await handle(second!.sightingId, 'Đã gọi, đã về nhà', door.callers.ward)).toEqual({ handled: 2 });

		expect((await list('ward')).sightings.map(({ sightingId }) => sightingId)).toEqual([newest!.sightingId]);
		const handled = (await list('ward', { state: 'handled' })).sightings.filter(
			({ person }) => person === door.person.personId,
		);
		expect(handled).toHaveLength(2);
		expect(handled[0]).toMatchObject({ handledAt: at('08:30:00'), handledBy: 'CDC', note: 'Đã gọi, đã về nhà' });
		await expect(handle(second!.sightingId)).rejects.toMatchObject({ code: 'already-ended' });
	});

	test('reads the whole name for a purpose, and the person reads who did', async () => {
		await door.order();
		await door.goIn();
		const { sightingId } = (await list('ward')).sightings[0]!;
		const reveal = (purpose: string) => call(door.platform, revealPerson, door.callers.ward, { sightingId, purpose });

		expect(await reveal('Gọi về nơi cách ly')).toMatchObject({
			fullName: 'NGUYỄN THỊ BƯỞI',
			phone: door.person.phone,
			address: '12 phố Quán Thánh, Phường Ba Đình, Thành phố Hà Nội',
		});
		await expect(reveal('')).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'purpose' } });
		const { looks } = await call(door.platform, listMyLooks, await door.person.caller(), {});
		expect(looks.map(({ purpose, authority }) => [authority, purpose])).toContainEqual(['CDC', 'Gọi về nơi cách ly']);
	});

	test('turns the pages, each sighting once', async () => {
		await door.order();
		for (let minute = 10; minute < 15; minute++) {
			door.setClock(`08:${minute}:00`);
			await door.goIn();
		}

		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await list('ward', { limit: 2, ...(cursor ? { cursor } : {}) });
			seen.push(...page.sightings.map(({ seenAt }) => seenAt));
			cursor = page.nextCursor;
		} while (cursor);

		expect(seen).toEqual(['14', '13', '12', '11', '10'].map((minute) => at(`08:${minute}:00`)));
	});
});

test('a sighting is forgotten when the rule says, and not a day before', async () => {
	await door.order();
	await door.goIn();
	const person = door.person.personId;
	await door.goIn({ person: (await addDeclared(door.platform, door.newPhone())).personId }, door.controller);
	const run = (time: string) => isolation.jobs![0]!.run(door.platform, new Date(time), undefined);

	await run('2026-12-25T23:59:59+07:00');
	expect(await door.sightings(person)).toHaveLength(1);
	await run('2026-12-26T00:00:00+07:00');
	expect(await door.sightings(person)).toEqual([]);
});
