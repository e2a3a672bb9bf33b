import { listStandings } from '#declarations';
import { holdingAt, listRestrictions, type Restricted, type Sighting } from '#isolation';
import type { BatchContext } from '#platform/operation';
import { type Entry, judgeEntry, type KnownStanding } from '#shared/gate/judge-entry';
import type { Decision, Event, Verdict } from './decide.ts';
import { packReasons } from './door-reasons.ts';
import type { UnjudgedEvent } from './to-events.ts';

/**
 * A gate that was offline tells later what happened at its door, and what held then counts; visitors are judged when they
 * tell.
 */
export const judgedAt = (event: UnjudgedEvent): Date => (event.notedBy === 'controller' ? event.at : event.recordedAt);

/** From the first to the last of some moments. */
export function spanOf(moments: readonly Date[]): { from: Date; until: Date } {
	const times = moments.map((moment) => moment.getTime());
	return { from: new Date(Math.min(...times)), until: new Date(Math.max(...times)) };
}

/** What is known of somebody before their entry is judged. */
interface Visitor {
	standing: KnownStanding | undefined;
	/** What is ordered of them around that time. */
	restricted: readonly Restricted[] | undefined;
}

/** Somebody's entry or exit with what the one rule of every door says of it. */
export interface Judged {
	event: Event;
	/** What the server makes of the person, whatever a gate's screen said. */
	verdict: Verdict;
	reasons: readonly string[];
	/** What was ordered of them at that moment. */
	restricted: readonly Restricted[];
}

/** What the door itself knows: how full the place is, whether the seat is taken. */
type Door = Pick<Entry, 'inside' | 'capacity' | 'isSeatTaken'>;

/**
 * Judges a visitor by the rule of every door, as of the moment that counts. What a gate's screen said is what happened
 * there, so that is recorded, whatever the server would have said.
 */
export function judgeVisitor(told: UnjudgedEvent, visitor: Visitor, door: Door = {}): Judged {
	const at = judgedAt(told);
	const restricted = holdingAt(visitor.restricted, at);
	const { verdict, reasons } = judgeEntry({
		at,
		standing: visitor.standing,
		restrictions: restricted.map(({ restriction }) => restriction),
		...door,
	});
	const event = told.shown
		? { ...told, verdict: told.shown, reasons: told.shownReasons }
		: { ...told, verdict, reasons: packReasons(reasons) };
	return { event, verdict, reasons, restricted };
}

/** What to say at a door of somebody who stands there now. Nothing is recorded. */
export async function judgeAtDoor({ db, now }: Pick<BatchContext, 'db' | 'now'>, person: string) {
	const [standings, restrictions] = await Promise.all([
		listStandings(db, [person]),
		listRestrictions(db, [person], now),
	]);
	return judgeEntry({ at: now, standing: standings.get(person), restrictions: restrictions.get(person) ?? [] });
}

/** Where people were seen who are to stay elsewhere: those who went in or were stopped, each visit once. */
export function toSightings(judged: readonly Judged[], decisions: readonly Decision[]): Sighting[] {
	return judged.flatMap(({ event, restricted }, index) => {
		const { visit, isRepeat } = decisions[index]!;
		if (!restricted.length || event.direction === 'out' || isRepeat || !visit) return [];
		return [
			{
				...{ personId: event.personId, visitId: visit.visit_id, placeId: event.placeId, gate: event.gate },
				...{ seenAt: event.at, recordedAt: event.recordedAt, verdict: event.verdict, restricted },
				wasLetIn: visit.left_at?.getTime() !== event.at.getTime(),
				notedBy: event.notedBy === 'controller' ? 'controller' : 'visitor',
			},
		];
	});
}
