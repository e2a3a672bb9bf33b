import { beforeEach, describe, expect, test } from 'vitest';
import { hour, minute, personsOf, Surroundings, start } from '#test/gate-surroundings';
import type { PersonReading } from '#web/gate/gate.ts';

let world: Surroundings;

beforeEach(() => {
	world = new Surroundings();
});

describe('a device at a gate', () => {
	test('that is not paired reads nobody and says so', async () => {
		const gate = await world.open();

		expect(gate.state).toMatchObject({ pairing: 'none', queued: 0, isDegraded: false });
		expect(await gate.read(await world.codeOf('1'), 'camera', 'in')).toMatchObject({ kind: 'fault' });
	});

	test('is paired once and knows its place from then on', async () => {
		await world.openPaired();
		world.isConnected = false;

		const { state } = await world.open();

		expect(state).toMatchObject({ pairing: 'paired', bundleAgeMinutes: 0, isOnline: false });
		expect(state.bundle?.place.name).toBe('Trường Tiểu học Ba Đình');
	});

	test('keeps what it scans without a network, through a restart, and sends it in order with the times it happened', async () => {
		const gate = await world.openPaired();
		world.isConnected = false;
		for (const person of ['1', '2', '3']) {
			world.pass(minute);
			await world.scan(gate, person);
		}

		expect(gate.state).toMatchObject({ queued: 3, inside: 3 });
		const reopened = await world.open();
		expect(reopened.state.queued).toBe(3);
		world.pass(8 * hour);
		world.isConnected = true;
		await reopened.attend();

		expect(world.taken).toHaveLength(1);
		expect(personsOf(world.taken[0]!.scans)).toEqual(['1', '2', '3']);
		expect(world.taken[0]!.scans.map(({ at }) => Date.parse(at) - start.getTime())).toEqual([
			minute,
			2 * minute,
			3 * minute,
		]);
		expect(world.taken[0]!.status).toMatchObject({ queued: 3, version: 'test' });
		expect(reopened.state).toMatchObject({ queued: 0, lastSyncAt: new Date(world.serverNow) });
	});

	test('tells everybody who watches, until they stop', async () => {
		const gate = await world.openPaired();
		const queued: number[] = [];
		const stop = gate.watch((state) => queued.push(state.queued));
		world.isConnected = false;
		await world.scan(gate, '1');
		stop();
		await world.scan(gate, '2');

		expect(queued.at(-1)).toBe(1);
	});
});

describe('a group', () => {
	const enter = async (gate: Awaited<ReturnType<typeof world.open>>, persons: string[]) => {
		const people = [];
		for (const person of persons) {
			const reading = await gate.read(await world.codeOf(person), 'camera', 'in');
			people.push({ reading: reading as PersonReading });
		}
		await gate.record({ direction: 'in', people, isGroup: true });
	};
	const leave = (gate: Awaited<ReturnType<typeof world.open>>) =>
		gate.record({
			direction: 'out',
			people: gate.state.lastGroup.map((who) => ({
				reading: { kind: 'person', who, direction: 'out', verdict: 'green', reasons: [], isRepeat: false },
			})),
			isGroup: true,
		});

	test('goes out by one press though the page was closed meanwhile, each person stored both ways', async () => {
		const gate = await world.openPaired();
		await enter(gate, ['1', '2', '3']);
		world.pass(3 * hour);

		const reopened = await world.open();
		expect(reopened.state.lastGroup).toHaveLength(3);
		await leave(reopened);
		expect(reopened.state).toMatchObject({ lastGroup: [], inside: 0 });
		world.pass(minute);
		await reopened.attend();

		const sent = world.taken.flatMap(({ scans }) => scans);
		expect(personsOf(sent)).toEqual(['1', '2', '3', '1', '2', '3']);
		expect(sent.map(({ direction }) => direction)).toEqual(['in', 'in', 'in', 'out', 'out', 'out']);
	});

	test('that was taken back is inside as it was before', async () => {
		const gate = await world.openPaired();
		await enter(gate, ['1', '2']);
		await leave(gate);

		expect(await gate.undo()).toBe(true);
		expect(gate.state).toMatchObject({ inside: 2 });
		expect(gate.state.lastGroup).toHaveLength(2);
	});

	test('of the day before is not remembered, nor one of another gate', async () => {
		const gate = await world.openPaired();
		await enter(gate, ['1', '2']);
		world.pass(24 * hour + minute);
		expect((await world.open()).state.lastGroup).toEqual([]);

		const again = await world.open();
		await enter(again, ['3']);
		await again.leave();
		expect(again.state.lastGroup).toEqual([]);
	});
});

describe('a group that is being gathered', () => {
	const gather = async (gate: Awaited<ReturnType<typeof world.open>>, persons: string[]) => {
		const people = [];
		for (const person of persons) {
			const reading = (await gate.read(await world.codeOf(person), 'camera', 'in')) as PersonReading;
			people.push({ reading: { ...reading, hint: { vi: 'LÊ ***', en: 'LÊ ***' } }, isOverruled: person === '2' });
		}
		await gate.gather(people);
	};

	test('is there when the page was closed in between, without what a card said, and can be recorded', async () => {
		const gate = await world.openPaired();
		await gather(gate, ['1', '2']);
		world.pass(5 * minute);

		const reopened = await world.open();
		const { gathered } = reopened.state;
		expect(gathered.map(({ isOverruled }) => isOverruled)).toEqual([false, true]);
		expect(gathered[0]!.reading).not.toHaveProperty('hint');
		await reopened.record({
			...{ direction: 'in', isGroup: true },
			people: gathered.map(({ reading }) => ({ reading })),
		});
		await reopened.gather([]);

		expect(reopened.state).toMatchObject({ queued: 2 });
		expect((await world.open()).state.gathered).toEqual([]);
	});

	test('is asked anew after half an hour, and not kept by a device that left', async () => {
		const gate = await world.openPaired();
		await gather(gate, ['1']);
		world.pass(31 * minute);
		expect((await world.open()).state.gathered).toEqual([]);

		await gather(gate, ['1']);
		await gate.leave();
		expect((await world.open()).state.gathered).toEqual([]);
	});
});

describe('taking back the last action', () => {
	test('works for some seconds, even with a network', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		await gate.attend();

		expect(await gate.undo()).toBe(true);
		expect(gate.state).toMatchObject({ queued: 0, inside: 0 });
		world.pass(minute);
		await gate.attend();
		expect(world.taken).toEqual([]);
	});

	test('and no longer once it was sent', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		world.pass(6_000);
		await gate.attend();

		expect(await gate.undo()).toBe(false);
		expect(world.taken).toHaveLength(1);
	});

	test('makes the same person new again', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		await gate.undo();

		expect(await gate.read(await world.codeOf('1'), 'camera', 'in')).toMatchObject({ isRepeat: false });
	});
});

describe('a clock that is wrong', () => {
	test.each([
		['three hours slow', -3 * hour],
		['three hours fast', 3 * hour],
	])('by %s still reads codes rightly; the scan keeps the device’s own time', async (_how, wrong) => {
		world.wrong = wrong;
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		world.pass(6_000);
		await gate.attend();

		const [{ scans, status } = { scans: [], status: undefined }] = world.taken;
		expect(gate.state.skewSeconds).toBe(-wrong / 1_000);
		expect(scans[0]!.at).toBe(new Date(start.getTime() + wrong).toISOString());
		expect(status?.clock).toBe(new Date(world.serverNow + wrong).toISOString());
	});

	test('and is put right before the device is online again: the scan brings the correction of its moment', async () => {
		world.wrong = -3 * hour;
		const gate = await world.openPaired();
		world.isConnected = false;
		await world.scan(gate, '1');
		world.wrong = 0;
		await world.scan(gate, '2');
		world.isConnected = true;
		await gate.sync();

		const [first, second] = world.taken[0]!.scans;
		expect(first).toMatchObject({ at: new Date(start.getTime() - 3 * hour).toISOString(), skewSeconds: 3 * 3_600 });
		expect(second!.at).toBe(start.toISOString());
		expect(second!.skewSeconds).toBeUndefined();
	});

	test('set back while the page is closed is noticed, and codes are still read', async () => {
		await world.openPaired();
		world.isConnected = false;
		world.wrong = -30 * 24 * hour;

		const gate = await world.open();

		expect(gate.state.trouble?.en).toContain('set back');
		expect(await gate.read(await world.codeOf('1'), 'camera', 'in')).toMatchObject({ verdict: 'green' });
	});
});
