import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { at, type Door, openDoor } from '#test/door';
import { addDeclared } from '#test/people';
import { recordBatch } from '#visits';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

describe('many entries and exits at once', () => {
	test('are recorded in their order and each is answered, the wrong ones too', async () => {
		const other = await addDeclared(door.platform, door.newPhone());
		const event = (direction: 'in' | 'out', whose: string, clock: string) => ({
			id: newUuid(),
			direction,
			person: whose,
			at: at(clock),
		});
		const events = [
			event('in', door.person.personId, '07:00:00'),
			event('out', door.person.personId, '07:30:00'),
			event('out', other.personId, '07:31:00'),
			event('in', door.person.personId, '07:45:00'),
			event('in', other.personId, '07:50:00'),
		];

		const { answers } = await call(door.platform, recordBatch, await door.controller.caller(), {
			place: door.place,
			events,
		});
		const again = await call(door.platform, recordBatch, await door.controller.caller(), { place: door.place, events });

		expect(answers.map((one) => ('problem' in one ? one.problem : `${one.verdict} ${one.isRepeat}`))).toEqual([
			...['green false', 'green false', 'not-inside', 'green false', 'green false'],
		]);
		expect(again.answers.map((one) => ('problem' in one ? one.problem : one.isRepeat))).toEqual([
			true,
			true,
			'not-inside',
			true,
			true,
		]);
		expect((await door.visits()).map(({ left_at }) => left_at?.toISOString())).toEqual([at('07:30:00'), undefined]);
	});

	test('an entry that a clock told too early to be believed is the same when it is told again and is believed', async () => {
		const ahead = { id: newUuid(), direction: 'in' as const, person: door.person.personId, at: at('08:10:00') };
		const tell = async (...events: { id: string; direction: 'in' | 'out'; person: string; at: string }[]) =>
			call(door.platform, recordBatch, await door.controller.caller(), { place: door.place, events });
		await tell(ahead);
		door.setClock('08:06:00');
		await tell({ ...ahead, id: newUuid(), direction: 'out', at: at('08:05:00') });

		const { answers } = await tell(ahead);

		expect(answers).toMatchObject([{ isRepeat: true }]);
		expect(await door.visits()).toHaveLength(1);
		door.setClock('08:00:00');
	});

	test('hold a hundred at most', async () => {
		const events = Array.from({ length: 101 }, () => ({
			id: newUuid(),
			direction: 'in' as const,
			person: door.person.personId,
		}));

		await expect(
			call(door.platform, recordBatch, await door.controller.caller(), { place: door.place, events }),
		).rejects.toMatchObject({
			code: 'invalid-input',
		});
	});
});
