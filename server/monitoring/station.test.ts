import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { setSymptomRule } from '#diseases';
import {
	countPeople,
	getMatrix,
	getPerson,
	handleAlarm,
	listAlarms,
	listPeople,
	listRound,
	noteAttempt,
	notePositiveTests,
	revealPerson,
	reviewPerson,
} from '#monitoring';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { addDeclared, administrator } from '#test/people';
import { healthy, openWatch, report, stateOf, tallyFaults, type Watch } from '#test/watch';
import any from '../diseases/symptom-rules/any.json' with { type: 'json' };

let watch: Watch;
let phones = 0;
let person: Awaited<ReturnType<typeof addDeclared>>;

beforeAll(async () => void (watch = await openWatch()));
afterAll(() => watch.platform.close());
beforeEach(async () => {
	watch.platform.clock.set('2026-11-24T08:00:00+07:00');
	person = await addDeclared(watch.platform, `+8490666${String(++phones).padStart(4, '0')}`);
});

const say = (answers: Record<string, string | string[]>) =>
	report(watch.platform, watch.station, [person.personId], answers);
const alarmsOf = async (who = watch.station) =>
	(await call(watch.platform, listAlarms, who, { limit: 100 })).alarms.filter((one) => one.person === person.personId);

describe('a red answer', () => {
	test('waits at the station of each area that watches the person, until one there says what was done', async () => {
		await watch.watch(person.personId);
		await watch.watch(person.personId, { kind: 'cordon', areaPath: watch.areas.hoanKiem.path });
		await say({ signs: ['difficulty-breathing'], temperature: '38' });

		const [alarm] = await alarmsOf();
		expect(alarm).toMatchObject({ isUrgent: true, reasons: ['difficulty-breathing', 'temperature'] });
		expect(await alarmsOf(watch.neighbour)).toHaveLength(1);
		expect(await alarmsOf(watch.elsewhere)).toEqual([]);
		await call(watch.platform, handleAlarm, watch.station, { alarmId: alarm!.alarmId, note: 'Đã gọi 115' });

		expect(await alarmsOf()).toEqual([]);
		expect(await alarmsOf(watch.neighbour)).toHaveLength(1);
		await expect(
			call(watch.platform, handleAlarm, watch.station, { alarmId: alarm!.alarmId, note: 'Đã gọi' }),
		).rejects.toMatchObject({ code: 'already-ended' });
	});

	test('is counted at once; a green or amber one is not', async () => {
		await watch.watch(person.personId);
		const count = async () => (await call(watch.platform, countPeople, watch.station, {})).alarms;
		const before = await count();

		await say({ signs: ['fatigue'] });
		expect(await count()).toBe(before);
		await say({ signs: ['cough'] });
		expect(await count()).toBe(before + 1);
	});
});

describe('symptoms that are over', () => {
	test('need review until the days of the rule are over or an officer looked', async () => {
		await watch.watch(person.personId);
		await say({ signs: ['cough'] });
		watch.platform.clock.set('2026-11-25T08:00:00+07:00');
		await say(healthy);
		expect(await stateOf(watch.platform, person.personId)).toEqual(['needs-review']);

		await call(watch.platform, reviewPerson, watch.station, { person: person.personId, note: 'Hết ho, theo dõi tiếp' });

		expect(await stateOf(watch.platform, person.personId)).toEqual(['asymptomatic']);
		expect(await tallyFaults(watch.platform)).toEqual([]);
	});
});

test('a positive test needs review', async () => {
	await watch.watch(person.personId);
	await say(healthy);

	const { db, clock } = watch.platform;
	await notePositiveTests(db, [{ personId: person.personId, takenOn: '2026-11-24' }], clock.now());

	expect(await stateOf(watch.platform, person.personId)).toEqual(['needs-review']);
	expect(await tallyFaults(watch.platform)).toEqual([]);
});

test('a rule of an area judges its people and those below, and each report keeps which one did', async () => {
	const { version: _version, ...rule } = any;
	await watch.watch(person.personId);
	const input = { ...rule, disease: 'covid-19', anyOf: ['headache'], validFrom: '2026-11-01', decision: 'QĐ thử' };
	await call(watch.platform, setSymptomRule, administrator, { ...input, areaId: watch.areas.haNoi.areaId });

	const [here] = await say({ signs: ['headache'] });
	const found = await call(watch.platform, getPerson, watch.station, { person: person.personId });
	const inHue = newId();
	await watch.watch(inHue, { areaPath: watch.areas.hue.path });
	const [there] = await report(watch.platform, watch.elsewhere, [inHue], { signs: ['headache'] });

	expect([here!.level, there!.level]).toEqual(['red', 'amber']);
	expect(found.reports[0]).toMatchObject({ rule: 'covid-19 1', signs: ['headache'], level: 'red' });
});

test('a person’s page has all that was said, done and found, and the person reads who looked', async () => {
	await watch.watch(person.personId);
	await say({ signs: ['none'], temperature: '36,8' });
	await say({ signs: ['fever'], temperature: '38', note: 'Từ trưa' });
	const about = { person: person.personId };
	await call(watch.platform, noteAttempt, watch.station, { ...about, outcome: 'no-answer' });
	await call(watch.platform, revealPerson, watch.station, { ...about, purpose: 'Gọi hỏi thăm' });

	const found = await call(watch.platform, getPerson, watch.station, about);

	expect(found.reports).toMatchObject([
		{ temperature: 38, signs: ['fever'], note: 'Từ trưa', isCorrection: true, channel: 'staff-round' },
		{ temperature: 36.8, signs: ['none'], isCorrection: false },
	]);
	expect(found.attempts).toMatchObject([{ outcome: 'no-answer', authority: 'Trạm Y tế phường Ba Đình' }]);
	const { looks } = await call(watch.platform, listMyLooks, await person.caller(), {});
	expect(looks.map(({ purpose }) => purpose)).toContain('Gọi hỏi thăm');
});

test('the matrix tells each day of each person: well, ill, in part, silent, nothing due', async () => {
	await watch.watch(person.personId, { fromOn: '2026-11-21', reportsADay: 2 });
	const tell = (at: string, answers: Record<string, string | string[]> = healthy) =>
		report(watch.platform, watch.station, [person.personId], answers, { at });
	await tell('2026-11-22T08:00:00+07:00');
	await tell('2026-11-22T15:00:00+07:00');
	await tell('2026-11-23T08:00:00+07:00');
	await tell('2026-11-24T07:00:00+07:00', { signs: ['fever'], temperature: '38' });

	const { days, people } = await call(watch.platform, getMatrix, watch.station, { days: 5, limit: 1_000 });

	expect(days).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']);
	expect(people.find((one) => one.person === person.personId)!.cells).toBe('nsgpr');
});

test('a round has everybody who is to report, and says who did', async () => {
	await watch.watch(person.personId, { reportsADay: 2 });
	const mine = async () =>
		(await call(watch.platform, listRound, watch.station, { limit: 200 })).people.find(
			(one) => one.person === person.personId,
		);
	expect(await mine()).toMatchObject({ slot: 1, slotName: { vi: 'sáng' } });
	expect((await mine())!.level).toBeUndefined();

	await say(healthy);

	expect((await mine())!.level).toBe('green');
});

test('who shares a phone is found as one household', async () => {
	await watch.watch(person.personId);
	const { people } = await call(watch.platform, listPeople, watch.station, { state: 'asymptomatic', limit: 200 });
	const { household } = people.find((one) => one.person === person.personId)!;

	const found = await call(watch.platform, listPeople, watch.station, { household: household! });
	const elsewhere = await call(watch.platform, listPeople, watch.elsewhere, { household: household! });

	expect(found.people.map((one) => one.person)).toEqual([person.personId]);
	expect(elsewhere.people).toEqual([]);
});
