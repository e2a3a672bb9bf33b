import type { RuledCaseRow } from '#cases';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { type MetRow, planByKey, type Source, selectMet } from './queries-overlap.ts';
import { addUpSharedTime, type SharedTime, type SharedTimeRule, type Stay } from './shared-time.ts';

/** Somebody whose visits are searched, under a rule. */
export interface Searched {
	personId: string;
	from: Date;
	until: Date;
	rule: ExposureRule;
}

/** What of a contact rule the search applies. Metres are not among it: no log of a door knows them. */
export interface ExposureRule extends SharedTimeRule {
	sameGate: boolean;
	sameTrip: boolean;
}

export const toExposureRule = (row: RuledCaseRow): ExposureRule => ({
	minutesMin: row.minutes_min,
	...(row.within_hours === null ? {} : { withinHours: row.within_hours }),
	...(row.seat_rows === null ? {} : { seatRows: row.seat_rows }),
	sameGate: row.same_gate,
	sameTrip: row.same_trip,
});

/** A visit as the search finds it. */
export interface FoundVisit extends Stay {
	visit: number;
	leftKnown: number;
}

export interface Meeting {
	person: string;
	place: string;
	own: Stay;
	other: FoundVisit;
}

/** Who shared a place with one of those searched, most time first, and the visits it was shared on. */
export interface Exposed {
	visits: MetRow[];
	met: SharedTime<Meeting>[];
}

/** More meetings than this are no list to work through; a narrower window is. */
const meetingsMax = 200_000;

/**
 * Who shared a place with each of some people, in their order, in one statement. To be called in a transaction, which it
 * sets to plan by keys. Throws `payload-too-large` beyond 200,000 meetings.
 */
export async function findExposed(db: Db, searched: readonly Searched[], only?: string): Promise<Exposed[]> {
	if (!searched.length) return [];
	const sources = searched.map(toSource);
	const [, rows] = await Promise.all([
		db.run(planByKey()),
		db.rows(selectMet(sources, { only, limit: meetingsMax + 1 })),
	]);
	const found: { visits: MetRow[]; meetings: Meeting[] }[] = searched.map(() => ({ visits: [], meetings: [] }));
	let meetings = 0;
	for (const row of rows) {
		const one = found[row.source]!;
		one.visits.push(row);
		readMeetings(row, one.meetings);
	}
	for (const one of found) meetings += one.meetings.length;
	if (meetings > meetingsMax) throw new Problem('payload-too-large');
	return found.map(({ visits, meetings }, index) => {
		const { rule, from, until } = searched[index]!;
		return { visits, met: addUpSharedTime(meetings, { ...rule, from: from.getTime(), until: until.getTime() }) };
	});
}

const toSource = ({ personId, from, until, rule }: Searched): Source => ({
	...{ personId, from, until },
	...{ sameGate: rule.sameGate, sameTrip: rule.sameTrip },
});

function readMeetings(row: MetRow, meetings: Meeting[]): void {
	const { visit, place_id: place, met } = row;
	const own = { enteredAt: row.entered_at, leftAt: row.left_at, ...(row.seat === null ? {} : { seat: row.seat }) };
	for (const one of met?.split(',') ?? []) {
		const [person, entered, left, leftKnown, seat] = one.split(' ') as [string, string, string, string, string?];
		const other = { visit, enteredAt: Number(entered), leftAt: Number(left), leftKnown: Number(leftKnown), seat };
		meetings.push({ person, place, own, other });
	}
}
