import { holdingAt, type Restricted, type Sighting } from '#isolation';
import { judgeEntry, type KnownStanding } from '#shared/gate/judge-entry';
import type { Decision, Event } from './decide.ts';

type ToldEvent = Omit<Event, 'verdict'>;

/**
 * A gate that was offline tells later what happened at its door, and what held then counts; visitors are judged when they
 * tell.
 */
export const judgedAt = (event: ToldEvent): Date => (event.notedBy === 'controller' ? event.at : event.recordedAt);

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
	reasons: readonly string[];
	/** What was ordered of them at that moment. */
	restricted: readonly Restricted[];
}

/** Judges a visitor by the rule of every door, as of the moment that counts. */
export function judgeVisitor(told: ToldEvent, visitor: Visitor): Judged {
	const at = judgedAt(told);
	const restricted = holdingAt(visitor.restricted, at);
	const { verdict, reasons } = judgeEntry({
		at,
		standing: visitor.standing,
		restrictions: restricted.map(({ restriction }) => restriction),
	});
	return { event: { ...told, verdict }, reasons, restricted };
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
