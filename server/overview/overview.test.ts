import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { beginDuties, endDutiesOf, handleAlarm, listAlarms } from '#monitoring';
import { countPastDays, countToday, getArea, getTrend, listBelow } from '#overview';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addDeclared, administrator, moveTo, staff } from '#test/people';
import { dutyOf, openWatch, report, type Watch } from '#test/watch';

let watch: Watch;
let country: number;
const minister = staff('Bộ Y tế', { name: 'health-officer' });
const analyst = staff('Bộ Y tế', { name: 'analyst' });

/** Twelve of Ba Đình and three of Hoàn Kiếm from yesterday on, two of Huế; ten of Ba Đình report, one with fever. */
beforeAll(async () => {
	watch = await openWatch();
	const { platform, areas } = watch;
	country = (await findAreaByCode(platform.db, 'country', 'VN', '2026-11-24'))!.areaId;
	const watched = async (count: number, path: string, at: number) => {
		const persons = [];
		for (let index = 0; index < count; index++)
			persons.push((await addDeclared(platform, `+8490${at}${String(index).padStart(4, '0')}`)).personId);
		const duties = persons.map((one) => dutyOf(one, path, { fromOn: '2026-11-23' }));
		await beginDuties(platform.db, duties, platform.clock.now());
		return persons;
	};
	platform.clock.set('2026-11-23T07:00:00+07:00');
	const baDinh = await watched(12, areas.baDinh.path, 111);
	await watched(3, areas.hoanKiem.path, 222);
	await watched(2, areas.hue.path, 333);
	platform.clock.set('2026-11-24T08:00:00+07:00');
	await report(platform, watch.station, baDinh.slice(0, 9));
	await report(platform, watch.station, baDinh.slice(9, 10), { signs: ['difficulty-breathing'] });
	await countToday(platform.db, platform.clock.now());
});
afterAll(() => watch.platform.close());

const ask = (caller: Caller, areaId: number) => call(watch.platform, getArea, caller, { areaId });
const below = (caller: Caller, areaId: number, order: 'completion' | 'missing' | 'name' = 'completion') =>
	call(watch.platform, listBelow, caller, { areaId, order });

test('a ministry sees the country: who is to report, who did, who is missing, red answers', async () => {
	const { cells, above, countedAt } = await ask(minister, country);

	expect(cells).toMatchObject({ due: 17, reported: 10, missing: 7, red: 1, redWaiting: 1, watched: 17, silent: 0 });
	expect(above).toEqual([]);
	expect(countedAt).toBe('2026-11-24T01:00:00.000Z');
});

test('a province is its wards together, and a page tells the way back up', async () => {
	const { cells, above } = await ask(watch.province, watch.areas.haNoi.areaId);

	expect(cells).toMatchObject({ due: 15, reported: 10, missing: 5 });
	expect(above.map(({ areaId }) => areaId)).toEqual([country]);
});

test('the league table begins where the fewest reported', async () => {
	const { areas, rest } = await below(minister, watch.areas.haNoi.areaId);

	expect(areas.map(({ bareName, cells }) => [bareName, cells.reported, cells.due])).toEqual([
		['Hoàn Kiếm', 0, 3],
		['Ba Đình', 10, 12],
	]);
	expect(rest.due).toBe(0);
});

test('who is watched by the province itself is in no ward, and told apart', async () => {
	const { rest } = await below(minister, watch.areas.hue.areaId);

	expect(rest).toMatchObject({ due: 2, reported: 0, missing: 2 });
});

test('an analyst sees no small numbers, and none that would tell them', async () => {
	const ofHaNoi = await below(analyst, watch.areas.haNoi.areaId);
	const ofCountry = await below(analyst, country);
	const { smallest, cells } = await ask(analyst, watch.areas.baDinh.areaId);

	expect(smallest).toBe(10);
	// Of twelve two are missing: neither they nor the ten are told, and not twelve, as fifteen less twelve is three.
	expect(ofHaNoi.areas.map((one) => one.cells.due)).toEqual([null, null]);
	expect(cells).toMatchObject({ due: null, reported: null, missing: null, red: null });
	// Nor Ha Noi's fifteen: with the country's seventeen they would tell Huế's two.
	expect(ofCountry.areas.map((one) => one.cells.due)).toEqual([null, null]);
	expect((await ask(analyst, watch.areas.haNoi.areaId)).cells.due).toBeNull();
	expect((await ask(analyst, country)).cells.due).toBe(17);
});

test('an administrator is no officer and sees what an analyst sees', async () => {
	expect((await ask(administrator, country)).cells).toMatchObject({ due: 17, red: null });
});

test('the station next door, another province and who is no officer are refused', async () => {
	const { areaId } = watch.areas.baDinh;
	for (const caller of [watch.neighbour, watch.elsewhere]) {
		await expect(ask(caller, areaId)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(below(caller, areaId)).rejects.toMatchObject({ code: 'not-allowed' });
	}
	await expect(call(watch.platform, getTrend, watch.neighbour, { areaId })).rejects.toMatchObject({
		code: 'not-allowed',
	});
});

test('what an officer did about a red answer is in the next count', async () => {
	const { platform } = watch;
	const { alarms } = await call(platform, listAlarms, watch.station, {});
	await call(platform, handleAlarm, watch.station, { alarmId: alarms[0]!.alarmId, note: 'Đã gọi cấp cứu' });

	await countToday(platform.db, platform.clock.now());

	expect((await ask(minister, country)).cells).toMatchObject({ red: 1, redWaiting: 0 });
});

test('the day after, yesterday counts with what came late; how people stood stays', async () => {
	const { platform, areas } = watch;
	await moveTo(platform, '2026-11-25T00:10:00+07:00');
	const late = await platform.db.rows(sql<{ person_id: string }>`
		select person_id from monitoring.duty where area_path = ${areas.hoanKiem.path} order by person_id limit 1`);
	await report(platform, watch.neighbour, [late[0]!.person_id], undefined, { at: '2026-11-24T20:00:00+07:00' });
	await countPastDays(platform.db, platform.clock.now());

	const { days } = await call(platform, getTrend, minister, { areaId: country, days: 3 });

	expect(days.map(({ day, cells }) => [day, cells.due, cells.reported])).toEqual([
		['2026-11-23', 17, 0],
		['2026-11-24', 17, 11],
	]);
	expect(days[1]!.cells.watched).toBe(17);
	expect(days[0]!.cells).not.toHaveProperty('watched');
});

test('whoever asks first after midnight counts the new day', async () => {
	const { cells, day } = await ask(minister, country);

	expect(day).toBe('2026-11-25');
	expect(cells).toMatchObject({ due: 17, reported: 0, silent: 6 });
});

test('an area nobody is watched in any more is gone from the next count, and from no day before', async () => {
	const { platform, areas } = watch;
	const now = platform.clock.now();
	const of = await platform.db.rows(sql<{ source_id: string }>`
		select source_id from monitoring.duty where area_path = ${areas.hue.path}`);
	await endDutiesOf(
		platform.db,
		{ kind: 'isolation', sourceIds: of.map((one) => one.source_id) },
		{ reason: 'completed', now },
	);
	await countToday(platform.db, now);

	expect((await ask(minister, areas.hue.areaId)).cells.due).toBe(0);
	const before = await call(platform, getArea, minister, { areaId: areas.hue.areaId, day: '2026-11-24' });
	expect(before.cells.due).toBe(2);
});

test.each(['2026-11-26', '2025-01-01'])('of %s nothing can be asked', async (day) => {
	const asked = call(watch.platform, getArea, minister, { areaId: country, day });

	await expect(asked).rejects.toMatchObject({ code: 'invalid-input' });
});
