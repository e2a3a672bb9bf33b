import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { review } from '#contacts';
import { add } from '#interviews';
import { noteAttempt } from '#monitoring';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { moveTo } from '#test/people';
import { addCase, addPerson, type Tracing } from '#test/tracing';
import { openWatch, report, type Watch } from '#test/watch';
import { getNumbers } from './index.ts';

let watch: Watch;
let tracing: Tracing;
let caseId: string;
let phones = 0;
beforeAll(async () => {
	watch = await openWatch();
	const baDinh = (await findAreaByCode(watch.platform.db, 'commune', '00004', '2026-11-24'))!;
	// What `addCase` needs of it.
	tracing = { platform: watch.platform, areas: { baDinh }, officer: watch.province } as unknown as Tracing;
});
afterAll(() => watch.platform.close());
beforeEach(async () => {
	await moveTo(watch.platform, '2026-11-24T08:00:00+07:00');
	await watch.platform.db.run(sql`update cases.case set classification = 'discarded'`);
	caseId = await addCase(tracing, await addPerson(watch.platform, { fullName: 'Vũ Văn Gốc' }), {
		onsetOn: '2026-11-20',
	});
});

const indicators = async () => {
	const found = await call(watch.platform, getNumbers, watch.province, { disease: 'covid-19' });
	const { followed, lost } = found.indicators;
	return { followed: [followed.count, followed.of], lost: [lost.count, lost.of] };
};

/** Two people the case met, confirmed: they report from today on. */
async function follow(state: 'confirmed' | 'downgraded' = 'confirmed') {
	const contactIds: string[] = [];
	for (const name of ['Lê Thị Bưởi', 'Lê Thị Cam']) {
		const phone = `0901 777 ${String(++phones).padStart(3, '0')}`;
		const told = { caseId, name, phone, mode: 'care', metOn: '2026-11-22' };
		contactIds.push((await call(watch.platform, add, watch.province, told)).contactId);
	}
	await call(watch.platform, review, watch.province, { caseId, contactIds, state });
	const rows = await watch.platform.db.rows(sql<{ person_id: string }>`
		select person_id from contacts.contact where contact_id = any (${contactIds}::bigint[]) order by contact_id`);
	return rows.map((row) => row.person_id) as [string, string];
}

test('the first day of follow-up counts when it is over', async () => {
	await follow();
	expect(await indicators()).toEqual({ followed: [0, 0], lost: [0, 0] });

	await moveTo(watch.platform, '2026-11-25T00:00:00+07:00');

	expect(await indicators()).toEqual({ followed: [0, 2], lost: [0, 2] });
});

test('days count on which a contact reported or was reached; three silent ones are a loss, two are none', async () => {
	const [reports, silent] = await follow();
	for (const day of ['24', '25', '26']) {
		await moveTo(watch.platform, `2026-11-${day}T09:00:00+07:00`);
		await report(watch.platform, watch.province, [reports]);
		// Said again it is the same day.
		await report(watch.platform, watch.province, [reports]);
	}
	expect(await indicators()).toEqual({ followed: [2, 4], lost: [0, 2] });
	await moveTo(watch.platform, '2026-11-27T09:00:00+07:00');
	expect(await indicators()).toEqual({ followed: [3, 6], lost: [1, 2] });

	await call(watch.platform, noteAttempt, watch.province, { person: silent, outcome: 'no-answer' });
	await moveTo(watch.platform, '2026-11-28T09:00:00+07:00');
	expect(await indicators()).toEqual({ followed: [3, 8], lost: [1, 2] });
	await call(watch.platform, noteAttempt, watch.province, { person: silent, outcome: 'reached' });
	await moveTo(watch.platform, '2026-11-29T00:00:00+07:00');

	expect(await indicators()).toEqual({ followed: [4, 10], lost: [0, 2] });
});

test('whoever was not confirmed is not followed', async () => {
	await follow('downgraded');
	await moveTo(watch.platform, '2026-11-28T09:00:00+07:00');

	expect(await indicators()).toEqual({ followed: [0, 0], lost: [0, 0] });
});
