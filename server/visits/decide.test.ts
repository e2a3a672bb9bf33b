import { describe, expect, test } from 'vitest';
import { decideEntry, decideExit, type Event, leftKnownCodes, type PersonsVisits } from './decide.ts';

const office = '1';
const cafe = '2';
const person = '7';
const known = { closesElsewhere: true, usualStayMinutes: (place: string) => (place === office ? 480 : 90) };

const at = (time: string) => new Date(`2026-11-24T${time}:00+07:00`);

let ids = 0;
function event(direction: 'in' | 'out', placeId: string, time: string, more: Partial<Event> = {}): Event {
	return {
		id: `id-${++ids}`,
		direction,
		placeId,
		gate: 1,
		personId: person,
		at: at(time),
		hasDeviceTime: true,
		skewSeconds: 0,
		recordedAt: at(time),
		verdict: 'green',
		isOverruled: false,
		notedBy: 'visitor',
		reasons: 0,
		...more,
	};
}

const nobody = (): PersonsVisits => new Map([[person, []]]);

function inside(placeId: string, time: string): PersonsVisits {
	const visits = nobody();
	decideEntry(event('in', placeId, time), visits, known);
	visits.get(person)![0]!.change = 'none';
	return visits;
}

describe('going in', () => {
	test('a person who comes for the first time has an open visit', () => {
		const visits = nobody();

		const { visit, isRepeat } = decideEntry(event('in', cafe, '08:00'), visits, known);

		expect(isRepeat).toBe(false);
		expect(visit).toMatchObject({ left_at: null, change: 'new', entered_at: at('08:00') });
	});

	test('the same call sent again is the same visit, even with another time', () => {
		const visits = inside(cafe, '08:00');
		const first = visits.get(person)![0]!;

		const again = decideEntry(event('in', cafe, '12:00', { id: first.visit_id }), visits, known);

		expect(again).toMatchObject({ visit: first, isRepeat: true });
		expect(visits.get(person)).toHaveLength(1);
	});

	test.each([
		['a minute before the usual stay is over, it is the same visit', '09:29', true],
		['when the usual stay is over, it is another visit', '09:30', false],
	])('somebody who goes in again at the same place without having left: %s', (_words, time, isRepeat) => {
		const visits = inside(cafe, '08:00');

		const again = decideEntry(event('in', cafe, time), visits, known);

		expect(again.isRepeat).toBe(isRepeat);
	});

	test('a visit nobody ended ends after the usual stay when the person comes back the same day', () => {
		const visits = inside(cafe, '08:00');

		decideEntry(event('in', cafe, '13:00'), visits, known);

		expect(visits.get(person)![0]).toMatchObject({
			left_at: at('09:30'),
			left_known: leftKnownCodes['usual-stay'],
			change: 'closed',
		});
	});

	test('going in elsewhere ends the open visit at that moment, marked as inferred', () => {
		const visits = inside(office, '08:00');

		const { closedElsewhere } = decideEntry(event('in', cafe, '11:30'), visits, known);

		expect(closedElsewhere).toBe(office);
		expect(visits.get(person)![0]).toMatchObject({
			left_at: at('11:30'),
			left_known: leftKnownCodes['entered-elsewhere'],
		});
	});

	test('going in elsewhere leaves the open visit alone where the rule says so', () => {
		const visits = inside(office, '08:00');

		decideEntry(event('in', cafe, '11:30'), visits, { ...known, closesElsewhere: false });

		expect(visits.get(person)![0]!.left_at).toBeNull();
	});

	test('an entry that arrives late ends where the next known entry elsewhere begins', () => {
		const visits = inside(cafe, '10:00');

		const { visit } = decideEntry(event('in', office, '08:00'), visits, known);

		expect(visit).toMatchObject({ left_at: at('10:00'), left_known: leftKnownCodes['entered-elsewhere'] });
		expect(visits.get(person)![0]!.left_at).toBeNull();
	});

	test.each(['red', 'not-declared'] as const)(
		'somebody who is stopped (%s) leaves a visit without length',
		(verdict) => {
			const visits = inside(office, '08:00');

			const { visit } = decideEntry(event('in', cafe, '11:30', { verdict }), visits, known);

			expect(visit!.left_at).toEqual(at('11:30'));
			expect(visits.get(person)![0]!.left_at).toBeNull();
		},
	);

	test('a controller who lets in somebody red opens a visit that stays red', () => {
		const visits = nobody();

		const { visit } = decideEntry(event('in', cafe, '11:30', { verdict: 'red', isOverruled: true }), visits, known);

		expect(visit).toMatchObject({ left_at: null, verdict: 2 });
	});
});

describe('going out', () => {
	test('the leaving time is recorded', () => {
		const visits = inside(cafe, '08:00');

		const { visit } = decideExit(event('out', cafe, '08:40'), visits, known);

		expect(visit).toMatchObject({ left_at: at('08:40'), left_known: leftKnownCodes.recorded, change: 'closed' });
	});

	test('the same exit sent again changes nothing', () => {
		const visits = inside(cafe, '08:00');
		decideExit(event('out', cafe, '08:40'), visits, known);

		const again = decideExit(event('out', cafe, '08:55'), visits, known);

		expect(again.isRepeat).toBe(true);
		expect(again.visit!.left_at).toEqual(at('08:40'));
	});

	test('a recorded time takes the place of one inferred from the usual stay', () => {
		const visits = inside(cafe, '08:00');
		Object.assign(visits.get(person)![0]!, { left_at: at('09:30'), left_known: leftKnownCodes['usual-stay'] });

		const { visit } = decideExit(event('out', cafe, '09:50'), visits, known);

		expect(visit).toMatchObject({ left_at: at('09:50'), left_known: leftKnownCodes.recorded });
	});

	test('somebody who has since gone in elsewhere cannot leave here', () => {
		const visits = inside(office, '08:00');
		decideEntry(event('in', cafe, '11:30'), visits, known);

		const { visit } = decideExit(event('out', office, '12:00'), visits, known);

		expect(visit).toBeUndefined();
	});

	const leave = (visits: PersonsVisits, time: string) =>
		decideExit(event('out', cafe, '08:00', { at: new Date(`2026-11-${time}+07:00`) }), visits, known);
	const stays = (visits: PersonsVisits) =>
		visits.get(person)!.map(({ entered_at, left_at }) => [entered_at, left_at].map((one) => one!.toISOString()));
	const on = (day: number, time: string) => new Date(`2026-11-${day}T${time}+07:00`).toISOString();

	test.each([
		['after exactly a day ends the visit', '25T08:00:00', [[on(24, '08:00:00'), on(25, '08:00:00')]]],
		[
			'a second later goes on in a second visit',
			'25T08:00:01',
			[
				[on(24, '08:00:00'), on(25, '08:00:00')],
				[on(25, '08:00:00'), on(25, '08:00:01')],
			],
		],
		[
			'after days is a visit for each of them',
			'26T20:00:00',
			[
				[on(24, '08:00:00'), on(25, '08:00:00')],
				[on(25, '08:00:00'), on(26, '08:00:00')],
				[on(26, '08:00:00'), on(26, '20:00:00')],
			],
		],
	])('a stay that ends %s', (_words, time, expected) => {
		const visits = inside(cafe, '08:00');

		const { visit } = leave(visits, time);
		const again = leave(visits, time);

		expect(stays(visits)).toEqual(expected);
		expect(visit!.left_at!.toISOString()).toBe(expected.at(-1)![1]);
		expect(again).toMatchObject({ visit, isRepeat: true });
		expect(visits.get(person)!.map(({ change }) => change)).toEqual(['closed', ...expected.slice(1).map(() => 'new')]);
		expect(new Set(visits.get(person)!.map(({ visit_id }) => visit_id)).size).toBe(expected.length);
	});

	test.each([
		[
			'was seen elsewhere meanwhile',
			(visits: PersonsVisits) => decideEntry(event('in', office, '20:00'), visits, known),
		],
		['had left', (visits: PersonsVisits) => decideExit(event('out', cafe, '09:00'), visits, known)],
	])('somebody who leaves after more than a day but %s is not inside', (_words, meanwhile) => {
		const visits = inside(cafe, '08:00');
		meanwhile(visits);
		const before = structuredClone(visits);

		expect(leave(visits, '25T08:00:01').visit).toBeUndefined();

		expect(visits).toEqual(before);
	});

	test('somebody who never went in is not inside', () => {
		expect(decideExit(event('out', cafe, '08:40'), nobody(), known).visit).toBeUndefined();
	});
});
