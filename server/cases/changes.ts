import { actorId, type Caller } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { type ChangeRow, insertChange } from './queries-changes.ts';

interface Change {
	caseId: string;
	kind: 'changed' | 'closed' | 'reopened';
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	reason?: string;
}

/** Keeps who changed a case, when, and what it was before and after. What stayed the same is left out. */
export async function recordChange({ db, caller, now }: Pick<Context, 'db' | 'caller' | 'now'>, change: Change) {
	const changed = changedFields(change.before, change.after);
	if (change.kind === 'changed' && !changed.length) return;
	const only = (values: Record<string, unknown>) =>
		Object.fromEntries(changed.map((field) => [field, values[field] ?? null]));
	const row: ChangeRow = {
		case_id: change.caseId,
		change_id: newId(),
		at: now,
		by_id: actorId(caller.actor) ?? null,
		authority: authorityOf(caller),
		kind: change.kind,
		before: only(change.before),
		after: only(change.after),
		reason: change.reason ?? null,
	};
	await db.run(insertChange(row));
}

const authorityOf = ({ actor }: Caller) => ('authority' in actor ? actor.authority : null);

/** The names of the fields whose values differ; moments are compared by their time. */
export const changedFields = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
	Object.keys(after).filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
