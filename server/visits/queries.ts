import { isoText } from '#platform/iso-text';
import { idArray, sql } from '#platform/sql';

export interface VisitRow {
	place_id: string;
	entered_at: Date;
	person_id: string;
	left_at: Date | null;
	visit_id: string;
	recorded_at: Date;
	skew_seconds: number;
	gate: number;
	verdict: number;
	left_known: number;
	noted_by: number;
	trip_id: string | null;
	seat: string | null;
	/** What the door said beside the verdict: `door-reasons.ts`. */
	reasons: number;
}

/** A visit while a batch is decided; `change` says what has to be written in the end. */
export interface RecentVisit extends VisitRow {
	change: 'none' | 'new' | 'closed';
}

/** Waits for other servers that record the same people. Sorted by the caller, so that two never wait for each other. */
export const lockPersons = (persons: readonly string[]) => sql`
	select pg_advisory_xact_lock(person) from unnest(${persons}::bigint[]) as person`;

export const selectRecentVisits = (persons: readonly string[], from: Date, until: Date) => sql<VisitRow>`
	select v.place_id, v.entered_at, v.person_id, v.left_at, v.visit_id, v.recorded_at, v.skew_seconds, v.gate,
		v.verdict, v.left_known, v.noted_by, v.trip_id, v.seat, v.reasons
	from visits.visit v
	where v.person_id = any (${idArray(persons)}::bigint[]) and v.entered_at >= ${from} and v.entered_at < ${until}
	order by v.entered_at`;

/**
 * Of those visits the ones that an entry at `since` or later can change or repeat, where its time is the one it had when
 * it was told first: still open, later than it, or kept at another time than was told. Whoever has been to six places
 * today is one row then and not six.
 */
export const selectVisitsBeforeEntry = (
	persons: readonly string[],
	since: Date,
	from: Date,
	until: Date,
) => sql<VisitRow>`
	select v.place_id, v.entered_at, v.person_id, v.left_at, v.visit_id, v.recorded_at, v.skew_seconds, v.gate,
		v.verdict, v.left_known, v.noted_by, v.trip_id, v.seat, v.reasons
	from visits.visit v
	where v.person_id = any (${idArray(persons)}::bigint[]) and v.entered_at >= ${from} and v.entered_at < ${until}
		and (v.left_at is null or v.entered_at >= ${since} or v.skew_seconds <> 0)
	order by v.entered_at`;

export const insertVisits = `insert into visits.visit
	(place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons) values`;

/**
 * The same for who has gone in, told by a clock that goes right: the rest is as the table has it by itself. Any number of
 * them, eight parameters in all: tens of thousands a second pass here, and the driver looks at each parameter.
 */
export const insertOpenVisits = (visits: readonly VisitRow[]) => sql`
	insert into visits.visit (place_id, entered_at, person_id, visit_id, recorded_at, gate, verdict, noted_by)
	select place_id, entered_at, person_id, visit_id, recorded_at, gate, verdict, noted_by
	from unnest(${idArray(visits.map((visit) => visit.place_id))}::bigint[],
		${idArray(visits.map((visit) => isoText(visit.entered_at)))}::timestamptz[],
		${idArray(visits.map((visit) => visit.person_id))}::bigint[],
		${idArray(visits.map((visit) => visit.visit_id))}::uuid[],
		${idArray(visits.map((visit) => isoText(visit.recorded_at)))}::timestamptz[],
		${idArray(visits.map((visit) => String(visit.gate)))}::smallint[],
		${idArray(visits.map((visit) => String(visit.verdict)))}::smallint[],
		${idArray(visits.map((visit) => String(visit.noted_by)))}::smallint[])
		as v (place_id, entered_at, person_id, visit_id, recorded_at, gate, verdict, noted_by)
	on conflict do nothing`;

export const visitTypes = [
	...['bigint', 'timestamptz', 'bigint', 'timestamptz', 'uuid', 'timestamptz'],
	...['integer', 'smallint', 'smallint', 'smallint', 'smallint', 'bigint', 'text', 'smallint'],
];

/**
 * Any number of them. Of a list of parameters the planner knows the length, and so it reads whole days while they are
 * short, and goes on so when they are long; of these arrays it plans for a few, by the key.
 */
export const closeVisits = (visits: readonly VisitRow[]) => sql`
	update visits.visit v set left_at = closed.left_at, left_known = closed.left_known
	from unnest(${idArray(visits.map((visit) => visit.place_id))}::bigint[],
		${idArray(visits.map((visit) => isoText(visit.entered_at)))}::timestamptz[],
		${idArray(visits.map((visit) => visit.person_id))}::bigint[],
		${idArray(visits.map((visit) => isoText(visit.left_at!)))}::timestamptz[],
		${idArray(visits.map((visit) => String(visit.left_known)))}::smallint[])
		as closed (place_id, entered_at, person_id, left_at, left_known)
	where v.place_id = closed.place_id and v.entered_at = closed.entered_at and v.person_id = closed.person_id`;

export const selectPersonVisits = (
	persons: readonly string[],
	before: { enteredAt: Date; personId: string },
	from: Date,
	limit: number,
) => sql<VisitRow>`
	select place_id, entered_at, person_id, left_at, visit_id, recorded_at, skew_seconds, gate, verdict, left_known, noted_by,
		trip_id, seat, reasons
	from visits.visit
	where person_id = any (${persons}::bigint[]) and entered_at >= ${from} and entered_at <= ${before.enteredAt}
		and (entered_at, person_id) < (${before.enteredAt}, ${before.personId}::bigint)
	order by entered_at desc, person_id desc
	limit ${limit}`;

export const selectRule = (now: Date) => sql<{
	version: number;
	closes_elsewhere: boolean;
	keep_days: number;
	log_days: number;
}>`
	select version, closes_elsewhere, keep_days, log_days from visits.rule
	where valid_from <= ${now} order by version desc limit 1`;

export const insertFirstRule = (now: Date) => sql`
	insert into visits.rule (version, closes_elsewhere, keep_days, valid_from, decision)
	values (1, true, 31, ${now}, 'Initial setting; 21 days of look-back and ten to act')
	on conflict (version) do nothing`;
