import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAlias, endAlias } from '#identity';
import { sql } from '#platform/sql';
import { openTracing, type Tracing } from '#test/tracing';
import { type ExposureRule, findExposed, findManyExposed } from './exposed.ts';
import { wholeMinutes } from './shared-time.ts';
import type { TimeTogether } from './time-together.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const start = Date.parse('2026-11-20T00:00:00+07:00');
const minute = 60_000;
const usualStay = { café: 90, market: 60 };

/** A visit in whole minutes after the start; without `stay` nobody noted the leaving. */
interface Visit {
	person: number;
	place: keyof typeof usualStay;
	enters: number;
	stay?: number;
	gate: number;
	trip?: number;
	seat?: string;
}

const anyVisit: fc.Arbitrary<Visit> = fc.record(
	{
		person: fc.constantFrom(1, 1, 2, 3, 4, 5),
		place: fc.constantFrom('café' as const, 'market' as const),
		enters: fc.integer({ min: -700, max: 1_500 }),
		stay: fc.integer({ min: 0, max: 1_440 }),
		gate: fc.integer({ min: 1, max: 2 }),
		trip: fc.integer({ min: 1, max: 2 }),
		seat: fc.constantFrom('1A', '2B', '4', 'giường 5', 'B07', 'cuối, xe'),
	},
	{ requiredKeys: ['person', 'place', 'enters', 'gate'] },
);

const anyRule: fc.Arbitrary<ExposureRule> = fc.record(
	{
		minutesMin: fc.constantFrom(0, 1, 15, 60),
		withinHours: fc.constantFrom(1, 4, 24),
		seatRows: fc.integer({ min: 0, max: 3 }),
		sameGate: fc.boolean(),
		sameTrip: fc.boolean(),
	},
	{ requiredKeys: ['minutesMin', 'sameGate', 'sameTrip'] },
);

/**
 * Who met the person 1 within [from, until), by counting minutes one by one: slow, and nothing in common with the search but
 * the words of the rule. Returns the minutes of each.
 */
function bruteForce(visits: Visit[], rule: ExposureRule, [from, until]: [number, number]): Record<number, number> {
	const isHere = (one: Visit, at: number) => at >= one.enters && at < one.enters + (one.stay ?? usualStay[one.place]);
	const rows = { '1A': 1, '2B': 2, '4': 4, 'giường 5': 5, B07: 7 } as Record<string, number | undefined>;
	const apart = (one: Visit, other: Visit) => Math.abs((rows[one.seat ?? ''] ?? NaN) - (rows[other.seat ?? ''] ?? NaN));
	const counts = (own: Visit, other: Visit) =>
		!(rule.sameGate && own.gate !== other.gate) &&
		!(rule.sameTrip && own.trip && other.trip && own.trip !== other.trip) &&
		!(rule.seatRows !== undefined && apart(own, other) > rule.seatRows);
	const found: Record<number, number> = {};
	for (const person of [2, 3, 4, 5])
		for (const place of ['café', 'market']) {
			const together: boolean[] = [];
			for (let at = from; at < until; at++) {
				const here = visits.filter((one) => one.place === place && isHere(one, at));
				const own = here.filter((one) => one.person === 1);
				const other = here.filter((one) => one.person === person);
				together.push(own.some((one) => other.some((two) => counts(one, two))));
			}
			const width = (rule.withinHours ?? 1_000) * 60;
			let [most, lately] = [0, 0];
			for (const [minute, isTogether] of together.entries()) {
				lately += Number(isTogether) - Number(together[minute - width] ?? false);
				most = Math.max(most, lately);
			}
			const all = together.filter(Boolean).length;
			if (all && most >= rule.minutesMin) found[person] = (found[person] ?? 0) + all;
		}
	return found;
}

const byPerson = (one: { person: string }, other: { person: string }) => Number(one.person) - Number(other.person);
const toTime = ({ person, milliseconds, firstAt, lastAt }: TimeTogether) => ({ person, milliseconds, firstAt, lastAt });

const anyVisits = fc.uniqueArray(anyVisit, {
	minLength: 5,
	maxLength: 14,
	selector: (one) => `${one.person} ${one.place} ${one.enters}`,
});
const anyWindow = fc.tuple(fc.integer({ min: -100, max: 500 }), fc.integer({ min: 600, max: 2_500 }));

/** Nothing but these visits. */
async function store(all: readonly Visit[]): Promise<void> {
	const { platform, cafe, market } = tracing;
	const { db } = platform;
	const places = { café: cafe, market };
	await db.run(sql`update places.place set usual_stay_minutes = ${usualStay.café} where place_id = ${cafe}`);
	await db.run(sql`update places.place set usual_stay_minutes = ${usualStay.market} where place_id = ${market}`);
	await db.run(sql`delete from visits.visit`);
	for (const { person, place, enters, stay, gate, trip, seat } of all) {
		const enteredAt = new Date(start + enters * minute);
		const leftAt = stay === undefined ? null : new Date(enteredAt.getTime() + stay * minute);
		await db.run(sql`insert into visits.visit
			(place_id, entered_at, person_id, left_at, visit_id, recorded_at, verdict, gate, trip_id, seat)
			values (${places[place]}, ${enteredAt}, ${person}, ${leftAt}, ${randomUUID()}, ${enteredAt}, 0, ${gate},
				${trip ?? null}, ${seat ?? null})`);
	}
}

/** Whom a search finds, by both ways it can be asked, with the minutes of each. */
async function search(personId: string, rule: ExposureRule, [from, until]: [number, number]) {
	const { db } = tracing.platform;
	const window = { from: new Date(start + from * minute), until: new Date(start + until * minute) };
	const searched = { personId, rule, ...window };
	const [found] = await db.transaction((inside) => findExposed(inside, [searched]));
	const times: TimeTogether[] = [];
	await db.transaction((inside) => findManyExposed(inside, [searched], (one) => void times.push(...one)));
	expect(times.sort(byPerson)).toEqual(found!.met.map(toTime).sort(byPerson));
	return Object.fromEntries(found!.met.map((one) => [one.person, wholeMinutes(one)]));
}

test('the search finds exactly whom counting every minute finds, under any rule', async () => {
	let met = 0;

	await fc.assert(
		fc.asyncProperty(anyVisits, anyRule, anyWindow, async (all, rule, window) => {
			await store(all);

			const minutes = await search('1', rule, window);

			met += Object.keys(minutes).length;
			expect(minutes).toEqual(bruteForce(all, rule, window));
		}),
		{ numRuns: 100, seed: 11 },
	);
	expect(met).toBeGreaterThan(60);
});

/** Into whom each of the people 2 to 5 was merged: a smaller number, or nobody. */
const anyMerges = fc.tuple(
	...[2, 3, 4, 5].map((person) => fc.option(fc.integer({ min: 1, max: person - 1 }), { nil: undefined, freq: 3 })),
);

/** Which of those merges were wrong, in the order in which they are undone. */
const anyUndos = fc.uniqueArray(fc.integer({ min: 2, max: 5 }), { maxLength: 4 });

test('whoever is known under several ids is one: after any merges and undos it finds whom it would have found of people with one id', async () => {
	const { db, clock } = tracing.platform;
	let [merged, undone] = [0, 0];
	await fc.assert(
		fc.asyncProperty(anyVisits, anyRule, anyWindow, anyMerges, anyUndos, async (all, rule, window, merges, undos) => {
			await store(all);
			await db.run(sql`delete from identity.person_alias`);
			const into = new Map(merges.flatMap((stays, index): [number, number][] => (stays ? [[index + 2, stays]] : [])));
			const staysOf = (person: number): number => (into.has(person) ? staysOf(into.get(person)!) : person);
			const check = async () => {
				const asOne = all.map((one) => ({ ...one, person: staysOf(one.person) }));
				for (const asked of [1, 2, 3, 4, 5].filter((person) => staysOf(person) === 1))
					expect(await search(String(asked), rule, window)).toEqual(bruteForce(asOne, rule, window));
			};
			for (const [person, stays] of into)
				await addAlias(db, {
					...{ personId: String(person), staysId: String(stays) },
					...{ mergeId: String(person), now: clock.now() },
				});
			await check();
			merged += Number(into.size > 0);

			for (const person of undos) {
				undone += await endAlias(db, String(person), clock.now());
				into.delete(person);
			}
			await check();
		}),
		{ numRuns: 60, seed: 12 },
	);
	expect(merged).toBeGreaterThan(30);
	expect(undone).toBeGreaterThan(30);
	await db.run(sql`delete from identity.person_alias`);
});

test('searching several people at once finds for each what searching them alone finds', async () => {
	const { db } = tracing.platform;
	const rule = { minutesMin: 1, sameGate: false, sameTrip: true };
	const window = { from: new Date(start), until: new Date(start + 2_000 * minute) };
	const searched = ['1', '2', '3', '4', '5'].map((personId) => ({ personId, rule, ...window }));

	const together = await db.transaction((inside) => findExposed(inside, searched));

	const alone = [];
	for (const one of searched) alone.push(...(await db.transaction((inside) => findExposed(inside, [one]))));
	expect(together.map(({ met }) => met)).toEqual(alone.map(({ met }) => met));
	expect(together.some(({ met }) => met.length)).toBe(true);
});
