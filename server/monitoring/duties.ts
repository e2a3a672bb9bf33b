import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { insertDuties, updateEnded } from './queries.ts';

/** Why somebody reports their health each day, to whom and for how long. */
export interface NewDuty {
	personId: string;
	/** What it follows from, and its id: the isolation order, the cordon, or the contact. */
	kind: 'isolation' | 'cordon' | 'contact';
	sourceId: string;
	/** The area whose officers look after the person. */
	areaPath: string;
	disease: string;
	reportsADay: number;
	/** Days in Viet Nam, the last one included; without a last day until it is ended. */
	fromOn: string;
	untilOn?: string;
}

/**
 * Begins duties in the caller's transaction; one that is there for the same person and source stays as it is,
 * unless it was ended: then it begins anew.
 */
export async function beginDuties(db: Db, duties: readonly NewDuty[], now: Date): Promise<void> {
	for (const some of chunks(duties)) await db.run(insertDuties(some, newId, now));
}

/** Ends the duties that follow from something, all of them or one person's. Says how many were ended. */
export function endDuties(
	db: Db,
	source: Pick<NewDuty, 'kind' | 'sourceId'> & { personId?: string },
	{ reason, now }: { reason: string; now: Date },
): Promise<number> {
	return db.run(updateEnded(source, reason, now));
}
