import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addUpSharedTime, compareIds, lengthOfUnion, overlap, wholeMinutes } from './shared-time.ts';

const at = (clock: string) => Date.parse(`2026-11-20T${clock}:00+07:00`);
const stay = (from: string, until: string) => ({ enteredAt: at(from), leftAt: at(until) });
const day = { from: at('00:00'), until: at('23:59') };
const meeting = (person: string, place: string, own: [string, string], other: [string, string]) => ({
	person,
	place,
	own: stay(...own),
	other: stay(...other),
});
const minutesOf = (meetings: ReturnType<typeof meeting>[], minutesMin = 0, window = day) =>
	addUpSharedTime(meetings, { minutesMin, ...window }).map((one) => [one.person, wholeMinutes(one)]);

describe('two visits', () => {
	test.each<[string, [string, string], [string, string], number | undefined]>([
		['that overlap share the time between', ['08:00', '09:00'], ['08:40', '10:00'], 20],
		['that are the same share all of it', ['08:00', '09:00'], ['08:00', '09:00'], 60],
		['of which one lies in the other share the shorter', ['08:00', '09:00'], ['08:10', '08:12'], 2],
		['of which one ends as the other begins share nothing', ['08:00', '09:00'], ['09:00', '10:00'], undefined],
		['of which one begins as the other ends share nothing', ['09:00', '10:00'], ['08:00', '09:00'], undefined],
		['hours apart share nothing', ['08:00', '09:00'], ['12:00', '13:00'], undefined],
		['of which one has no length share nothing', ['08:00', '09:00'], ['08:30', '08:30'], undefined],
	])('%s', (_words, own, other, minutes) => {
		expect(minutesOf([meeting('7', 'a', own, other)])).toEqual(minutes === undefined ? [] : [['7', minutes]]);
	});
});

describe('the window', () => {
	test.each<[string, string, string, number | undefined]>([
		['cuts off what was before it', '08:30', '23:00', 30],
		['cuts off what comes after it', '07:00', '08:10', 10],
		['that begins as they part leaves nothing', '09:00', '23:00', undefined],
		['that ends as they meet leaves nothing', '07:00', '08:00', undefined],
	])('%s', (_words, from, until, minutes) => {
		const found = minutesOf([meeting('7', 'a', ['08:00', '09:00'], ['08:00', '09:00'])], 0, {
			from: at(from),
			until: at(until),
		});

		expect(found).toEqual(minutes === undefined ? [] : [['7', minutes]]);
	});
});

describe('the time that counts', () => {
	test('is added up at one place over several visits', () => {
		const meetings = [
			meeting('7', 'a', ['08:00', '09:00'], ['08:00', '08:10']),
			meeting('7', 'a', ['15:00', '16:00'], ['15:55', '17:00']),
		];

		expect(minutesOf(meetings, 15)).toEqual([['7', 15]]);
		expect(minutesOf(meetings, 16)).toEqual([]);
	});

	test('is not added up over different places', () => {
		const meetings = [
			meeting('7', 'a', ['08:00', '09:00'], ['08:00', '08:14']),
			meeting('7', 'b', ['15:00', '16:00'], ['15:00', '15:14']),
		];

		expect(minutesOf(meetings, 15)).toEqual([]);
		expect(minutesOf(meetings, 14)).toEqual([['7', 28]]);
	});

	test('leaves out a place where it was too short, and its meetings', () => {
		const meetings = [
			meeting('7', 'a', ['08:00', '09:00'], ['08:00', '08:05']),
			meeting('7', 'b', ['15:00', '16:00'], ['15:00', '15:30']),
		];

		const [found] = addUpSharedTime(meetings, { minutesMin: 15, ...day });

		expect(found!.meetings.map((one) => one.meeting.place)).toEqual(['b']);
		expect(wholeMinutes(found!)).toBe(30);
	});

	test('counts a moment once though two visits of the person tell of it', () => {
		const meetings = [
			meeting('7', 'a', ['08:00', '09:00'], ['08:00', '08:10']),
			meeting('7', 'a', ['08:00', '09:00'], ['08:05', '08:12']),
		];

		expect(minutesOf(meetings)).toEqual([['7', 12]]);
	});

	test('of a second is enough when the rule asks for no minutes', () => {
		const second = {
			person: '7',
			place: 'a',
			own: stay('08:00', '09:00'),
			other: { enteredAt: at('09:00') - 1_000, leftAt: at('10:00') },
		};

		expect(addUpSharedTime([second], { minutesMin: 0, ...day })).toHaveLength(1);
		expect(addUpSharedTime([second], { minutesMin: 1, ...day })).toHaveLength(0);
	});
});

test('those with most minutes come first, then the smaller number', () => {
	const all = (person: string, until: string) => meeting(person, 'a', ['08:00', '09:00'], ['08:00', until]);

	const found = minutesOf([all('9', '08:10'), all('10', '08:30'), all('2', '08:30'), all('1', '08:01')]);

	expect(found).toEqual([
		['2', 30],
		['10', 30],
		['9', 10],
		['1', 1],
	]);
});

test('ids are compared as numbers', () => {
	expect(['10', '9', '9223372036854775807', '100'].sort(compareIds)).toEqual(['9', '10', '100', '9223372036854775807']);
});

test('stays in any order cover each moment once', () => {
	expect(lengthOfUnion([stay('09:00', '10:00'), stay('08:00', '08:30'), stay('08:10', '09:10')]) / 60_000).toBe(120);
});

const vectors = join(import.meta.dirname, '../../../shared/data/testvectors/cwa/presence_tracing_vectors.json');

describe.skipIf(!existsSync(vectors))('the overlaps published for the Corona-Warn-App', () => {
	const cases: {
		name: string;
		sameLocation: boolean;
		ownSubmission: boolean;
		checkIn: { start: string; end: string };
		warning: { start: string; periods10min: number };
		expectedMinutes: number | null;
	}[] = existsSync(vectors) ? JSON.parse(readFileSync(vectors, 'utf8')).overlap : [];

	test.each(cases.filter((one) => one.sameLocation && !one.ownSubmission))('$name', (one) => {
		const own = { enteredAt: Date.parse(one.checkIn.start), leftAt: Date.parse(one.checkIn.end) };
		const start = Date.parse(one.warning.start);
		const other = { enteredAt: start, leftAt: start + one.warning.periods10min * 600_000 };

		const shared = overlap(own, other, { from: 0, until: Infinity });

		const minutes = Math.round((shared.leftAt - shared.enteredAt) / 60_000);
		expect(minutes > 0 ? minutes : null).toBe(one.expectedMinutes);
	});
});
