import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, openTracing, type Tracing } from '#test/tracing';
import { tellCompleteness } from './tell-completeness.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

test('tells for each place of the case how many leavings were recorded and who noted the visits', async () => {
	const { platform, market, cafe, officer } = tracing;
	const sick = await addPerson(platform, { fullName: 'Nguyễn Văn An' });
	const caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '20 08:00', until: '20 09:00' });
	await addVisit(platform, { person: sick, place: cafe, from: '21 08:00' });
	await addVisit(platform, { person: '11', place: market, from: '20 07:00', until: '20 12:00' });
	await addVisit(platform, { person: '12', place: market, from: '20 08:30' });
	await addVisit(platform, { person: '13', place: market, from: '20 08:40', until: '20 10:40', leftKnown: 2 });
	// Half a day before the case came nobody can have met it who did not stay very long.
	await addVisit(platform, { person: '14', place: market, from: '19 19:59', until: '19 20:30' });
	await platform.db.run(sql`update visits.visit set noted_by = 1 where person_id in (11, 12)`);

	const told = await call(platform, tellCompleteness, officer, { caseId });

	expect(told).toEqual({
		...{ visits: 5, leftRecorded: 2, byController: 2, byVisitor: 3 },
		places: [
			{
				...{ place: market, placeName: 'Chợ Long Biên', visits: 4, leftRecorded: 2 },
				...{ byController: 2, byVisitor: 2 },
			},
			{
				...{ place: cafe, placeName: 'Cà phê Sông Hương', visits: 1, leftRecorded: 0 },
				...{ byController: 0, byVisitor: 1 },
			},
		],
	});
});

test('is told to officers of the case’s area only', async () => {
	const caseId = await addCase(tracing, await addPerson(tracing.platform, { fullName: 'Nguyễn Văn Ân' }));

	await expect(call(tracing.platform, tellCompleteness, tracing.strangeOfficer, { caseId })).rejects.toMatchObject({
		code: 'not-allowed',
	});
});
