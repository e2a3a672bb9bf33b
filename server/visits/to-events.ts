import type { Actor } from '#platform/actor';
import type { Call } from '#platform/operation';
import type { Event, Verdict } from './decide.ts';
import { packReasons } from './door-reasons.ts';

/** How a client tells one entry or exit. */
export interface ToldEvent {
	id: string;
	direction: 'in' | 'out';
	place: string;
	person: string;
	gate?: number;
	at?: string;
	skewSeconds?: number;
	overrule?: boolean;
	trip?: string;
	seat?: string;
	/** What the screen at the gate said; counts only from whoever watches the door. */
	shown?: Verdict;
	/** Why, by the codes of `judgeEntry`; and whether its data was past its age. */
	reasons?: readonly string[];
	isDegraded?: boolean;
}

/** An event before its visitor is judged. */
export type UnjudgedEvent = Omit<Event, 'verdict' | 'reasons'> & {
	shown: Verdict | undefined;
	/** What stood on the screen beside it, packed. */
	shownReasons: number;
};

const minute = 60_000;
/** A device cannot tell of what has not happened; a little is how clocks differ. */
const aheadMax = 5 * minute;
/** Older than this there is no day to put it in. */
export const behindMax = 21 * 24 * 60 * minute;

/**
 * Turns what a client told into an event. A clock difference is kept, not refused: the device's time counts with the
 * correction the device knew of, and only a time that cannot be (ahead of the server, or before the look-back) gives
 * way to the server's own.
 */
export function toEvent(told: ToldEvent, { caller, now }: Call<unknown>): UnjudgedEvent {
	const isController = isControllerAt(caller.actor, told.place);
	const { at, hasDeviceTime, skewSeconds } = placeInTime(told, now);
	return {
		id: told.id,
		direction: told.direction,
		placeId: told.place,
		gate: told.gate ?? 1,
		personId: told.person,
		at,
		hasDeviceTime,
		skewSeconds,
		recordedAt: now,
		isOverruled: isController && told.overrule === true,
		notedBy: isController ? 'controller' : 'visitor',
		...(told.trip === undefined ? {} : { trip: told.trip }),
		...(told.seat === undefined ? {} : { seat: told.seat }),
		shown: isController ? told.shown : undefined,
		shownReasons: isController ? packReasons(told.reasons ?? [], told.isDegraded) : 0,
	};
}

/** The time an event counts at, and what was added to the device's clock to get there. */
export function placeInTime(told: Pick<ToldEvent, 'at' | 'skewSeconds'>, now: Date) {
	if (told.at === undefined) return { at: now, hasDeviceTime: false, skewSeconds: 0 };
	const device = new Date(told.at).getTime();
	const corrected = device + (told.skewSeconds ?? 0) * 1_000;
	const isPossible = corrected <= now.getTime() + aheadMax && corrected >= now.getTime() - behindMax;
	if (isPossible) return { at: new Date(corrected), hasDeviceTime: true, skewSeconds: told.skewSeconds ?? 0 };
	const difference = Math.round((now.getTime() - device) / 1_000);
	// A smallest and largest integer, for clocks that stand at 1970 or 2100.
	const skewSeconds = Math.max(-2_147_483_648, Math.min(2_147_483_647, difference));
	return { at: now, hasDeviceTime: false, skewSeconds };
}

export function isControllerAt(actor: Actor, placeId: string): boolean {
	if (actor.kind === 'system') return true;
	return 'roles' in actor && actor.roles.some((held) => held.place === placeId && controllerRoles.includes(held.name));
}

export const controllerRoles = ['controller', 'manager'];
