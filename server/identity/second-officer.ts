import { type Actor, actorId } from '#platform/actor';
import { Problem } from '#platform/problem';

/** Whether somebody may be the second officer of what others wrote or handed in. Whose hand is not known is null. */
export function isSecondOfficer(actor: Actor, first: readonly (string | null)[]): boolean {
	const id = actorId(actor);
	return id !== undefined && !first.includes(id);
}

/**
 * The id of whoever decides as second officer. That they are of the same office or one above is their operation's policy
 * (`officerOf`); here they are somebody, and had no hand in it. Throws `second-officer-needed`, and `already-ended` from
 * the moment until which it waited.
 */
export function requireSecondOfficer(
	actor: Actor,
	waiting: { first: readonly (string | null)[]; until?: Date },
	now: Date,
): string {
	if (!isSecondOfficer(actor, waiting.first)) throw new Problem('second-officer-needed');
	if (waiting.until && waiting.until <= now) throw new Problem('already-ended');
	return actorId(actor)!;
}
