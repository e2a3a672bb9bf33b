import type { Db } from '#platform/db';
import { selectConfirmed } from './queries.ts';

/** Somebody whose contact with a case an officer confirmed. */
export interface ConfirmedContact {
	contactId: string;
	personId: string;
	/** 1 met the case, 2 met an F1, 3 met an F2. */
	level: number;
	lastExposedAt: Date;
}

/** The confirmed contacts of a case, a page at a time in the order of their ids; `after` is the last id of the page before. */
export async function listConfirmed(
	db: Db,
	caseId: string,
	{ after = '0', limit }: { after?: string; limit: number },
): Promise<ConfirmedContact[]> {
	const rows = await db.rows(selectConfirmed(caseId, after, limit));
	return rows.map((row) => ({
		contactId: row.contact_id,
		personId: row.person_id,
		level: row.level,
		lastExposedAt: row.last_exposed_at,
	}));
}
