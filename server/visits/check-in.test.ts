import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requestCode } from '#identity';
import { closePlace } from '#places';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import {
	addCafe,
	addControllerOf,
	addDeclared,
	administrator,
	anybody,
	declare,
	openVaora,
	type SignedIn,
	signIn,
	staff,
} from '#test/people';
import { checkIn, checkInByPhone, checkOut, listInside, listToday, recordBatch } from '#visits';

let platform: TestPlatform;
let manager: SignedIn;
let controller: SignedIn;
let place: string;
let elsewhere: string;
let person: Awaited<ReturnType<typeof addDeclared>>;

let phones = 10;
const newPhone = () => `+849044400${phones++}`;
const start = '2026-11-24T08:00:00+07:00';
const at = (clock: string) => new Date(`2026-11-24T${clock}+07:00`).toISOString();
const setClock = (clock: string) => platform.clock.set(at(clock));

beforeAll(async () => {
	platform = await openVaora(start);
	manager = await signIn(platform, '+84904440001');
	place = (await addCafe(platform, manager)).placeId;
	elsewhere = (await addCafe(platform, await signIn(platform, '+84904440003'))).placeId;
	controller = await addControllerOf(platform, manager, place, '+84904440002');
});
afterAll(() => platform.close());
beforeEach(async () => {
	platform.clock.set(start);
	person = await addDeclared(platform, newPhone());
});

const told = (change: object = {}) => ({ id: newUuid(), place, person: person.personId, ...change });
const goIn = async (change: object = {}, by: SignedIn = person) =>
	call(platform, checkIn, await by.caller(), told(change));
const goOut = async (change: object = {}, by: SignedIn = person) =>
	call(platform, checkOut, await by.caller(), told(change));
const visits = () =>
	platform.db.rows(sql<{
		entered_at: Date;
		left_at: Date | null;
		verdict: number;
		skew_seconds: number;
		noted_by: number;
		gate: number;
	}>`
		select entered_at, left_at, verdict, skew_seconds, noted_by, gate from visits.visit where person_id = ${person.personId} order by entered_at`);

describe('going in', () => {
	test('by oneself is answered with the standing and kept', async () => {
		const id = newUuid();

		const answer = await goIn({ id, gate: 2 });

		expect(answer).toEqual({ visitId: id, verdict: 'green', reasons: [], enteredAt: at('08:00:00'), isRepeat: false });
		expect(await visits()).toMatchObject([{ left_at: null, verdict: 0, noted_by: 0, gate: 2 }]);
	});

	test('noted by a controller is kept as such', async () => {
		expect(await goIn({}, controller)).toMatchObject({ verdict: 'green' });

		expect(await visits()).toMatchObject([{ noted_by: 1 }]);
	});

	test('sent again, alone or many times at once, is the same visit', async () => {
		const id = newUuid();

		const answers = await Promise.all(Array.from({ length: 20 }, () => goIn({ id })));
		setClock('12:00:00');
		const later = await goIn({ id });

		expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
		expect(later).toMatchObject({ visitId: id, isRepeat: true, enteredAt: at('08:00:00') });
		expect(await visits()).toHaveLength(1);
	});

	test('without a declaration, or with one that is over, is stopped, with the reason in both languages', async () => {
		platform.clock.set('2026-11-27T08:00:00+07:00');
		expect(await goIn()).toMatchObject({
			verdict: 'not-declared',
			reasons: [{ code: 'declaration-expired', vi: 'Tờ khai đã hết hạn' }],
		});

		const stranger = { person: '4611686018427387903' };
		expect(await goIn(stranger, controller)).toMatchObject({
			verdict: 'not-declared',
			reasons: [{ code: 'not-declared' }],
		});
		const [visit] = await visits();
		expect(visit!.left_at).toEqual(visit!.entered_at);
	});

	test('when the answer is red is stopped; a controller may let them in, and the answer stays red', async () => {
		await declare(platform, person, { symptoms: ['fever'], 'symptoms-note': 'Từ hôm qua', 'met-patient': 'yes' });

		const stopped = await goIn();
		setClock('08:01:00');
		const own = await goIn({ overrule: true });
		setClock('08:02:00');
		const letIn = await goIn({ overrule: true }, controller);

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
		await goIn();
		setClock('09:00:00');

		expect(await goIn({ place: elsewhere })).toMatchObject({ closedElsewhere: place });

		expect((await visits()).map(({ left_at }) => left_at?.toISOString())).toEqual([at('09:00:00'), undefined]);
	});

	test('at a place that does not exist or is closed is refused', async () => {
		const closed = await signIn(platform, newPhone());
		const { placeId } = await addCafe(platform, closed);
		await call(platform, closePlace, await closed.caller(), { place: placeId });

		for (const wrong of ['123456789', placeId])
			await expect(goIn({ place: wrong })).rejects.toMatchObject({ code: 'place-not-found' });
		expect(await visits()).toEqual([]);
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
		await goIn(change);

		const [visit] = await visits();
		expect([visit!.entered_at.toISOString(), visit!.skew_seconds]).toEqual([at(entered), skew]);
	});
});

describe('going out', () => {
	test('ends the visit; the same exit sent again changes nothing', async () => {
		await goIn();
		setClock('08:45:00');

		expect(await goOut()).toMatchObject({ leftAt: at('08:45:00'), leftKnown: 'recorded', isRepeat: false });
		setClock('09:00:00');
		expect(await goOut()).toMatchObject({ leftAt: at('08:45:00'), isRepeat: true });
	});

	test('without having gone in is refused', async () => {
		await expect(goOut()).rejects.toMatchObject({ code: 'not-inside' });
	});
});

describe('many entries and exits at once', () => {
	test('are recorded in their order and each is answered, the wrong ones too', async () => {
		const other = await addDeclared(platform, newPhone());
		const event = (direction: 'in' | 'out', whose: string, clock: string) => ({
			id: newUuid(),
			direction,
			person: whose,
			at: at(clock),
		});
		const events = [
			event('in', person.personId, '07:00:00'),
			event('out', person.personId, '07:30:00'),
			event('out', other.personId, '07:31:00'),
			event('in', person.personId, '07:45:00'),
			event('in', other.personId, '07:50:00'),
		];

		const { answers } = await call(platform, recordBatch, await controller.caller(), { place, events });
		const again = await call(platform, recordBatch, await controller.caller(), { place, events });

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
		expect((await visits()).map(({ left_at }) => left_at?.toISOString())).toEqual([at('07:30:00'), undefined]);
	});

	test('hold a hundred at most', async () => {
		const events = Array.from({ length: 101 }, () => ({
			id: newUuid(),
			direction: 'in' as const,
			person: person.personId,
		}));

		await expect(call(platform, recordBatch, await controller.caller(), { place, events })).rejects.toMatchObject({
			code: 'invalid-input',
		});
	});
});

describe('somebody who comes with an ordinary phone', () => {
	const come = async (phone: string, change: object = {}, by = controller) => {
		const { challengeId } = await call(platform, requestCode, await by.caller(), { phone });
		const { person: _person, ...rest } = told();
		const input = {
			...rest,
			direction: 'in' as const,
			challenge: challengeId,
			code: platform.codeFor(phone),
			...change,
		};
		return call(platform, checkInByPhone, await by.caller(), input);
	};

	test('goes in by the code they read out', async () => {
		expect(await come(person.phone)).toMatchObject({ verdict: 'green', isRepeat: false });

		expect(await visits()).toMatchObject([{ noted_by: 1 }]);
	});

	test('is refused with a wrong code, and without a declaration', async () => {
		await expect(come(person.phone, { code: '12345' })).rejects.toMatchObject({ code: 'code-wrong' });
		await expect(come(newPhone())).rejects.toMatchObject({ code: 'declaration-missing' });
		expect(await visits()).toEqual([]);
	});

	test('is let in by nobody but a controller of the place', async () => {
		await expect(come(person.phone, {}, person)).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('somebody who has no right to', () => {
	const attempts: [string, (caller: Caller) => Promise<unknown>][] = [
		['check-in', (caller) => call(platform, checkIn, caller, told())],
		['check-out', (caller) => call(platform, checkOut, caller, told())],
		[
			'record-batch',
			(caller) =>
				call(platform, recordBatch, caller, {
					place,
					events: [{ id: newUuid(), direction: 'in', person: person.personId }],
				}),
		],
		['list-today', (caller) => call(platform, listToday, caller, { place })],
		['list-inside', (caller) => call(platform, listInside, caller, { place })],
	];

	test.each(attempts)('may not call %s', async (_name, attempt) => {
		const stranger = await addDeclared(platform, newPhone());
		const strangeManager = await signIn(platform, newPhone());
		await addCafe(platform, strangeManager);

		for (const caller of [
			await stranger.caller(),
			await strangeManager.caller(),
			administrator,
			staff('CDC', { name: 'health-officer' }),
		])
			await expect(attempt(caller)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(attempt(anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
		expect(await visits()).toEqual([]);
	});
});
