import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCase } from '#cases';
import { issueOrder } from '#isolation';
import { recordTest } from '#laboratory';
import { call } from '#platform/call';
import { addCase, addPerson, addVisit, listLooks, openTracing, type Tracing } from '#test/tracing';
import { getTimeline } from './index.ts';

let tracing: Tracing;
beforeAll(async () => void (tracing = await openTracing()));
afterAll(() => tracing.platform.close());

const timeline = (caseId: string, by = tracing.officer) => call(tracing.platform, getTimeline, by, { caseId });

test('a case over time shows its window, tests, stays and isolation, and the person learns who looked', async () => {
	const { platform, areas, officer, market } = tracing;
	const person = await addPerson(platform, { fullName: 'Nguyễn Văn Bệnh' });
	const caseId = await addCase(tracing, person, { onsetOn: '2026-11-20' });
	await addVisit(platform, { person, place: market, from: '18 09:00', until: '18 10:00' });
	await addVisit(platform, { person, place: market, from: '21 09:00' });
	const about = { person, areaId: areas.baDinh.areaId, disease: 'covid-19', purpose: 'Điều tra ca bệnh' };
	await call(platform, recordTest, officer, {
		...{ person, areaId: about.areaId, disease: about.disease, kind: 'pcr', sampleId: '7', laboratory: 'CDC' },
		...{ sampledAt: '2026-11-21T08:00:00+07:00', result: 'positive', resultAt: '2026-11-21T16:00:00+07:00' },
	});
	await call(platform, issueOrder, officer, {
		...{
			...about,
			kind: 'home',
			decidedBy: 'UBND',
			decisionNumber: '9/QĐ',
			fromOn: '2026-11-24',
			untilOn: '2026-11-30',
		},
	});

	const found = await timeline(caseId);

	expect(found).toMatchObject({
		...{ from: '2026-11-06', until: '2026-11-24', onsetOn: '2026-11-20' },
		infectious: { from: '2026-11-17' },
		tests: [{ kind: 'pcr', result: 'positive' }],
		stays: [
			{ placeName: 'Chợ Long Biên', isInferred: false },
			{ placeName: 'Chợ Long Biên', isInferred: true },
		],
		held: [{ kind: 'home' }],
	});
	expect((await listLooks(platform, person)).map((look) => look.operation)).toContain('chains.get-timeline');
});

test('a closed case shows nothing more, and one elsewhere is refused', async () => {
	const caseId = await addCase(tracing, await addPerson(tracing.platform, { fullName: 'Lê Thị Khỏi' }));
	await expect(timeline(caseId, tracing.strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });

	await call(tracing.platform, closeCase, tracing.officer, { caseId, reason: 'finished' });

	await expect(timeline(caseId)).rejects.toMatchObject({ code: 'case-closed' });
});
