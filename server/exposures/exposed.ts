import type { RuledCaseRow } from '#cases';
import { hasAliases, readCurrent, sameAs } from '#identity';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { asOnePerson, personsIn } from './as-one-person.ts';
import { type MetRow, planByKey, type Source, selectMet } from './queries-overlap.ts';
import { addUpSharedTime, type SharedTime, type SharedTimeRule, type Stay } from './shared-time.ts';
import { TimesTogether, type TimeTogether } from './time-together.ts';

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

export const toExposureRule = (
	row: Pick<RuledCaseRow, 'minutes_min' | 'within_hours' | 'seat_rows' | 'same_gate' | 'same_trip'>,
): ExposureRule => ({
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
 * Who shared a place with each of some people, in their order, in one statement; with `only` whether this person did. To be
 * called in a transaction, which it sets to plan by keys. Throws `payload-too-large` beyond 200,000 meetings.
 */
export async function findExposed(db: Db, searched: readonly Searched[], only?: string): Promise<Exposed[]> {
	if (!searched.length) return [];
	const [, read] = await Promise.all([db.run(planByKey()), openReading(db, searched)]);
	return toExposed(await read(searched, { only, limit: meetingsMax + 1 }), searched, meetingsMax);
}

const searchedAtOnce = 100;
const meetingsAtOnceMax = 1_000_000;

/**
 * How long others were with each of any number of people, told to `each` with their index, in no order: a hundred a
 * statement, and PostgreSQL searches for the next while those found are added up. Throws `payload-too-large` where a hundred
 * of them had a million meetings.
 */
export async function findManyExposed(
	db: Db,
	searched: readonly Searched[],
	each: (met: TimeTogether[], index: number) => void,
): Promise<void> {
	const [, readPart] = await Promise.all([db.run(planByKey()), openReading(db, searched)]);
	const read = (start: number) => {
		const rows = readPart(searched.slice(start, start + searchedAtOnce), { limit: meetingsAtOnceMax + 1 });
		// Whoever waits for it is told; until then nobody may be, and the process must not end for that.
		rows.catch(() => {});
		return rows;
	};
	let next = read(0);
	for (let start = 0; start < searched.length; start += searchedAtOnce) {
		const rows = await next;
		if (start + searchedAtOnce < searched.length) next = read(start + searchedAtOnce);
		const part = searched.slice(start, start + searchedAtOnce);
		for (const [index, times] of addUp(rows, part).entries()) each(times.sum(), start + index);
	}
}

function addUp(rows: readonly MetRow[], searched: readonly Searched[]): TimesTogether[] {
	const found = searched.map(
		({ rule, from, until }) => new TimesTogether({ ...rule, from: from.getTime(), until: until.getTime() }),
	);
	const meetings = rows.reduce((sum, row) => sum + found[row.source]!.add(row), 0);
	if (meetings > meetingsAtOnceMax) throw new Problem('payload-too-large');
	return found;
}

type Read = (searched: readonly Searched[], bounds: { only?: string | undefined; limit: number }) => Promise<MetRow[]>;

/** Reads who was met, each person as one under all their ids: while nobody was merged there is nothing to do for it. */
async function openReading(db: Db, all: readonly Searched[]): Promise<Read> {
	if (!(await hasAliases(db)))
		return (searched, { only, limit }) =>
			db.rows(selectMet(searched.map(toSource), { only: only === undefined ? undefined : [only], limit }));
	const same = await sameAs(db, [...new Set(all.map(({ personId }) => personId))]);
	return async (searched, { only, limit }) => {
		const sources = searched.flatMap((one, search) =>
			same.get(one.personId)!.map((personId) => ({ search, source: { ...toSource(one), personId } })),
		);
		const onlyIds = only === undefined ? undefined : (await sameAs(db, [only])).get(only)!;
		const asked = sources.map(({ source }) => source);
		const rows = await db.rows(selectMet(asked, { only: onlyIds, limit }));
		const currentOf = await readCurrent(db, [...personsIn(rows), ...searched.map(({ personId }) => personId)]);
		const ownOf = searched.map(({ personId }) => currentOf(personId));
		return asOnePerson(rows, { searchOf: sources.map(({ search }) => search), ownOf, currentOf });
	};
}

function toExposed(rows: readonly MetRow[], searched: readonly Searched[], max: number): Exposed[] {
	const found = searched.map(() => ({ visits: [] as MetRow[], meetings: [] as Meeting[] }));
	for (const row of rows) {
		const one = found[row.source]!;
		one.visits.push(row);
		readMeetings(row, one.meetings);
	}
	if (found.reduce((sum, { meetings }) => sum + meetings.length, 0) > max) throw new Problem('payload-too-large');
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
	if (row.persons === null) return;
	const { visit, place_id: place, entered_at: enteredAt, left_at: leftAt, seat } = row;
	const own = { enteredAt, leftAt, ...(seat === null ? {} : { seat }) };
	const [entered, stayed, leftKnown] = [row.entered, row.stayed, row.left_knowns].map((list) => list!.split(','));
	const seats = row.seats?.split(',');
	const persons = row.persons.split(',');
	// A hundred thousand of these: one object of one shape each.
	for (let index = 0; index < persons.length; index++) {
		const at = enteredAt + Number(entered![index]);
		const other: FoundVisit = {
			visit,
			enteredAt: at,
			leftAt: at + Number(stayed![index]),
			leftKnown: Number(leftKnown![index]),
			seat: seats?.[index] || undefined,
		};
		meetings.push({ person: persons[index]!, place, own, other });
	}
}
