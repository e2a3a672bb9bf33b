import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countPeople, endDuties, listAlarms, listPeople, moveDuty, submitReports } from '#monitoring';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { addDeclared } from '#test/people';
import { healthy, openWatch, report, stateOf, tallyFaults, type Watch } from '#test/watch';

let watch: Watch;
let phones = 0;
let person: Awaited<ReturnType<typeof addDeclared>>;

beforeAll(async () => void (watch = await openWatch()));
afterAll(() => watch.platform.close());
beforeEach(async () => {
	watch.platform.clock.set('2026-11-24T08:00:00+07:00');
	person = await addDeclared(watch.platform, `+8490777${String(++phones).padStart(4, '0')}`);
});

const stored = (personId: string) =>
	watch.platform.db.rows(sql<{ day: string; slot: number; level: string; channel: string }>`
		select day, slot, level, channel from monitoring.report where person_id = ${personId} order by day, slot`);
const facts = (personId: string) =>
	watch.platform.db.rows(sql<{ last_report_on: string; onset_on: string }>`
		select last_report_on, onset_on from monitoring.duty where person_id = ${personId} order by duty_id`);
const corrections = (personId: string) =>
	watch.platform.db.rows(sql<{ slot: number; level: string }>`
		select slot, level from monitoring.report_correction where person_id = ${personId} order by recorded_at`);
const listed = async (state: 'asymptomatic' | 'symptomatic' | 'not-reported', who = watch.station) =>
	(await call(watch.platform, listPeople, who, { state, limit: 200 })).people.map((one) => one.person);

describe('a daily report', () => {
	test('is kept with its day and channel, and its person is on the right list at once', async () => {
		await watch.watch(person.personId);

		const [answer] = await report(watch.platform, await person.caller(), [person.personId]);

		expect(answer).toMatchObject({ outcome: 'recorded', day: '2026-11-24', slot: 0, level: 'green' });
		expect(await stored(person.personId)).toEqual([{ day: '2026-11-24', slot: 0, level: 'green', channel: 'self' }]);
		expect(await listed('asymptomatic')).toContain(person.personId);
	});

	test('sent again is the same; another one for the same slot corrects it and the first stays', async () => {
		await watch.watch(person.personId);
		const id = newUuid();
		const send = async (answers: Record<string, string | string[]>, more = {}) =>
			(await report(watch.platform, await person.caller(), [person.personId], answers, more))[0]!.outcome;

		expect(await send(healthy, { id })).toBe('recorded');
		expect(await send(healthy, { id })).toBe('repeat');
		expect(await send({ signs: ['cough'] })).toBe('corrected');

		expect((await stored(person.personId)).map(({ level }) => level)).toEqual(['green']);
		expect((await corrections(person.personId)).map(({ level }) => level)).toEqual(['red']);
		expect(await stateOf(watch.platform, person.personId)).toEqual(['symptomatic']);
	});

	test('twice a day goes into the morning until noon and into the afternoon from then on', async () => {
		await watch.watch(person.personId, { reportsADay: 2 });
		for (const clock of ['08:00:00', '11:59:59', '12:00:00']) {
			watch.platform.clock.set(`2026-11-24T${clock}+07:00`);
			await report(watch.platform, await person.caller(), [person.personId]);
		}

		expect((await stored(person.personId)).map(({ slot }) => slot)).toEqual([1, 2]);
		expect(await corrections(person.personId)).toHaveLength(1);
	});

	test('of a household comes in one call, each by themself', async () => {
		const child = await addDeclared(watch.platform, '+84907770900');
		await watch.watch(person.personId);
		await watch.watch(child.personId);
		const caller = await person.caller();
		const actor = caller.actor as Extract<typeof caller.actor, { kind: 'account' }>;
		const both = { ...caller, actor: { ...actor, persons: [person.personId, child.personId] } };

		const answers = await call(watch.platform, submitReports, both, {
			reports: [
				{ id: newUuid(), person: person.personId, answers: healthy },
				{ id: newUuid(), person: child.personId, answers: { signs: ['fever'], temperature: '38,4' } },
			],
		});

		expect(answers.reports.map(({ level }) => level)).toEqual(['green', 'red']);
		expect((await stored(child.personId))[0]).toMatchObject({ channel: 'household' });
	});

	test('with an answer that is none records nothing of its call and says which', async () => {
		await watch.watch(person.personId);

		await expect(
			report(watch.platform, await person.caller(), [person.personId], { signs: ['none'], temperature: '99' }),
		).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field: 'reports.0.answers.temperature' },
		});
		await expect(report(watch.platform, await person.caller(), [person.personId], {})).rejects.toMatchObject({
			options: { field: 'reports.0.answers.signs' },
		});
		expect(await stored(person.personId)).toEqual([]);
	});

	test('of somebody nobody asks is not kept, before the first day and after the last neither', async () => {
		const outcome = async () => (await report(watch.platform, await person.caller(), [person.personId]))[0]!.outcome;
		expect(await outcome()).toBe('not-due');
		await watch.watch(person.personId, { fromOn: '2026-11-25', untilOn: '2026-11-26' });

		expect(await outcome()).toBe('not-due');
		watch.platform.clock.set('2026-11-26T23:59:59+07:00');
		expect(await outcome()).toBe('recorded');
		watch.platform.clock.set('2026-11-27T00:00:00+07:00');
		expect(await outcome()).toBe('not-due');
	});

	test('told late by a round counts for its own day, two days late at most', async () => {
		await watch.watch(person.personId, { fromOn: '2026-11-10' });
		const tell = async (at: string) =>
			(await report(watch.platform, watch.station, [person.personId], healthy, { at }))[0]!.outcome;

		expect(await tell('2026-11-22T18:00:00+07:00')).toBe('recorded');
		expect(await tell('2026-11-21T18:00:00+07:00')).toBe('not-due');
		expect(await stored(person.personId)).toMatchObject([{ day: '2026-11-22', channel: 'staff-round' }]);
		await expect(tell('2026-11-24T08:30:00+07:00')).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test('told late reaches a watch decided today for yesterday, not for the day before its first', async () => {
		await watch.watch(person.personId, { fromOn: '2026-11-23' });
		const tell = async (at: string) =>
			(await report(watch.platform, watch.station, [person.personId], { signs: ['cough'] }, { at }))[0]!.outcome;

		expect(await tell('2026-11-22T23:59:59+07:00')).toBe('not-due');
		expect(await tell('2026-11-23T00:00:00+07:00')).toBe('recorded');

		expect(await facts(person.personId)).toEqual([{ last_report_on: '2026-11-23', onset_on: '2026-11-23' }]);
		expect(await stateOf(watch.platform, person.personId)).toEqual(['symptomatic']);
	});

	test('said for one watch before another was decided is in the history of both', async () => {
		await watch.watch(person.personId, { kind: 'cordon', fromOn: '2026-11-20' });
		watch.platform.clock.set('2026-11-23T08:00:00+07:00');
		await report(watch.platform, await person.caller(), [person.personId], { signs: ['cough'] });
		watch.platform.clock.set('2026-11-24T08:00:00+07:00');

		await watch.watch(person.personId, { fromOn: '2026-11-23' });

		const said = { last_report_on: '2026-11-23', onset_on: '2026-11-23' };
		expect(await facts(person.personId)).toEqual([said, said]);
		expect(await tallyFaults(watch.platform)).toEqual([]);
	});

	test('said before a watch ended and told after is kept, raises the alarm and opens nothing', async () => {
		const sourceId = newId();
		await watch.watch(person.personId, { sourceId, fromOn: '2026-11-20' });
		watch.platform.clock.set('2026-11-24T10:00:00+07:00');
		const { db, clock } = watch.platform;
		await endDuties(db, { kind: 'isolation', sourceId }, { reason: 'đủ ngày', now: clock.now() });
		watch.platform.clock.set('2026-11-24T12:00:00+07:00');
		const tell = (at?: string) =>
			report(watch.platform, watch.station, [person.personId], { signs: ['cough'] }, at ? { at } : {});

		expect(await tell('2026-11-24T09:59:59+07:00')).toMatchObject([{ outcome: 'recorded', day: '2026-11-24' }]);
		await expect(tell('2026-11-24T10:00:00+07:00')).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(tell()).rejects.toMatchObject({ code: 'not-allowed' });

		expect(await facts(person.personId)).toEqual([{ last_report_on: '2026-11-24', onset_on: '2026-11-24' }]);
		expect(await stateOf(watch.platform, person.personId)).toEqual(['ended']);
		const alarms = await call(watch.platform, listAlarms, watch.station, {});
		expect(alarms.alarms.map((alarm) => alarm.person)).toContain(person.personId);
		expect(await tallyFaults(watch.platform)).toEqual([]);
	});

	test('of a watch long over does not open its symptoms again when the same watch begins anew', async () => {
		const sourceId = newId();
		await watch.watch(person.personId, { sourceId, fromOn: '2026-11-20' });
		await report(watch.platform, await person.caller(), [person.personId], { signs: ['cough'] });
		const { db, clock } = watch.platform;
		await endDuties(db, { kind: 'isolation', sourceId }, { reason: 'nhầm', now: clock.now() });
		watch.platform.clock.set('2026-12-24T08:00:00+07:00');

		await watch.watch(person.personId, { sourceId, fromOn: '2026-12-24', untilOn: '2026-12-30' });

		expect(await stateOf(watch.platform, person.personId)).toEqual(['asymptomatic']);
	});
});

describe('the lists', () => {
	test('follow the day: silence for a day puts somebody on the not-reported list, a report takes them off', async () => {
		await watch.watch(person.personId);
		watch.platform.clock.set('2026-11-25T23:59:59+07:00');
		expect(await listed('not-reported')).toContain(person.personId);
		watch.platform.clock.set('2026-11-24T23:59:59+07:00');
		expect(await listed('not-reported')).not.toContain(person.personId);
		watch.platform.clock.set('2026-11-25T08:00:00+07:00');

		await report(watch.platform, await person.caller(), [person.personId]);

		expect(await listed('not-reported')).not.toContain(person.personId);
		expect(await listed('asymptomatic')).toContain(person.personId);
	});

	test('reach as far as the officer, with masked names, and the person reads who looked', async () => {
		await watch.watch(person.personId);

		expect(await listed('asymptomatic', watch.province)).toContain(person.personId);
		expect(await listed('asymptomatic', watch.neighbour)).not.toContain(person.personId);
		expect(await listed('asymptomatic', watch.elsewhere)).toEqual([]);
		const { people } = await call(watch.platform, listPeople, watch.station, { state: 'asymptomatic', limit: 200 });
		expect(people.find((one) => one.person === person.personId)!.maskedName).toMatch(/^NGUYỄN THỊ \*\*\*/);
	});

	test('count exactly what they hold, for two duties in one area one person', async () => {
		const count = async () => (await call(watch.platform, countPeople, watch.station, {})).people.asymptomatic!;
		const before = await count();

		await watch.watch(person.personId);
		await watch.watch(person.personId, { kind: 'cordon' });

		expect((await count()) - before).toBe(1);
		expect(await tallyFaults(watch.platform)).toEqual([]);
	});

	test('turn their pages, each person once', async () => {
		for (let i = 0; i < 5; i++) await watch.watch(newId());
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const input = { state: 'asymptomatic' as const, limit: 2, ...(cursor ? { cursor } : {}) };
			const page = await call(watch.platform, listPeople, watch.station, input);
			seen.push(...page.people.map((one) => one.person));
			cursor = page.nextCursor;
		} while (cursor);

		expect(seen.length).toBeGreaterThanOrEqual(5);
		expect(new Set(seen).size).toBe(seen.length);
	});

	test('somebody who moves is looked after by the new area, and the old one sees where they went', async () => {
		const sourceId = newId();
		await watch.watch(person.personId, { sourceId });
		await report(watch.platform, watch.station, [person.personId], { signs: ['cough'] });
		const { db, clock } = watch.platform;

		await moveDuty(
			db,
			{ kind: 'isolation', sourceId, personId: person.personId },
			watch.areas.hoanKiem.path,
			clock.now(),
		);

		expect(await listed('symptomatic')).not.toContain(person.personId);
		expect(await listed('symptomatic', watch.neighbour)).toContain(person.personId);
		const { people } = await call(watch.platform, listPeople, watch.station, { state: 'moved' });
		expect(people.find((one) => one.person === person.personId)).toMatchObject({
			state: 'moved',
			movedTo: { vi: expect.stringContaining('Hoàn Kiếm') },
		});
		expect(await tallyFaults(watch.platform)).toEqual([]);
	});

	test('another watch of somebody with symptoms knows of them from the first moment', async () => {
		const sourceId = newId();
		await watch.watch(person.personId, { kind: 'cordon', sourceId });
		await report(watch.platform, watch.station, [person.personId], { signs: ['cough'] });
		await watch.watch(person.personId);
		const { db, clock } = watch.platform;

		await endDuties(db, { kind: 'cordon', sourceId }, { reason: 'hết khoanh vùng', now: clock.now() });

		expect(await stateOf(watch.platform, person.personId)).toEqual(['symptomatic']);
		expect(await tallyFaults(watch.platform)).toEqual([]);
	});
});
