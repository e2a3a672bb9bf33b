import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePlace } from '#places';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { at, type Door, openDoor } from '#test/door';
import { addCafe, declare, signIn } from '#test/people';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

describe('going in', () => {
	test('by oneself is answered with the standing and kept', async () => {
		const id = newUuid();

		const answer = await door.goIn({ id, gate: 2 });

		expect(answer).toEqual({ visitId: id, verdict: 'green', reasons: [], enteredAt: at('08:00:00'), isRepeat: false });
		expect(await door.visits()).toMatchObject([{ left_at: null, verdict: 0, noted_by: 0, gate: 2 }]);
	});

	test('noted by a controller is kept as such', async () => {
		expect(await door.goIn({}, door.controller)).toMatchObject({ verdict: 'green' });

		expect(await door.visits()).toMatchObject([{ noted_by: 1 }]);
	});

	test('sent again, alone or many times at once, is the same visit', async () => {
		const id = newUuid();

		const answers = await Promise.all(Array.from({ length: 20 }, () => door.goIn({ id })));
		door.setClock('12:00:00');
		const later = await door.goIn({ id });

		expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
		expect(later).toMatchObject({ visitId: id, isRepeat: true, enteredAt: at('08:00:00') });
		expect(await door.visits()).toHaveLength(1);
	});

	test('without a declaration, or with one that is over, is stopped, with the reason in both languages', async () => {
		door.platform.clock.set('2026-11-27T08:00:00+07:00');
		expect(await door.goIn()).toMatchObject({
			verdict: 'not-declared',
			reasons: [{ code: 'declaration-expired', vi: 'Tờ khai đã hết hạn' }],
		});

		const stranger = { person: '4611686018427387903' };
		expect(await door.goIn(stranger, door.controller)).toMatchObject({
			verdict: 'not-declared',
			reasons: [{ code: 'not-declared' }],
		});
		const [visit] = await door.visits();
		expect(visit!.left_at).toEqual(visit!.entered_at);
	});

	test('when the answer is red is stopped; a controller may let them in, and the answer stays red', async () => {
		await declare(door.platform, door.person, {
			symptoms: ['fever'],
			'symptoms-note': 'Từ hôm qua',
			'met-patient': 'yes',
		});

		const stopped = await door.goIn();
		door.setClock('08:01:00');
		const own = await door.goIn({ overrule: true });
		door.setClock('08:02:00');
		const letIn = await door.goIn({ overrule: true }, door.controller);

		expect([stopped, own, letIn].map(({ verdict, leftAt }) => [verdict, leftAt])).toEqual([
			['red', at('08:00:00')],
			['red', at('08:01:00')],
			['red', undefined],
		]);
		expect(letIn.reasons[0]).toMatchObject({
			code: 'symptom-and-contact',
			vi: expect.any(String),
			en: expect.any(String),
		});
	});

	test('elsewhere ends the open visit, and says where', async () => {
		await door.goIn();
		door.setClock('09:00:00');

		expect(await door.goIn({ place: door.elsewhere })).toMatchObject({ closedElsewhere: door.place });

		expect((await door.visits()).map(({ left_at }) => left_at?.toISOString())).toEqual([at('09:00:00'), undefined]);
	});

	test('at a place that does not exist or is closed is refused', async () => {
		const closed = await signIn(door.platform, door.newPhone());
		const { placeId } = await addCafe(door.platform, closed);
		await call(door.platform, closePlace, await closed.caller(), { place: placeId });

		for (const wrong of ['123456789', placeId])
			await expect(door.goIn({ place: wrong })).rejects.toMatchObject({ code: 'place-not-found' });
		expect(await door.visits()).toEqual([]);
	});

	test.each([
		['three hours ahead, without knowing, counts at the server’s time', { at: at('11:00:00') }, '08:00:00', -10_800],
		[
			'three hours ahead, and known, counts corrected',
			{ at: at('10:50:00'), skewSeconds: -10_800 },
			'07:50:00',
			-10_800,
		],
		['three hours behind (or a gate that was offline) counts as it says', { at: at('05:00:00') }, '05:00:00', 0],
		['five minutes ahead counts as it says', { at: at('08:05:00') }, '08:05:00', 0],
		['a second more ahead counts at the server’s time', { at: at('08:05:01') }, '08:00:00', -301],
		[
			'at 1970 counts at the server’s time, with the difference kept',
			{ at: '1970-01-01T00:00:00Z' },
			'08:00:00',
			1_795_482_000,
		],
	])('by a clock %s', async (_how, change, entered, skew) => {
		await door.goIn(change);

		const [visit] = await door.visits();
		expect([visit!.entered_at.toISOString(), visit!.skew_seconds]).toEqual([at(entered), skew]);
	});
});
