import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { list, recordScans, revoke } from '#devices';
import { listToday } from '#logbook';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { at } from '#test/door';
import { type Gate, openGate, pairDevice } from '#test/gate';
import { addDeclared, anybody, staff } from '#test/people';

let gate: Gate;

beforeAll(async () => {
	gate = await openGate();
});
afterAll(() => gate.platform.close());
beforeEach(() => gate.door.nextPerson());

const person = () => gate.door.person.personId;
const said = (answers: { problem?: string; verdict?: string; isRepeat?: boolean }[]) =>
	answers.map(({ problem, verdict, isRepeat }) => problem ?? `${verdict}${isRepeat ? ', again' : ''}`);
const listed = async (device = gate.device.device) => {
	const { devices } = await call(gate.platform, list, await gate.door.manager.caller(), { place: gate.door.place });
	return devices.find((one) => one.device === device)!;
};

describe('what a gate read', () => {
	test('is recorded in its order, at the gate it was read at, as its screen said', async () => {
		const other = await addDeclared(gate.platform, gate.door.newPhone());
		const scans = [
			await gate.scanOf(person(), { at: at('07:10:00') }),
			await gate.scanOf(other.personId, { at: at('07:11:00'), direction: 'out' }),
			await gate.scanOf(person(), { at: at('07:40:00'), direction: 'out' }),
			await gate.scanOf(person(), { at: at('07:50:00'), shown: 'red' }),
		];

		const { answers, now } = await gate.send(scans);

		expect(answers.map(({ id }) => id)).toEqual(scans.map(({ id }) => id));
		expect(said(answers)).toEqual(['green', 'not-inside', 'green', 'green']);
		expect(now).toBe(at('08:00:00'));
		expect(await gate.door.visits()).toMatchObject([
			{ entered_at: new Date(at('07:10:00')), left_at: new Date(at('07:40:00')), verdict: 0, noted_by: 1, gate: 1 },
			{ entered_at: new Date(at('07:50:00')), left_at: new Date(at('07:50:00')), verdict: 2 },
		]);
	});

	test('sent three times at once, and again in any order, is the same visits', async () => {
		const others = await Promise.all([1, 2].map(() => addDeclared(gate.platform, gate.door.newPhone())));
		const persons = [person(), ...others.map((one) => one.personId)];
		const batches = [
			await Promise.all(persons.map((one) => gate.scanOf(one, { at: at('07:00:00') }))),
			await Promise.all(persons.map((one) => gate.scanOf(one, { at: at('07:20:00'), direction: 'out' }))),
			await Promise.all(persons.map((one) => gate.scanOf(one, { at: at('07:45:00') }))),
		];
		const stored = () =>
			gate.platform.db.rows(sql`select visit_id, entered_at, left_at, person_id from visits.visit
				where person_id = any (${persons}::bigint[]) order by entered_at, person_id`);

		for (const batch of batches) await Promise.all([1, 2, 3].map(() => gate.send(batch)));
		const once = await stored();
		const replays = [2, 0, 1, 1, 2, 0, 0, 1, 2].map((index) => gate.send(batches[index]!));
		const answers = (await Promise.all(replays)).flatMap((one) => one.answers);

		expect(once).toHaveLength(6);
		expect(await stored()).toEqual(once);
		expect(new Set(said(answers))).toEqual(new Set(['green, again']));
	});

	test('by a clock three hours slow is taken: both times are kept, and the difference is flagged', async () => {
		const scans = [await gate.scanOf(person(), { at: at('04:30:00') })];

		const { answers } = await gate.send(scans, { clock: at('05:00:00') });

		expect(said(answers)).toEqual(['green']);
		expect(await gate.door.visits()).toMatchObject([{ entered_at: new Date(at('07:30:00')), skew_seconds: 10_800 }]);
		expect((await listed()).skewSeconds).toBe(10_800);
	});

	test('by a clock three hours slow, sent again a moment later, is one visit', async () => {
		const scans = [await gate.scanOf(person(), { at: at('04:30:00') })];
		await gate.send(scans, { clock: at('05:00:00') });

		gate.door.setClock('08:00:31');
		const again = await gate.send(scans, { clock: at('05:00:29') });

		expect(said(again.answers)).toEqual(['green, again']);
		expect(await gate.door.visits()).toHaveLength(1);
	});

	test('by a clock that was put right before sending is taken with the correction of its own moment', async () => {
		const scans = [await gate.scanOf(person(), { at: at('04:30:00'), skewSeconds: 10_800 })];

		await gate.send(scans);

		expect(await gate.door.visits()).toMatchObject([{ entered_at: new Date(at('07:30:00')), skew_seconds: 10_800 }]);
	});

	test('by a clock that differs by what sending takes is left as it is', async () => {
		await gate.send([await gate.scanOf(person(), { at: at('07:30:00') })], { clock: at('07:59:55') });

		expect(await gate.door.visits()).toMatchObject([{ entered_at: new Date(at('07:30:00')), skew_seconds: 0 }]);
	});

	test('counts as the guard decided it: somebody stopped has no stay, somebody let in all the same has', async () => {
		const stopped = await addDeclared(gate.platform, gate.door.newPhone());
		const at10 = { at: at('07:10:00'), shown: 'red' };

		await gate.send([await gate.scanOf(stopped.personId, at10)]);
		await gate.send([await gate.scanOf(person(), { ...at10, overrule: true })]);

		expect(await gate.door.visits()).toMatchObject([{ verdict: 2, left_at: null }]);
	});

	test('keeps for the place’s log why, and that the gate was not sure; of health no more than that it was', async () => {
		const scans = [
			await gate.scanOf(person(), { at: at('07:10:00'), isDegraded: true }),
			await gate.scanOf(person(), { at: at('07:20:00'), direction: 'out' }),
			await gate.scanOf(person(), { at: at('07:30:00'), shown: 'amber', reasons: ['symptoms', 'place-full'] }),
			await gate.scanOf(person(), { at: at('07:35:00'), direction: 'out' }),
			await gate.scanOf(person(), { at: at('07:40:00'), shown: 'red', reasons: ['call-health-station'] }),
		];

		await gate.send(scans);

		const { visits } = await call(gate.platform, listToday, await gate.door.manager.caller(), {
			place: gate.door.place,
		});
		expect(visits.filter((visit) => visit.person === person()).map(({ reasons }) => reasons)).toEqual([
			['health'],
			['place-full', 'health'],
			['not-sure'],
		]);
	});

	test.each([
		['1970', '1970-01-01T00:00:00Z'],
		['2100', '2100-01-01T00:00:00Z'],
		['the beginning of time', '0001-01-01T00:00:00Z'],
		['its end', '9999-12-31T23:59:59Z'],
	])('by a clock that stands in %s is taken at the server’s time at the latest', async (_when, clock) => {
		const status = { clock, bundle: clock, version: '' };

		const { answers } = await gate.send([await gate.scanOf(person(), { at: clock })], status);

		expect(said(answers)).toEqual(['green']);
		expect(await gate.door.visits()).toMatchObject([{ entered_at: new Date(at('08:00:00')) }]);
	});

	test('by a device that says what no table holds is refused', async () => {
		const scans = [await gate.scanOf(person())];

		for (const change of [{ version: '1\u0000' }, { queued: -1 }, { clock: 'bây giờ' }])
			await expect(gate.send(scans, change)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test('is recorded at the device’s own place, whatever it says', async () => {
		const scans = [{ ...(await gate.scanOf(person())), place: gate.door.elsewhere }];

		await expect(gate.send(scans)).rejects.toMatchObject({ code: 'invalid-input' });
	});
});

describe('a code that is not genuine', () => {
	const forge = (code: string) => (code.endsWith('0') ? `${code.slice(0, -1)}1` : `${code.slice(0, -1)}0`);
	const forged = async (count: number, change: object = {}) =>
		Promise.all(
			Array.from({ length: count }, async () => {
				const scan = await gate.scanOf(person(), { id: newUuid(), ...change });
				return { ...scan, who: { ...scan.who, code: forge(scan.who.code) } };
			}),
		);

	test('is found in a sample of one in fifty, refused and flagged; then all the device sends is verified', async () => {
		const device = await pairDevice(gate.door, 'Máy giả');

		const first = await gate.send(await forged(50), {}, device);
		const second = await gate.send(await forged(3), {}, device);

		expect(said(first.answers).filter((one) => one === 'code-invalid')).toHaveLength(1);
		expect(said(second.answers)).toEqual(['code-invalid', 'code-invalid', 'code-invalid']);
		expect(await listed(device.device)).toMatchObject({ badCodes: 4, badCodeAt: at('08:00:00') });
		expect(await gate.platform.metrics.registry.metrics()).toMatch(
			/vaora_notices_total\{what="gate-code-invalid"\} [1-9]/,
		);
	});

	test('is always found where the server would have said something else', async () => {
		const device = await pairDevice(gate.door);

		const { answers } = await gate.send(await forged(1, { shown: 'amber' }), {}, device);

		expect(said(answers)).toEqual(['code-invalid']);
		expect(await gate.door.visits()).toEqual([]);
	});

	test('is one of somebody else, too', async () => {
		const device = await pairDevice(gate.door);
		const scan = await gate.scanOf(person(), { shown: 'amber' });
		const other = await addDeclared(gate.platform, gate.door.newPhone());

		const { answers } = await gate.send([{ ...scan, who: { ...scan.who, person: other.personId } }], {}, device);

		expect(said(answers)).toEqual(['code-invalid']);
	});

	test('does not spoil the others of its batch', async () => {
		const device = await pairDevice(gate.door);
		const other = await addDeclared(gate.platform, gate.door.newPhone());
		const [bad] = await forged(1, { shown: 'amber' });

		const { answers } = await gate.send([bad!, await gate.scanOf(other.personId)], {}, device);

		expect(said(answers)).toEqual(['code-invalid', 'green']);
	});

	test('is none that is only over: somebody with an old code was there all the same', async () => {
		gate.platform.clock.set('2026-11-27T08:00:00+07:00');
		await gate.platform.db.run(sql`select platform.ensure_days('audit.entry', '2026-11-27', '2026-11-27')`);
		const device = await pairDevice(gate.door);

		const { answers } = await gate.send([await gate.scanOf(person(), { shown: 'not-declared' })], {}, device);

		expect(said(answers)).toEqual(['not-declared']);
	});
});

describe('what a device says of itself', () => {
	test('is kept, at most every fifteen seconds unless its last scan has come', async () => {
		const device = await pairDevice(gate.door, 'Máy bảo vệ');
		const send = async (change: object) => gate.send([await gate.scanOf(person())], change, device);

		await send({ queued: 40, battery: 71, version: '2026.11', bundle: at('06:00:00') });
		const first = await listed(device.device);
		gate.door.setClock('08:00:10');
		await send({ queued: 20 });
		const second = await listed(device.device);
		gate.door.setClock('08:00:12');
		await send({ queued: 1 });
		const third = await listed(device.device);
		gate.door.setClock('08:00:30');
		await send({ queued: 9, battery: 70 });
		const fourth = await listed(device.device);

		expect(first).toMatchObject({
			...{ name: 'Máy bảo vệ', queued: 39, battery: 71, version: '2026.11' },
			...{ bundleIssuedAt: at('06:00:00'), lastContactAt: at('08:00:00'), badCodes: 0 },
		});
		expect(second).toEqual(first);
		expect(third).toMatchObject({ queued: 0, lastContactAt: at('08:00:12') });
		expect(fourth).toMatchObject({ queued: 8, battery: 70, lastContactAt: at('08:00:30') });
	});
});

describe('who may not record what a gate read', () => {
	test('anybody but a device that still may', async () => {
		const scans = [await gate.scanOf(person())];
		const tell = (caller: Caller) => call(gate.platform, recordScans, caller, { status: gate.status(), scans });
		const { device, caller } = await pairDevice(gate.door);
		const before = await caller();
		await call(gate.platform, revoke, await gate.door.manager.caller(), { place: gate.door.place, device });

		for (const stranger of [
			await gate.door.controller.caller(),
			await gate.door.manager.caller(),
			await gate.door.person.caller(),
			staff('CDC', { name: 'health-officer' }),
		])
			await expect(tell(stranger)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(tell(anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
		await expect(caller()).rejects.toMatchObject({ code: 'device-revoked' });
		expect(before.actor.kind).toBe('device');
		expect(await gate.door.visits()).toEqual([]);
	});

	test('a device with more than a hundred scans at once', async () => {
		const scan = await gate.scanOf(person());
		const scans = Array.from({ length: 101 }, () => ({ ...scan, id: newUuid() }));

		await expect(gate.send(scans)).rejects.toMatchObject({ code: 'invalid-input' });
		await expect(gate.send([])).rejects.toMatchObject({ code: 'invalid-input' });
	});
});
