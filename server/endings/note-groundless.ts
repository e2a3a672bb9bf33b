import type { ClosedListener } from '#cases';
import { insertGroundless } from './queries-groundless.ts';

/**
 * A case that was not the disease is no reason to keep anybody: the orders given for it come before whoever decides. They
 * are not ended by themselves, since the law asks for a decision and there may be another reason.
 */
export const noteGroundless: ClosedListener = async ({ db, now }, { caseId, reason }) => {
	if (reason === 'discarded' || reason === 'mistake') await db.run(insertGroundless(caseId, reason, now));
};
