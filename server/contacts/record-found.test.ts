import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeCase, chooseRule, closeCase } from '#cases';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, decide, later, listLooks, openTracing, type Tracing } from '#test/tracing';
import { jobs } from './jobs.ts';
import { listRecorded } from './list-recorded.ts';
import { recordFound } from './record-found.ts';
import { review } from './review.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const person = (fullName = 'Nguyễn Văn An') => addPerson(tracing.platform, { fullName });
const record = (caseId: string) => {
	later(tracing.platform, 1);
	return call(tracing.platform, recordFound, tracing.officer, { caseId });
};
const list = async (caseId: string) =>
	(await call(tracing.platform, listRecorded, tracing.officer, { caseId })).contacts.map((one) => ({
		...{ person: one.person, minutes: one.minutes, state: one.state, places: one.places.map((at) => at.minutes) },
	}));
const decideOn = async (caseId: string, who: string, state: 'confirmed' | 'dismissed') => {
	const { contacts } = await call(tracing.platform, listRecorded, tracing.officer, { caseId });
	const contactIds = contacts.filter((one) => one.person === who).map((one) => one.contactId);
	await call(tracing.platform, review, tracing.officer, { caseId, contactIds, state });
};
const runJob = () => jobs[0]!.run(tracing.platform, tracing.platform.clock.now(), {});

/** A case who was at the market on the 20th and at the café on the 21st, and two people there. */
async function addMeeting(more?: Parameters<typeof addCase>[2]) {
	const { platform, market, cafe } = tracing;
	const [sick, long, short] = [await person(), await person('Lê Thị Lâu'), await person('Trần Văn Chốc')];
	const caseId = await addCase(tracing, sick, more);
	await addVisit(platform, { person: sick, place: market, from: '20 08:00', until: '20 09:00' });
	await addVisit(platform, { person: sick, place: cafe, from: '21 08:00', until: '21 09:00' });
	await addVisit(platform, { person: long, place: market, from: '20 08:00', until: '20 08:42' });
	await addVisit(platform, { person: long, place: cafe, from: '21 08:30', until: '21 08:40' });
	await addVisit(platform, { person: short, place: cafe, from: '21 08:59', until: '21 10:00' });
	return { caseId, sick, long, short };
}

/** Meetings of one test are not to be found by the cases of another. */
const clearVisits = () => tracing.platform.db.run(sql`delete from visits.visit`);

describe('recording who was found', () => {
	test('keeps person, minutes, places, first and last exposure, and the rule that fired', async () => {
		await clearVisits();
		const { caseId, long, short } = await addMeeting();

		expect(await record(caseId)).toEqual({ found: 2, added: 2, gone: 0 });

		expect(await list(caseId)).toEqual([
			{ person: long, minutes: 52, state: 'found', places: [42, 10] },
			{ person: short, minutes: 1, state: 'found', places: [1] },
		]);
		const { contacts } = await call(tracing.platform, listRecorded, tracing.officer, { caseId });
		expect(contacts[0]).toMatchObject({
			...{ level: 1, origin: 'visit', rule: 'qd-5053', ruleVersion: 1 },
			...{ firstExposedAt: '2026-11-20T01:00:00.000Z', lastExposedAt: '2026-11-21T01:40:00.000Z' },
			maskedName: 'Lê Thị ***',
		});
	});

	test('a second time adds who is new and tells nobody twice', async () => {
		await clearVisits();
		const { caseId, long } = await addMeeting();
		await record(caseId);
		const late = await person('Đỗ Văn Muộn');
		await addVisit(tracing.platform, { person: late, place: tracing.cafe, from: '21 08:00', until: '21 08:05' });

		expect(await record(caseId)).toEqual({ found: 3, added: 1, gone: 0 });

		const looks = (await listLooks(tracing.platform, long)).filter((one) => one.operation === 'contacts.record-found');
		expect(looks).toHaveLength(1);
	});

	test('again after the dates moved keeps whom a tracer decided about and drops who was only found', async () => {
		await clearVisits();
		const { caseId, long, short } = await addMeeting();
		await record(caseId);
		await decideOn(caseId, long, 'confirmed');
		await call(tracing.platform, changeCase, tracing.officer, { caseId, isolatedAt: '2026-11-20T07:00:00+07:00' });

		expect(await record(caseId)).toEqual({ found: 0, added: 0, gone: 1 });

		expect(await list(caseId)).toEqual([{ person: long, minutes: 52, state: 'confirmed', places: [] }]);
		expect((await list(caseId)).map((one) => one.person)).not.toContain(short);
	});

	test('stores the version that fired after another rule was chosen', async () => {
		await clearVisits();
		const { caseId, long } = await addMeeting();
		await record(caseId);
		await call(tracing.platform, chooseRule, tracing.officer, { caseId, rule: 'cdc-2020' });

		await record(caseId);

		const { contacts } = await call(tracing.platform, listRecorded, tracing.officer, { caseId });
		expect(contacts.map((one) => [one.person, one.rule, one.minutes])).toEqual([[long, 'cdc-2020', 42]]);
	});

	test('of a case without grounds is refused, and so is one of a closed case', async () => {
		const { caseId } = await addMeeting({ onsetOn: '2026-11-20', isSuspected: true });
		await expect(record(caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });

		await call(tracing.platform, closeCase, tracing.officer, { caseId, reason: 'finished' });

		await expect(record(caseId)).rejects.toMatchObject({ code: 'case-closed' });
	});
});

describe('the recording of each minute', () => {
	const recorded = (caseId: string) =>
		tracing.platform.db.find(
			sql<{ outcome: string; found: number }>`select outcome, found from contacts.recording where case_id = ${caseId}`,
		);

	test('records a case as soon as it has dates and grounds, and again once its dates change', async () => {
		await clearVisits();
		const { caseId } = await addMeeting({});
		await runJob();
		expect(await recorded(caseId)).toBeUndefined();

		await call(tracing.platform, changeCase, tracing.officer, { caseId, onsetOn: '2026-11-20' });
		await runJob();
		expect(await recorded(caseId)).toEqual({ outcome: 'done', found: 2 });

		await call(tracing.platform, changeCase, tracing.officer, { caseId, isolatedAt: '2026-11-21T00:00:00+07:00' });
		await runJob();
		expect(await recorded(caseId)).toEqual({ outcome: 'done', found: 1 });
	});

	test('waits for grounds without naming anybody, and does not stand before other cases meanwhile', async () => {
		await clearVisits();
		const { caseId, long } = await addMeeting({ onsetOn: '2026-11-20', isSuspected: true });
		await runJob();
		expect(await recorded(caseId)).toEqual({ outcome: 'case-without-grounds', found: 0 });
		expect(await listLooks(tracing.platform, long)).toEqual([]);

		await decide(tracing.platform, tracing.officer, caseId);
		await runJob();
		expect(await recorded(caseId)).toMatchObject({ outcome: 'case-without-grounds' });

		later(tracing.platform, 31 * 60);
		await runJob();
		expect(await recorded(caseId)).toEqual({ outcome: 'done', found: 2 });
	});
});
