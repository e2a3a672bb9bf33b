import { actorId } from './actor.ts';
import { type AuditEntry, writeAudit } from './audit.ts';
import type { Platform } from './platform.ts';

/** Whoever calls is turned away before anybody's data was looked for. */
const turnedAway = ['not-signed-in', 'not-allowed', 'too-many-requests'];
const minute = 60_000;
/** In one minute, of one process. */
const turnedAwayMax = 10_000;

/**
 * Keeps a refused attempt, in a transaction of its own since the operation's was rolled back or never begun. Whoever is
 * turned away from the same operation again and again is kept once a minute: who asks without end must not fill the log.
 */
export async function recordRefusal(platform: Platform, entry: AuditEntry): Promise<void> {
	if (turnedAway.includes(entry.problem!) && !entry.persons.length && !isNew(platform, entry)) return;
	await platform.db.transaction((db) => writeAudit(db, [{ ...entry, isLook: false }]));
}

const kept = new WeakMap<Platform, { minute: number; refusals: Set<string> }>();

function isNew(
	platform: Platform,
	{ at, operation, caller: { actor, address }, problem, caseId }: AuditEntry,
): boolean {
	const now = Math.floor(at.getTime() / minute);
	let last = kept.get(platform);
	if (last?.minute !== now) kept.set(platform, (last = { minute: now, refusals: new Set() }));
	const refusal = [operation, problem, caseId, actor.kind, actorId(actor) ?? address].join(' ');
	if (last.refusals.has(refusal) || last.refusals.size >= turnedAwayMax) return false;
	last.refusals.add(refusal);
	return true;
}
