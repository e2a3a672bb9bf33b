import type { Db } from '#platform/db';
import { chunks, sqlRows } from '#platform/sql';
import { type Decision, decideEntry, decideExit, type Event, type Known, type PersonsVisits } from './decide.ts';
import { closeVisits, insertVisits, lockPersons, type RecentVisit, selectRecentVisits, visitTypes } from './queries.ts';

/**
 * Records entries and exits in their order, in one transaction with a handful of statements however many there are.
 * Returns what became of each, in the same order. The same event recorded twice changes nothing.
 */
export async function recordVisits(db: Db, events: readonly Event[], known: Known): Promise<Decision[]> {
	if (!events.length) return [];
	// An event without the client's time gets another time when it is sent again, so the key cannot tell it is the same.
	const timeless = events.filter((event) => !event.hasDeviceTime).map((event) => event.personId);
	if (timeless.length) await db.run(lockPersons([...new Set(timeless)].sort()));
	const visits = await readRecent(db, events);
	const decisions = events.map((event) =>
		event.direction === 'in' ? decideEntry(event, visits, known) : decideExit(event, visits, known),
	);
	await writeNew(db, visits);
	await writeClosed(db, visits);
	return decisions;
}

async function readRecent(db: Db, events: readonly Event[]): Promise<PersonsVisits> {
	const persons = [...new Set(events.map((event) => event.personId))];
	const times = events.map((event) => event.at.getTime());
	const dayLong = 86_400_000;
	const from = new Date(Math.min(...times) - dayLong);
	// Nothing is known of the future beyond what clocks differ by, and a day that is not read costs nothing.
	const until = new Date(Math.max(...times, ...events.map((event) => event.recordedAt.getTime())) + 300_000);
	const byPerson: PersonsVisits = new Map(persons.map((person) => [person, []]));
	for (const row of await db.rows(selectRecentVisits(persons, from, until)))
		byPerson.get(row.person_id)!.push({ ...row, change: 'none' });
	return byPerson;
}

const changed = (visits: PersonsVisits, change: RecentVisit['change']) =>
	[...visits.values()].flat().filter((visit) => visit.change === change);

async function writeNew(db: Db, visits: PersonsVisits): Promise<void> {
	const rows = changed(visits, 'new').map((visit) => [
		...[visit.place_id, visit.entered_at, visit.person_id, visit.left_at, visit.visit_id, visit.recorded_at],
		...[visit.skew_seconds, visit.gate, visit.verdict, visit.left_known, visit.noted_by],
	]);
	for (const part of chunks(rows)) await db.run(sqlRows(insertVisits, visitTypes, part, 'on conflict do nothing'));
}

async function writeClosed(db: Db, visits: PersonsVisits): Promise<void> {
	const rows = changed(visits, 'closed').map((visit) => [
		...[visit.place_id, visit.entered_at, visit.person_id, visit.left_at, visit.left_known],
	]);
	for (const part of chunks(rows))
		await db.run(sqlRows(closeVisits.before, closeVisits.types, part, closeVisits.after));
}
