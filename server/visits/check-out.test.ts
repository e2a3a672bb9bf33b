import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { at, type Door, openDoor } from '#test/door';
import { moveTo } from '#test/people';
import { recordBatch, visits } from '#visits';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

/** Nobody ended the visit until the job came. */
const closeOverdue = () => {
	door.platform.clock.set('2026-11-24T14:00:00+07:00');
	const job = visits.jobs!.find(({ name }) => name === 'visits.close-overdue')!;
	return job.run(door.platform, door.platform.clock.now(), undefined);
};

describe('going out', () => {
	test('ends the visit; the same exit sent again changes nothing', async () => {
		await door.goIn();
		door.setClock('08:45:00');

		expect(await door.goOut()).toMatchObject({ leftAt: at('08:45:00'), leftKnown: 'recorded', isRepeat: false });
		door.setClock('09:00:00');
		expect(await door.goOut()).toMatchObject({ leftAt: at('08:45:00'), isRepeat: true });
	});

	test('without having gone in is refused', async () => {
		await expect(door.goOut()).rejects.toMatchObject({ code: 'not-inside' });
	});

	const days = (...stays: [string, string, number][]) =>
		stays.map(([from, until, left_known]) => ({
			entered_at: new Date(`2026-11-${from}:00+07:00`),
			left_at: new Date(`2026-11-${until}:00+07:00`),
			left_known,
		}));
	const threeDays = days(['24T08:00', '25T08:00', 0], ['25T08:00', '26T08:00', 0], ['26T08:00', '26T20:30', 0]);

	test('after days, having been nowhere else, is recorded, with a visit for each day of the stay', async () => {
		await door.goIn({ gate: 2 });
		await closeOverdue();
		door.platform.clock.set('2026-11-26T20:30:00+07:00');

		const answer = await door.goOut();
		const again = await door.goOut();

		const leftAt = new Date('2026-11-26T20:30:00+07:00').toISOString();
		expect([answer, again]).toMatchObject([
			{ leftAt, leftKnown: 'recorded', isRepeat: false },
			{ leftAt, isRepeat: true },
		]);
		expect(await door.visits()).toMatchObject(threeDays.map((day) => ({ ...day, gate: 2 })));
	});

	test('after days is recorded as well when a gate tells of it later, among others', async () => {
		const event = (direction: 'in' | 'out', time: string) => ({
			...door.told({ place: undefined }),
			direction,
			at: time,
		});
		const events = [
			event('in', '2026-11-24T08:00:00+07:00'),
			event('out', '2026-11-26T20:30:00+07:00'),
			event('in', '2026-11-26T21:00:00+07:00'),
		].map(({ place: _place, ...rest }) => rest);
		door.platform.clock.set('2026-11-27T08:00:00+07:00');
		const send = async (some: typeof events) =>
			(await call(door.platform, recordBatch, await door.controller.caller(), { place: door.place, events: some }))
				.answers;

		const answers = [...(await send(events.slice(0, 1))), ...(await send(events.slice(1)))];
		await send(events);

		expect(answers.filter((one) => 'problem' in one)).toEqual([]);
		expect((await door.visits()).slice(0, 3)).toMatchObject(threeDays);
		expect(await door.visits()).toHaveLength(4);
	});

	test('after days is refused to somebody who was elsewhere meanwhile: what was inferred stays', async () => {
		await door.goIn();
		await closeOverdue();
		door.platform.clock.set('2026-11-25T10:00:00+07:00');
		await door.goIn({ place: door.elsewhere });
		const before = await door.visits();
		door.platform.clock.set('2026-11-26T20:30:00+07:00');

		await expect(door.goOut()).rejects.toMatchObject({ code: 'not-inside' });

		expect(before).toMatchObject([{ left_known: 1 }, { left_at: null }]);
		expect(await door.visits()).toEqual(before);
	});

	test('after the longest look-back is refused', async () => {
		await door.goIn();
		await moveTo(door.platform, '2026-12-15T08:00:01+07:00');

		await expect(door.goOut()).rejects.toMatchObject({ code: 'not-inside' });
	});
});
