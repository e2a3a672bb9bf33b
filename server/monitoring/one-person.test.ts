import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAlias, endAlias, forgetAliases } from '#identity';
import {
	countPeople,
	getMatrix,
	getPerson,
	handleAlarm,
	listAlarms,
	listDue,
	listPeople,
	listRound,
	notePositiveTests,
	renewDuties,
	reviewPerson,
} from '#monitoring';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { addDeclared } from '#test/people';
import { openWatch, report, stateOf, tallyFaults, type Watch } from '#test/watch';

let watch: Watch;
let phones = 0;
let person: Awaited<ReturnType<typeof addDeclared>>;

beforeAll(async () => void (watch = await openWatch()));
afterAll(() => watch.platform.close());
beforeEach(async () => {
	person = await addDeclared(watch.platform, `+8490776${String(++phones).padStart(4, '0')}`);
});

/** Somebody else's record turns out to be the person's; gives what parts them. */
async function merge(gone: string): Promise<() => Promise<void>> {
	const { platform } = watch;
	const [mergeId, now] = [newId(), platform.clock.now()];
	await addAlias(platform.db, { personId: gone, staysId: person.personId, mergeId, now });
	await renewDuties(platform.db, [gone, person.personId], now);
	forgetAliases(platform);
	return async () => {
		await endAlias(platform.db, mergeId, now);
		await renewDuties(platform.db, [gone, person.personId], now);
		forgetAliases(platform);
	};
}

test('whoever is known under two ids reports once for the duties of both, and is asked once', async () => {
	const { platform } = watch;
	const card = await addDeclared(platform, `+8490776${String(++phones).padStart(4, '0')}`);
	for (const id of [person.personId, card.personId]) await watch.watch(id);
	await watch.watch(card.personId, { kind: 'contact' });
	const part = await merge(card.personId);

	expect(await listDue(platform.db, { persons: [card.personId, person.personId] }, platform.clock.now())).toHaveLength(
		1,
	);
	const answers = await report(platform, await person.caller(), [person.personId], { signs: ['cough'] });

	expect(answers).toMatchObject([{ person: person.personId, outcome: 'recorded', level: 'red' }]);
	expect(await leading(person.personId, card.personId)).toEqual(['symptomatic']);
	await part();
	expect(await stateOf(platform, person.personId)).toEqual(['symptomatic']);
	expect(await stateOf(platform, card.personId)).toEqual(['symptomatic']);
	expect(await tallyFaults(platform)).toEqual([]);
});

test('a duty begun under the id that went is met by the one that stayed, and a mistake names the report', async () => {
	const { platform } = watch;
	const card = await addDeclared(platform, `+8490776${String(++phones).padStart(4, '0')}`);
	await watch.watch(card.personId);
	const part = await merge(card.personId);
	const caller = await person.caller();

	await expect(report(platform, caller, [person.personId], { signs: ['none', 'cough'] })).rejects.toMatchObject({
		options: { field: 'reports.0.answers.signs' },
	});
	expect(await report(platform, caller, [person.personId])).toMatchObject([
		{ person: person.personId, outcome: 'recorded' },
	]);
	expect(await stateOf(platform, card.personId)).toEqual(['asymptomatic']);
	await part();
});

/** The states in which somebody is on the lists, whichever of their ids it is under. */
async function leading(...ids: string[]): Promise<string[]> {
	const states = [];
	for (const id of ids) states.push(...(await stateOf(watch.platform, id)));
	return states;
}

const counted = async () => (await call(watch.platform, countPeople, watch.station, {})).people;
const listed = async (state: 'asymptomatic' | 'symptomatic' | 'not-reported' | 'needs-review' | 'coming') =>
	(await call(watch.platform, listPeople, watch.station, { state, limit: 200 })).people.map((one) => one.person);

/** Two records in one ward, each with a duty of its own, that turn out to be one person. */
async function addTwo(): Promise<[stays: string, gone: string]> {
	const card = await addDeclared(watch.platform, `+8490776${String(++phones).padStart(4, '0')}`);
	await watch.watch(person.personId, { kind: 'cordon', fromOn: '2026-11-20' });
	await watch.watch(card.personId, { fromOn: '2026-11-20' });
	return [person.personId, card.personId];
}

test('an area has one row of them in lists and counts, two again once they are parted', async () => {
	const [stays, gone] = await addTwo();
	const before = await counted();

	const part = await merge(gone);
	expect((await listed('not-reported')).filter((one) => one === stays || one === gone)).toEqual([gone]);
	expect((await counted())['not-reported']).toBe(before['not-reported']! - 1);
	const { people } = await call(watch.platform, getMatrix, watch.station, { limit: 1_000 });
	expect(people.filter((one) => one.person === stays || one.person === gone)).toHaveLength(1);
	const round = await call(watch.platform, listRound, watch.station, { limit: 200 });
	expect(round.people.filter((one) => one.person === stays || one.person === gone)).toHaveLength(1);

	await part();
	expect((await listed('not-reported')).filter((one) => one === stays || one === gone).sort()).toEqual(
		[stays, gone].sort(),
	);
	expect(await counted()).toEqual(before);
	expect(await tallyFaults(watch.platform)).toEqual([]);
});

test('who reported under one record is not called silent for the other, and who is ill is not called well', async () => {
	const [stays, gone] = await addTwo();
	await report(watch.platform, await person.caller(), [stays]);
	const part = await merge(gone);
	expect(await leading(stays, gone)).toEqual(['asymptomatic']);
	await part();

	await report(watch.platform, watch.station, [gone], { signs: ['difficulty-breathing'] });
	await merge(gone);
	expect(await leading(stays, gone)).toEqual(['symptomatic']);
});

test('one answer raises one alarm at a station, and handling it handles what waits of the other record', async () => {
	const [stays, gone] = await addTwo();
	await report(watch.platform, watch.station, [gone], { signs: ['difficulty-breathing'] });
	await merge(gone);
	watch.platform.clock.set('2026-11-24T08:05:00+07:00');
	await report(watch.platform, watch.station, [stays], { signs: ['cough'] });
	const alarms = async () =>
		(await call(watch.platform, listAlarms, watch.station, { limit: 100 })).alarms.filter(
			(one) => one.person === stays || one.person === gone,
		);

	const waiting = await alarms();
	expect(waiting.map((one) => [one.person, one.reasons])).toEqual([
		[gone, ['difficulty-breathing']],
		[stays, ['cough']],
	]);
	const note = 'Đã gọi, đưa đi khám';
	expect(await call(watch.platform, handleAlarm, watch.station, { alarmId: waiting[1]!.alarmId, note })).toEqual({
		handled: 2,
	});
	expect(await alarms()).toEqual([]);
});

test('a positive test alarms a station once and is looked at once', async () => {
	const [stays, gone] = await addTwo();
	await merge(gone);
	const { platform, station } = watch;
	const tests = [stays, gone].map((personId) => ({ personId, takenOn: '2026-11-24' }));
	await platform.db.transaction((db) => notePositiveTests(db, tests, platform.clock.now()));

	const { alarms } = await call(platform, listAlarms, station, { limit: 100 });
	expect(alarms.filter((one) => one.person === stays || one.person === gone)).toHaveLength(1);
	expect(await leading(stays, gone)).toEqual(['needs-review']);

	await call(platform, reviewPerson, station, { person: gone, note: 'Đã đưa đi cách ly' });
	expect(await leading(stays, gone)).toEqual(['not-reported']);
	expect(await tallyFaults(platform)).toEqual([]);
});

test('an officer reads of both records on one page, each answer once', async () => {
	const [stays, gone] = await addTwo();
	await report(watch.platform, watch.station, [gone], { signs: ['fatigue'] });
	await merge(gone);
	watch.platform.clock.set('2026-11-24T09:00:00+07:00');
	await report(watch.platform, watch.station, [stays], { signs: ['cough'] });

	for (const one of [stays, gone]) {
		const read = await call(watch.platform, getPerson, watch.station, { person: one });
		expect(read.watches).toHaveLength(2);
		expect(read.reports.map(({ signs }) => signs).sort()).toEqual([['cough'], ['fatigue']]);
	}
});
