import { isWithinRows } from './seat-rows.ts';
import { mostWithinHours } from './within-hours.ts';

/** A visit by its times, in milliseconds. It is half-open: the moment of leaving does not belong to it. */
export interface Stay {
	enteredAt: number;
	leftAt: number;
	/** On a trip, where it was noted. */
	seat?: string | undefined;
}

/** A visit of the case, and one of somebody at the same place. */
export interface Meeting<Visit extends Stay = Stay> {
	person: string;
	place: string;
	own: Stay;
	other: Visit;
}

/** What of a contact rule decides from the times and seats alone. */
export interface SharedTimeRule {
	minutesMin: number;
	withinHours?: number;
	seatRows?: number;
}

export interface SharedTime<M extends Meeting = Meeting> {
	person: string;
	/** In all, at the places where it was enough. */
	milliseconds: number;
	/** The first moment together and the last. */
	firstAt: number;
	lastAt: number;
	places: { place: string; milliseconds: number }[];
	meetings: { meeting: M; milliseconds: number }[];
}

/** What two visits have in common within [from, until): less than or equal to nothing when they do not overlap. */
export function overlap(one: Stay, other: Stay, { from, until }: { from: number; until: number }): Stay {
	return {
		enteredAt: Math.max(one.enteredAt, other.enteredAt, from),
		leftAt: Math.min(one.leftAt, other.leftAt, until),
	};
}

/**
 * Adds up the time each person shared with the case. The rule, in one sentence: all time a person spent at the same place
 * as the case within the window is added up for each place, no moment twice, and the person is a contact when that is
 * longer than nothing and at least `minutesMin`; with `withinHours`, when so much of it falls within so many hours, midnight
 * or not. With `seatRows` only meetings so many rows apart at most count. All time at a place where it was enough is told,
 * and each meeting with its own. Returns those with most time first, then by the number of the person.
 */
export function addUpSharedTime<M extends Meeting>(
	meetings: readonly M[],
	{ minutesMin, withinHours, seatRows, from, until }: SharedTimeRule & { from: number; until: number },
): SharedTime<M>[] {
	const found: SharedTime<M>[] = [];
	for (const [person, all] of byPerson(meetings, { from, until, seatRows })) {
		const one: SharedTime<M> = { person, milliseconds: 0, firstAt: Infinity, lastAt: 0, places: [], meetings: [] };
		for (const here of byPlace(all)) {
			const together = lengthOfUnion(here);
			if (!isEnough(here, together, { minutesMin, withinHours })) continue;
			one.milliseconds += together;
			one.places.push({ place: here[0]!.meeting.place, milliseconds: together });
			for (const { meeting, enteredAt, leftAt } of here) {
				one.meetings.push({ meeting, milliseconds: leftAt - enteredAt });
				one.firstAt = Math.min(one.firstAt, enteredAt);
				one.lastAt = Math.max(one.lastAt, leftAt);
			}
		}
		if (all.length > 1) one.meetings.sort((a, b) => a.meeting.other.enteredAt - b.meeting.other.enteredAt);
		if (one.meetings.length) found.push(one);
	}
	return found.sort((a, b) => wholeMinutes(b) - wholeMinutes(a) || compareIds(a.person, b.person));
}

/** Whether the stays at one place, `together` long in all, make a contact. */
export function isEnough(
	here: readonly Stay[],
	together: number,
	{ minutesMin, withinHours }: Pick<SharedTimeRule, 'minutesMin'> & { withinHours?: number | undefined },
): boolean {
	if (together < minutesMin * 60_000) return false;
	return !withinHours || mostWithinHours(here, withinHours) >= minutesMin * 60_000;
}

/** The time two visits have in common, and which visits. */
interface Shared<M extends Meeting> extends Stay {
	meeting: M;
}

/** The meetings longer than nothing, near enough where the rule and the seats tell. */
function byPerson<M extends Meeting>(
	meetings: readonly M[],
	{ seatRows, ...window }: { from: number; until: number; seatRows?: number },
) {
	const people = new Map<string, Shared<M>[]>();
	for (const meeting of meetings) {
		const { enteredAt, leftAt } = overlap(meeting.own, meeting.other, window);
		if (leftAt <= enteredAt) continue;
		if (seatRows !== undefined && !isWithinRows(meeting.own.seat, meeting.other.seat, seatRows)) continue;
		const theirs = people.get(meeting.person);
		if (theirs) theirs.push({ meeting, enteredAt, leftAt });
		else people.set(meeting.person, [{ meeting, enteredAt, leftAt }]);
	}
	return people;
}

/** Most people met the case once. */
const byPlace = <M extends Meeting>(all: Shared<M>[]): Iterable<Shared<M>[]> =>
	all.length === 1 ? [all] : Map.groupBy(all, ({ meeting }) => meeting.place).values();

export const wholeMinutes = ({ milliseconds }: { milliseconds: number }): number => Math.floor(milliseconds / 60_000);

/** How long the stays cover together: an hour in two stays at once is one hour. */
export function lengthOfUnion(stays: readonly Stay[]): number {
	// Most people met the case once.
	if (stays.length === 1) return stays[0]!.leftAt - stays[0]!.enteredAt;
	let length = 0;
	let coveredUntil = -Infinity;
	for (const { enteredAt, leftAt } of stays.toSorted((a, b) => a.enteredAt - b.enteredAt)) {
		length += Math.max(0, leftAt - Math.max(enteredAt, coveredUntil));
		coveredUntil = Math.max(coveredUntil, leftAt);
	}
	return length;
}

/** Compares ids as the numbers they are; they are too large for a JavaScript number. */
export const compareIds = (one: string, other: string): number =>
	one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
