import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addCase, addPerson, addVisit, listLooks, openTracing, type Tracing } from '#test/tracing';
import { rankPlaces } from './rank-places.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

test('the place several cases have in common and few others go to comes first', async () => {
	const { platform, market, cafe, officer } = tracing;
	const sick: string[] = [];
	const caseIds: string[] = [];
	for (let one = 0; one < 3; one++) {
		const person = await addPerson(platform, { fullName: 'Nguyễn Văn An' });
		sick.push(person);
		caseIds.push(await addCase(tracing, person, { onsetOn: '2026-11-22' }));
		await addVisit(platform, { person, place: market, from: `1${one} 08:00`, until: `1${one} 09:00` });
		// The last day that counts, and one that does not.
		if (one < 2) await addVisit(platform, { person, place: cafe, from: '20 23:50', until: '20 23:59' });
		else await addVisit(platform, { person, place: cafe, from: '21 00:00', until: '21 00:10' });
	}
	for (let other = 0; other < 40; other++)
		await addVisit(platform, { person: String(500 + other), place: market, from: '15 08:00', until: '15 09:00' });

	const found = await call(platform, rankPlaces, officer, { disease: 'covid-19' });

	expect(found.cases).toBe(3);
	expect(found.places.map(({ place, visits }) => [place, visits])).toEqual([
		[cafe, 2],
		[market, 43],
	]);
	expect(found.places[0]!.caseIds.sort()).toEqual(caseIds.slice(0, 2).sort());
	expect(found.places[1]!.caseIds).toHaveLength(3);
	expect((await listLooks(platform, sick[0]!)).map((look) => look.operation)).toContain('exposures.rank-places');
});

test('an officer sees the cases of their own area only, and nobody else’s disease', async () => {
	const { platform, strangeOfficer, officer } = tracing;

	expect(await call(platform, rankPlaces, strangeOfficer, { disease: 'covid-19' })).toEqual({ cases: 0, places: [] });
	expect(await call(platform, rankPlaces, officer, { disease: 'measles' })).toEqual({ cases: 0, places: [] });
});
