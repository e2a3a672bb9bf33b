import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { type ListRequestRow, selectListRequest, selectListRule } from './queries-lists.ts';

/** A list somebody wants to take away. */
export interface WantedList {
	caseId: string;
	people: number;
	names: 'masked' | 'revealed';
	by: string;
	requestId?: string;
}

/**
 * Throws `approval-needed` for a list of more people than one officer may take away alone, unless another officer approved
 * this officer's request for it and that still holds. Who may have whole names may have masked ones.
 */
export async function requireApproval(db: Db, wanted: WantedList, now: Date): Promise<void> {
	if (wanted.people <= (await peopleMax(db, now))) return;
	const request = wanted.requestId === undefined ? undefined : await db.find(selectListRequest(wanted.requestId));
	if (!request || !isGiven(request, wanted, now)) throw new Problem('approval-needed');
}

/** How many people one officer may take away alone. */
export const peopleMax = async (db: Db, now: Date): Promise<number> => (await db.one(selectListRule(now))).people_max;

const isGiven = (request: ListRequestRow, { caseId, by, names }: WantedList, now: Date): boolean =>
	request.is_approved === true &&
	request.case_id === caseId &&
	request.requested_by === by &&
	request.expires_at > now &&
	(request.names === 'revealed' || names === 'masked');

/** `waiting`, `approved`, `refused`, or `over` when nobody decided in time or the approval ran out. */
export function stateOf(request: ListRequestRow, now: Date): 'waiting' | 'approved' | 'refused' | 'over' {
	if (request.is_approved === false) return 'refused';
	if (request.expires_at <= now) return 'over';
	return request.is_approved ? 'approved' : 'waiting';
}
