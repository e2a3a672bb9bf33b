import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPlaceByCode } from '#places';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { cancel, exportPlaces, listFaults, registrations } from '#registrations';
import { addChain, shops } from '#test/chain';
import type { TestPlatform } from '#test/database';
import { openVaora, signIn } from '#test/people';

let platform: TestPlatform;
let chain: Awaited<ReturnType<typeof addChain>>;

beforeAll(async () => {
	platform = await openVaora();
	chain = await addChain(platform, '+84912345678');
});
afterAll(() => platform.close());

describe('a registration', () => {
	test('makes each row a place of its manager, with its gates, codes and controllers', async () => {
		const guard = await signIn(platform, '+84987654321');
		const rows = shops(2, (index) => (index ? {} : { 6: 'Cổng chính; Cổng sau', 7: '0987 654 321' }));
		const { registration } = await chain.send(rows);

		await chain.begin(registration);
		await chain.work(registration);

		expect(await chain.stateOf(registration)).toMatchObject({ state: 'done', rows: { registered: 2 } });
		const [first, second] = await chain.placesOf(registration);
		const { roles } = (await chain.caller()).actor as { roles: { place?: string }[] };
		expect(roles).toEqual(
			expect.arrayContaining([first, second].map((place) => ({ name: 'manager', place: place!.place_id }))),
		);
		expect((await guard.caller()).actor).toMatchObject({ roles: [{ name: 'controller', place: first!.place_id }] });
		const { csv, rows: gates } = await call(platform, exportPlaces, await chain.caller(), { registration });
		expect(gates).toBe(3);
		const code = /Cổng sau,([\w-]+)/.exec(csv)![1]!;
		expect(await findPlaceByCode(platform.db, code)).toMatchObject({
			placeId: first!.place_id,
			gate: 2,
			state: 'good',
		});
	});

	test('with faults registers nothing unless the good rows are asked for', async () => {
		const { registration } = await chain.send(shops(3, (index) => (index ? {} : { 2: 'Tàu' })));

		await expect(chain.begin(registration)).rejects.toMatchObject({ code: 'registration-has-faults' });
		await chain.begin(registration, 'leave-out');
		await chain.work(registration);

		expect((await chain.placesOf(registration)).map(({ number }) => number)).toEqual([3, 4]);
	});

	test.each([0, 1, 2])('killed after %i of its transactions goes on and registers nothing twice', async (whole) => {
		const { registration } = await chain.send(shops(450));
		await chain.begin(registration);

		await expect(chain.work(registration, killedAfter(whole))).rejects.toThrow('killed');
		expect(await chain.placesOf(registration)).toHaveLength(whole * 200);
		await chain.work(registration);
		await chain.work(registration);

		const places = await chain.placesOf(registration);
		expect(new Set(places.map(({ place_id }) => place_id)).size).toBe(450);
		expect(places.map(({ number }) => number)).toEqual(Array.from({ length: 450 }, (_none, index) => index + 2));
	});

	test('is taken up again a minute after its server was killed, and not before', async () => {
		const { registration } = await chain.send(shops(2));
		await chain.begin(registration);
		const resume = registrations.jobs!.find(({ name }) => name === 'registrations.resume')!;
		const later = (seconds: number) => new Date(platform.clock.now().getTime() + seconds * 1_000);

		await resume.run(platform, later(59), undefined);
		expect(await chain.placesOf(registration)).toHaveLength(0);
		await resume.run(platform, later(61), undefined);

		expect(await chain.placesOf(registration)).toHaveLength(2);
	});

	test('of two runs at once registers nothing twice', async () => {
		const { registration } = await chain.send(shops(600));
		await chain.begin(registration);

		await Promise.all([chain.work(registration), chain.work(registration)]);

		expect(await chain.placesOf(registration)).toHaveLength(600);
	});

	test('of a file sent twice knows the places by their own codes', async () => {
		const rows = shops(3);
		const first = await chain.send(rows);
		const second = await chain.send(rows);
		await chain.begin(first.registration);
		await chain.work(first.registration);
		const third = await chain.send([...rows, ...shops(1)]);

		expect(third.report.rows).toMatchObject({ good: 1, known: 3 });
		await chain.begin(second.registration);
		await chain.work(second.registration);
		expect(await chain.placesOf(second.registration)).toEqual([]);
		expect(await chain.stateOf(second.registration)).toMatchObject({ state: 'done', rows: { registered: 0 } });
	});

	test('leaves out a row whose kind of place was taken away meanwhile, and says so', async () => {
		const { registration } = await chain.send(shops(5, (index) => (index === 2 ? { 2: 'Chợ' } : {})));
		await platform.db.run(sql`update places.place set type = 'other' where type = 'market'`);
		await platform.db.run(sql`delete from places.place_type where type = 'market'`);
		await chain.begin(registration);

		await chain.work(registration);

		expect(await chain.stateOf(registration)).toMatchObject({ state: 'done', rows: { registered: 4, faulty: 1 } });
		const { rows: told } = await call(platform, listFaults, await chain.caller(), { registration });
		expect(told).toMatchObject([{ row: 4, faults: [{ text: { en: expect.stringContaining('no longer valid') } }] }]);
	});

	test('that was stopped registers no more and keeps what it has', async () => {
		const { registration } = await chain.send(shops(450));
		await chain.begin(registration);
		await expect(chain.work(registration, killedAfter(1))).rejects.toThrow('killed');

		await call(platform, cancel, await chain.caller(), { registration });
		await chain.work(registration);

		expect(await chain.placesOf(registration)).toHaveLength(200);
		expect(await chain.stateOf(registration)).toMatchObject({ state: 'cancelled' });
		await expect(chain.begin(registration)).rejects.toMatchObject({ code: 'conflict' });
	});
});

/** An installation whose process ends in the middle of a transaction, after some that were whole. */
function killedAfter(whole: number): Platform {
	let begun = 0;
	const { db } = platform;
	return {
		...platform,
		db: {
			...db,
			transaction: (work, last) =>
				db.transaction(async (inside) => {
					const result = await work(inside);
					if (begun++ === whole) throw new Error('killed');
					return result;
				}, last),
		},
	};
}
