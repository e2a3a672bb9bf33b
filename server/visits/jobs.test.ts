import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { addCafe, addDeclared, openVaora, signIn } from '#test/people';
import { checkIn, ensureVisitDays, importVisits, rewriteDay, visits } from '#visits';

let platform: TestPlatform;
let place: string;

beforeAll(async () => {
	platform = await openVaora('2026-11-24T08:00:00+07:00');
	place = (await addCafe(platform, await signIn(platform, '+84905550001'))).placeId;
});
afterAll(() => platform.close());

const run = (name: string) =>
	visits.jobs!.find((job) => job.name === name)!.run(platform, platform.clock.now(), undefined);
const fingerprint = (day: string) =>
	platform.db.one(sql<{ rows: string; sum: string }>`
		select count(*)::text as rows, coalesce(sum(hashtextextended(v::text, 0)), 0)::text as sum from visits.visit v
		where entered_at >= ${`${day} 00:00+07`} and entered_at < ${`${day} 23:59:59.999+07`}`);
const days = async () =>
	(
		await platform.db.rows(
			sql<{
				name: string;
			}>`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'visits.visit'::regclass order by 1`,
		)
	).map(({ name }) => name);

test('a visit nobody ended is ended after the usual stay of its place, not a minute before', async () => {
	const person = await addDeclared(platform, '+84905550002');
	await call(platform, checkIn, await person.caller(), { id: newUuid(), place, person: person.personId });
	const { minutes } = await platform.db.one(
		sql<{ minutes: number }>`select usual_stay_minutes as minutes from places.place_type where type = 'cafe'`,
	);
	const entered = platform.clock.now().getTime();
	const left = () =>
		platform.db.one(
			sql<{
				left_at: Date | null;
				left_known: number;
			}>`select left_at, left_known from visits.visit where person_id = ${person.personId}`,
		);

	platform.clock.set(new Date(entered + minutes * 60_000).toISOString());
	await run('visits.close-overdue');
	expect((await left()).left_at).toBeNull();
	platform.clock.set(new Date(entered + (minutes + 1) * 60_000).toISOString());
	await run('visits.close-overdue');
	await run('visits.close-overdue');

	expect(await left()).toEqual({ left_at: new Date(entered + minutes * 60_000), left_known: 1 });
});

test('a closed day is rewritten in the order of its places, with every row, and late entries still find it', async () => {
	const rows = Array.from({ length: 2_000 }, (_, index) => ({
		placeId: String(1_000 + ((index * 7_919) % 37)),
		personId: String(5_000 + index),
		enteredAt: new Date(Date.parse('2026-11-22T00:00:00+07:00') + index * 43_000),
		...(index % 3 ? { leftAt: new Date(Date.parse('2026-11-22T00:00:00+07:00') + index * 43_000 + 600_000) } : {}),
	}));
	await importVisits(platform.db, rows, platform.clock.now());
	const before = await fingerprint('2026-11-22');

	await rewriteDay(platform.db, '2026-11-22', platform.clock.now());
	await rewriteDay(platform.db, '2026-11-22', platform.clock.now());

	expect(before.rows).toBe('2000');
	expect(await fingerprint('2026-11-22')).toEqual(before);
	const places = await platform.db.rows(
		sql<{ place_id: string }>`select place_id from visits.visit_20261122 order by ctid limit 3000`,
	);
	expect(places.map((row) => row.place_id)).toEqual([...places.map((row) => row.place_id)].sort());
	expect(await importVisits(platform.db, rows.slice(0, 10), platform.clock.now())).toBe(0);
	const late = { placeId: '1000', personId: '1', enteredAt: new Date('2026-11-22T23:59:59.999+07:00') };
	expect(await importVisits(platform.db, [late], platform.clock.now())).toBe(1);
});

test('days closed two nights ago are rewritten once, today and yesterday are not', async () => {
	await run('visits.rewrite-closed-days');

	const rewritten = await platform.db.rows(
		sql<{
			day: string;
		}>`select day::text as day from visits.day where rewritten_at is not null order by day desc limit 1`,
	);
	expect(rewritten).toEqual([{ day: '2026-11-22' }]);
});

test('a day is dropped when it is older than the rule says, except an import’s', async () => {
	await ensureVisitDays(platform.db, ['2009-05-01', '2009-05-02'], '2026-12-10');
	await ensureVisitDays(platform.db, ['2009-05-02'], '2026-12-01');
	platform.clock.set('2026-12-10T08:00:00+07:00');
	await run('visits.prepare-days');

	await run('visits.drop-old-days');
	expect((await days()).filter((name) => name < 'visits.visit_20261110')).toEqual([
		'visits.visit_20090501',
		'visits.visit_20090502',
		'visits.visit_20261109',
	]);
	expect((await days()).at(-1)).toBe('visits.visit_20261217');

	platform.clock.set('2026-12-11T08:00:00+07:00');
	await run('visits.drop-old-days');
	expect((await days())[0]).toBe('visits.visit_20261110');
});
