import { newUuid } from '#platform/ids';
import type { RecentVisit } from './queries.ts';

export type Verdict = 'green' | 'amber' | 'red' | 'not-declared';

/** The numbers under which verdicts and sources are stored. */
export const verdictCodes = { green: 0, amber: 1, red: 2, 'not-declared': 3, imported: 4 } as const;
export const leftKnownCodes = { recorded: 0, 'usual-stay': 1, 'entered-elsewhere': 2, 'closed-by-place': 3 } as const;
export const notedByCodes = { visitor: 0, controller: 1, import: 2 } as const;

/** Somebody goes in or out, as the client tells it. */
export interface Event {
	id: string;
	direction: 'in' | 'out';
	placeId: string;
	gate: number;
	personId: string;
	/** The client's time with the correction it knew of, or the server's time. */
	at: Date;
	hasDeviceTime: boolean;
	skewSeconds: number;
	recordedAt: Date;
	verdict: Verdict;
	/** A controller lets in somebody the verdict would stop (a patient at a clinic); the verdict stays as it is. */
	isOverruled: boolean;
	notedBy: keyof typeof notedByCodes;
	/** The departure of a vehicle that is boarded. */
	trip?: string;
	seat?: string;
	/** What the door said beside its verdict: `door-reasons.ts`. */
	reasons: number;
}

/** What the rules need to know of the places. */
export interface Known {
	closesElsewhere: boolean;
	/** Minutes people usually stay, for any place in question. */
	usualStayMinutes(placeId: string): number;
}

export type PersonsVisits = Map<string, RecentVisit[]>;

export interface Decision {
	/** Undefined when somebody goes out who is not inside. */
	visit: RecentVisit | undefined;
	/** The event was recorded before. */
	isRepeat: boolean;
	closedElsewhere?: string;
}

/**
 * Decides what an entry changes. Being told twice is one visit: by the client's id, and while the usual stay of an open
 * visit at the same place lasts. Somebody stopped at the door leaves a visit without length, so it is on the list of the
 * day but nobody met them inside.
 */
export function decideEntry(event: Event, visits: PersonsVisits, known: Known): Decision {
	const own = visits.get(event.personId)!;
	const same = own.find((visit) => visit.visit_id === event.id) ?? own.find((visit) => isSameStay(visit, event, known));
	if (same) return { visit: same, isRepeat: true };
	const isStopped = isStoppedAt(event);
	const closedElsewhere = isStopped ? undefined : closeOpen(own, event, known);
	const visit = newVisit(event, isStopped ? event.at : null);
	if (!isStopped && known.closesElsewhere) closeByLaterEntry(visit, own, known);
	own.push(visit);
	return { visit, isRepeat: false, closedElsewhere };
}

/** An entry that arrives late (a gate was offline) may lie before one elsewhere that is already known: that ends it. */
function closeByLaterEntry(visit: RecentVisit, own: readonly RecentVisit[], known: Known): void {
	const later = own.filter((other) => other.entered_at > visit.entered_at && isElsewhere(other, visit));
	if (!later.length) return;
	const next = Math.min(...later.map((other) => other.entered_at.getTime()));
	const stayEnds = visit.entered_at.getTime() + known.usualStayMinutes(visit.place_id) * 60_000;
	close(visit, new Date(Math.min(next, stayEnds)), next < stayEnds ? 'entered-elsewhere' : 'usual-stay');
}

/** Whether somebody who would go in is not let in. */
export const isStoppedAt = ({ verdict, isOverruled }: Pick<Event, 'verdict' | 'isOverruled'>) =>
	(verdict === 'red' || verdict === 'not-declared') && !isOverruled;

/** Another place, or the same vehicle on another trip. */
const isElsewhere = (visit: RecentVisit, other: RecentVisit) =>
	visit.place_id !== other.place_id || isOtherTrip(visit, other.trip_id);

const isOtherTrip = (visit: RecentVisit, trip: string | null) =>
	trip !== null && visit.trip_id !== null && visit.trip_id !== trip;

function isSameStay(visit: RecentVisit, event: Event, known: Known): boolean {
	if (visit.place_id !== event.placeId) return false;
	const since = event.at.getTime() - visit.entered_at.getTime();
	if (since === 0) return true;
	if (isOtherTrip(visit, event.trip ?? null)) return false;
	return visit.left_at === null && since > 0 && since < known.usualStayMinutes(visit.place_id) * 60_000;
}

/** Ends what is still open: here after its usual stay, elsewhere at this moment at the latest. */
function closeOpen(own: RecentVisit[], event: Event, known: Known): string | undefined {
	let elsewhere: string | undefined;
	for (const visit of own) {
		if (visit.left_at !== null || visit.entered_at >= event.at) continue;
		const isHere = visit.place_id === event.placeId;
		if (!isHere && !known.closesElsewhere) continue;
		const stayEnds = visit.entered_at.getTime() + known.usualStayMinutes(visit.place_id) * 60_000;
		const isStillUsual = stayEnds > event.at.getTime();
		close(visit, isStillUsual ? event.at : new Date(stayEnds), isStillUsual ? 'entered-elsewhere' : 'usual-stay');
		if (!isHere) elsewhere = visit.place_id;
	}
	return elsewhere;
}

/** Finding contacts counts on it, and the database holds to it: nobody stays longer in one visit. */
const stayMax = 86_400_000;

/**
 * Decides what an exit changes: the newest visit at the place that began before it gets its leaving time. A time that
 * was only inferred gives way to the recorded one; a recorded one stays, so the same exit sent twice changes nothing.
 */
export function decideExit(event: Event, visits: PersonsVisits, _known: Known): Decision {
	const own = visits.get(event.personId)!.filter((visit) => visit.entered_at < event.at);
	const here = own.filter((visit) => visit.place_id === event.placeId);
	const visit = here.sort((one, other) => other.entered_at.getTime() - one.entered_at.getTime())[0];
	if (!visit) return { visit: undefined, isRepeat: false };
	const isRecorded = visit.left_at !== null && visit.left_known === leftKnownCodes.recorded;
	const isLong = event.at.getTime() - visit.entered_at.getTime() > stayMax;
	const wasElsewhere = isLong
		? own.some((other) => other.entered_at > visit.entered_at)
		: visit.left_known === leftKnownCodes['entered-elsewhere'] && visit.left_at! < event.at;
	if (wasElsewhere || (isLong && isRecorded)) return { visit: undefined, isRepeat: false };
	if (isRecorded) return { visit, isRepeat: true };
	return { visit: endVisit(visit, event, visits.get(event.personId)!), isRepeat: false };
}

/** Ends a visit. A longer stay than a visit can last goes on in another visit, day by day; returns the last of them. */
function endVisit(visit: RecentVisit, { at, recordedAt }: Event, own: RecentVisit[]): RecentVisit {
	let last = visit;
	while (at.getTime() - last.entered_at.getTime() > stayMax) {
		const dayLater = new Date(last.entered_at.getTime() + stayMax);
		close(last, dayLater, 'recorded');
		last = { ...last, entered_at: dayLater, visit_id: newUuid(), recorded_at: recordedAt, change: 'new' };
		own.push(last);
	}
	close(last, at, 'recorded');
	return last;
}

function close(visit: RecentVisit, at: Date, how: keyof typeof leftKnownCodes): void {
	visit.left_at = at;
	visit.left_known = leftKnownCodes[how];
	if (visit.change === 'none') visit.change = 'closed';
}

function newVisit(event: Event, leftAt: Date | null): RecentVisit {
	return {
		place_id: event.placeId,
		entered_at: event.at,
		person_id: event.personId,
		left_at: leftAt,
		visit_id: event.id,
		recorded_at: event.recordedAt,
		skew_seconds: event.skewSeconds,
		gate: event.gate,
		verdict: verdictCodes[event.verdict],
		left_known: leftKnownCodes.recorded,
		noted_by: notedByCodes[event.notedBy],
		trip_id: event.trip ?? null,
		seat: event.seat ?? null,
		reasons: event.reasons,
		change: 'new',
	};
}
