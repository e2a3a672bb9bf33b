import { describe, expect, test } from 'vitest';
import { boardingTime, chooseTrip, isBoarding } from './boarding.ts';

const at = (clock: string) => new Date(`2026-11-24T${clock}:00+07:00`);
const trip = (departs: string, arrives?: string, cancelled?: string) => {
	const departsAt = at(departs);
	const boards = boardingTime({ departsAt, arrivesAt: arrives ? at(arrives) : undefined }, 120);
	return { departsAt, boards, cancelledAt: cancelled ? at(cancelled) : undefined };
};

describe('passengers', () => {
	test.each([
		['may not board a minute too early', trip('10:00', '11:00'), '06:59', false],
		['board from three hours before departure', trip('10:00', '11:00'), '07:00', true],
		['board along the way, to the last minute', trip('10:00', '11:00'), '10:59', true],
		['may not board once it has arrived', trip('10:00', '11:00'), '11:00', false],
		['board for a usual stay where the arrival is not known', trip('10:00'), '11:59', true],
		['and no longer', trip('10:00'), '12:00', false],
		['boarded before it was cancelled', trip('10:00', '11:00', '09:30'), '09:29', true],
		['may not board what is cancelled', trip('10:00', '11:00', '09:30'), '09:30', false],
	])('%s', (_what, one, clock, boards) => expect(isBoarding(one, at(clock))).toBe(boards));
});

describe('of several departures', () => {
	const trips = [trip('09:00'), trip('08:00'), trip('10:00')];

	test.each([
		['the next is meant', '08:30', '09:00'],
		['one that is a quarter of an hour late', '08:15', '08:00'],
		['but not later', '08:16', '09:00'],
		['the last, when all have left', '11:00', '10:00'],
	])('%s', (_what, now, departs) => expect(chooseTrip(trips, at(now))?.departsAt).toEqual(at(departs)));

	test('none is meant where there is none', () => expect(chooseTrip([], at('08:00'))).toBeUndefined());
});
