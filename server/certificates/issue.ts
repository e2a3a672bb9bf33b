import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { insertCertificates } from './queries.ts';

/** An isolation order that was completed, by whose decision. */
export interface Completed {
	personId: string;
	orderId: string;
	/** The last day of isolation, `YYYY-MM-DD`. */
	completedOn: string;
	decidedBy: string;
	decisionNumber: string;
	/** Who issues it, where it is somebody of an authority. */
	authority: string | null;
}

/** Issues each completed order its certificate, in the caller's transaction; one that has it keeps it. */
export async function issueCertificates(db: Db, completed: readonly Completed[], now: Date): Promise<void> {
	const rows = completed.map((one) => ({
		...{ person_id: one.personId, order_id: one.orderId, certificate_id: newId(), issued_at: now },
		...{ completed_on: one.completedOn, authority: one.authority },
		...{ decided_by: one.decidedBy, decision_number: one.decisionNumber },
	}));
	for (const part of chunks(rows)) await db.run(insertCertificates(part));
}
