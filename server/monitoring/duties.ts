import { readAllIds, readCurrent, readIds } from '#identity';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { dayOf } from '#shared/language';
import { closeTestAlarms, insertTestAlarms, selectStations } from './queries-alarms.ts';
import {
	insertDuties,
	lockDuties,
	selectPersonsOfSource,
	setLeading,
	setStates,
	tally,
	updateArea,
	updateEnded,
	updateManyEnded,
	updateReviewed,
	updateTests,
	updateUntil,
} from './queries-duties.ts';

/** Why somebody reports their health each day, to whom and for how long. */
export interface NewDuty {
	personId: string;
	/** What it follows from, and its id: the isolation order, the cordon, or the contact. */
	kind: 'isolation' | 'cordon' | 'contact';
	sourceId: string;
	/** The area whose officers look after the person. */
	areaPath: string;
	disease: string;
	reportsADay: number;
	/** The form's name in `forms`; the general daily report unless another is named. */
	form?: 'daily-report' | 'daily-five';
	/** Days in Viet Nam, the last one included; without a last day until it is ended. */
	fromOn: string;
	untilOn?: string;
}

type Source = Pick<NewDuty, 'kind' | 'sourceId'> & { personId?: string };

/**
 * Begins duties in the caller's transaction; one that is there for the same person and source stays as it is, unless
 * it was ended: then it begins anew. Somebody who was watched already keeps what they reported.
 */
export async function beginDuties(db: Db, duties: readonly NewDuty[], now: Date): Promise<void> {
	const begun: string[] = [];
	for (const some of chunks(duties))
		for (const { person_id } of await db.rows(insertDuties(some, newId, now))) begun.push(person_id);
	await renewDuties(db, begun, now);
}

/** Ends the duties that follow from something, all of them or some people's. Says how many were ended. */
export async function endDuties(
	db: Db,
	source: Pick<NewDuty, 'kind' | 'sourceId'> & { persons?: readonly string[] },
	{ reason, now }: { reason: string; now: Date },
): Promise<number> {
	const ended = (await db.rows(updateEnded(source, reason, now))).map(({ person_id }) => person_id);
	await renewDuties(db, ended, now);
	return ended.length;
}

/** The same for many sources at once, such as the orders of everybody whose last day has come. */
export async function endDutiesOf(
	db: Db,
	{ kind, sourceIds }: { kind: NewDuty['kind']; sourceIds: readonly string[] },
	{ reason, now }: { reason: string; now: Date },
): Promise<void> {
	const ended = await db.rows(updateManyEnded(kind, sourceIds, reason, now));
	await renewDuties(
		db,
		ended.map(({ person_id }) => person_id),
		now,
	);
}

/** Gives duties another last day: an extension, or an earlier end that is still to come. */
export async function setLastDay(db: Db, source: Source, untilOn: string, now: Date): Promise<void> {
	await db.run(updateUntil(source, untilOn));
	await renewSource(db, source, now);
}

/** Another area looks after somebody from now on; the one they leave sees for some days where they went. */
export async function moveDuty(db: Db, source: Source & { personId: string }, areaPath: string, now: Date) {
	await db.run(updateArea(source, areaPath, now));
	await renewDuties(db, [source.personId], now);
}

/**
 * The newest positive test of each person that stands, by the day of its sample in Viet Nam; none when it was corrected.
 * Whoever is watched needs review from then on, and every station that watches them has an alarm until the test is dealt
 * with or taken back.
 */
export async function notePositiveTests(
	db: Db,
	tests: readonly { personId: string; takenOn: string | null }[],
	now: Date,
) {
	for (const some of chunks(tests)) {
		await db.run(updateTests(some));
		await db.run(closeTestAlarms(some, now));
	}
	const positive = tests.flatMap(({ personId, takenOn }) => (takenOn ? [{ personId, takenOn }] : []));
	const currentOf = await readCurrent(
		db,
		positive.map(({ personId }) => personId),
	);
	// Under all ids, and one alarm a station.
	const stations = [
		...new Map(
			(await db.rows(selectStations(positive))).map((one) => [
				`${currentOf(one.person_id)} ${one.area_path} ${one.taken_on}`,
				one,
			]),
		).values(),
	];
	for (const some of chunks(stations)) await db.run(insertTestAlarms(some, newId, now));
	await renewDuties(
		db,
		tests.map(({ personId }) => personId),
		now,
	);
}

/** An officer looked at somebody who needs review, under all their ids. Says how many duties it concerned. */
export async function reviewDuties(db: Db, personId: string, now: Date): Promise<number> {
	const reviewed = await db.run(updateReviewed(await readIds(db, personId), dayOf(now)));
	await renewDuties(db, [personId], now);
	return reviewed;
}

async function renewSource(db: Db, source: Source, now: Date): Promise<void> {
	const persons = source.personId
		? [source.personId]
		: (await db.rows(selectPersonsOfSource(source))).map(({ person_id }) => person_id);
	await renewDuties(db, persons, now);
}

const personsMax = 5_000;

/**
 * Says anew which duty of each person is on the lists, under whichever of their ids, and in which state; the tally
 * follows. To be called in the transaction of a merge or its undoing, with both ids.
 */
export async function renewDuties(db: Db, persons: readonly string[], now: Date): Promise<void> {
	const all = [...new Set(persons)].sort();
	for (let start = 0; start < all.length; start += personsMax) {
		const ids = await readAllIds(db, all.slice(start, start + personsMax));
		const some = [...ids.keys()];
		// Who reports at this moment changes the same rows: one after the other.
		await db.run(lockDuties(some));
		await db.run(tally(some, -1));
		await db.run(setStates(some, dayOf(now)));
		await db.run(setLeading(ids));
		await db.run(tally(some, 1));
	}
}
