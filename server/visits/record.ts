import type { Db } from '#platform/db';
import { chunks, type Sql, sqlRows } from '#platform/sql';
import { type Decision, decideEntry, decideExit, type Event, type Known, type PersonsVisits } from './decide.ts';
import {
	closeVisits,
	insertOpenVisits,
	insertVisits,
	lockPersons,
	type RecentVisit,
	selectRecentVisits,
	selectVisitsBeforeEntry,
	visitTypes,
} from './queries.ts';
import { behindMax, type UnjudgedEvent } from './to-events.ts';

/**
 * Records entries and exits in their order, in one transaction with a handful of statements however many there are.
 * `visits` is what `readVisits` found of their people. Returns what became of each, in the same order. The same event
 * recorded twice changes nothing.
 */
export async function recordVisits(
	db: Db,
	events: readonly Event[],
	visits: PersonsVisits,
	known: Known,
): Promise<Decision[]> {
	const decisions = events.map((event) =>
		event.direction === 'in' ? decideEntry(event, visits, known) : decideExit(event, visits, known),
	);
	await Promise.all([...newVisits(visits), ...closedVisits(visits)].map((statement) => db.run(statement)));
	return decisions;
}

/** The visits of the events' people that one of the events could concern. */
export async function readVisits(db: Db, events: readonly UnjudgedEvent[]): Promise<PersonsVisits> {
	if (!events.length) return new Map();
	const shifting = unique(events.filter(isShifting));
	const locked = shifting.length ? db.run(lockPersons(shifting.sort())) : undefined;
	const persons = unique(events);
	const times = events.map((event) => event.at.getTime());
	const first = Math.min(...times);
	const from = new Date(first - dayLong);
	// Nothing is known of the future beyond what clocks differ by, and a day that is not read costs nothing.
	const until = new Date(Math.max(...times, ...events.map((event) => event.recordedAt.getTime())) + 300_000);
	const whole = new Set(unique(events.filter((event) => event.direction === 'out' || isShifting(event))));
	const entering = persons.filter((person) => !whole.has(person));
	const byPerson: PersonsVisits = new Map(persons.map((person) => [person, []]));
	const [, ...read] = await Promise.all([
		locked,
		whole.size ? db.rows(selectRecentVisits([...whole], from, until)) : [],
		entering.length ? db.rows(selectVisitsBeforeEntry(entering, new Date(first), from, until)) : [],
	]);
	for (const row of read.flat()) byPerson.get(row.person_id)!.push({ ...row, change: 'none' });
	const longInside = listLongInside(events, byPerson);
	if (longInside.length)
		for (const row of await db.rows(selectRecentVisits(longInside, earliestOf(events), from)))
			byPerson.get(row.person_id)!.push({ ...row, change: 'none' });
	return byPerson;
}

const dayLong = 86_400_000;

/**
 * An event without the client's time gets another time when it is sent again, and so may one whose time was corrected:
 * the key cannot tell it is the same.
 */
const isShifting = (event: UnjudgedEvent) => !event.hasDeviceTime || event.skewSeconds !== 0;

const unique = (events: readonly UnjudgedEvent[]) => [...new Set(events.map((event) => event.personId))];

/** Who leaves and is not known to have come within a day: the few who came before, if ever. */
function listLongInside(events: readonly UnjudgedEvent[], visits: PersonsVisits): string[] {
	const isKnown = ({ personId, at }: UnjudgedEvent) =>
		visits.get(personId)!.some((visit) => visit.entered_at < at) ||
		events.some((other) => other.personId === personId && other.direction === 'in' && other.at < at);
	return unique(events.filter((event) => event.direction === 'out' && !isKnown(event)));
}

/** As far back there is a day for every visit. */
const earliestOf = (events: readonly UnjudgedEvent[]) =>
	new Date(Math.min(...events.map((event) => event.recordedAt.getTime())) - behindMax);

function changed(visits: PersonsVisits, change: RecentVisit['change']): RecentVisit[] {
	const found: RecentVisit[] = [];
	for (const own of visits.values()) for (const visit of own) if (visit.change === change) found.push(visit);
	return found;
}

/** Most new visits leave several columns empty, and there are tens of thousands a second: a shorter statement. */
function newVisits(visits: PersonsVisits): Sql[] {
	const all = changed(visits, 'new');
	const isOpen = (visit: RecentVisit) =>
		visit.left_at === null &&
		visit.skew_seconds === 0 &&
		visit.trip_id === null &&
		visit.seat === null &&
		visit.reasons === 0;
	const open = all.filter(isOpen);
	return [
		...(open.length ? [insertOpenVisits(open)] : []),
		...chunks(all.filter((visit) => !isOpen(visit)).map(toRow)).map((part) =>
			sqlRows(insertVisits, visitTypes, part, 'on conflict do nothing'),
		),
	];
}

// biome-ignore format: as the columns are.
const toRow = (visit: RecentVisit) => [
	visit.place_id, visit.entered_at, visit.person_id, visit.left_at, visit.visit_id, visit.recorded_at,
	visit.skew_seconds, visit.gate, visit.verdict, visit.left_known, visit.noted_by, visit.trip_id, visit.seat,
	visit.reasons,
];

function closedVisits(visits: PersonsVisits): Sql[] {
	const closed = changed(visits, 'closed');
	return closed.length ? [closeVisits(closed)] : [];
}
