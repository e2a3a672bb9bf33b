import type { ClosedListener } from '#cases';
import { endDuties } from '#monitoring';
import { listConfirmed } from './confirmed.ts';

const atOnce = 500;

/**
 * Who was followed for a case that turns out to be none is followed no longer. Where the illness is only over, or another
 * area leads it, its contacts are followed to the end of their days.
 */
export const endFollowing: ClosedListener = async ({ db, now }, { caseId, reason }) => {
	if (reason !== 'discarded' && reason !== 'mistake') return;
	let after = '0';
	for (;;) {
		const page = await listConfirmed(db, caseId, { after, limit: atOnce });
		await Promise.all(
			page.map((one) => endDuties(db, { kind: 'contact', sourceId: one.contactId }, { reason: `case ${reason}`, now })),
		);
		if (page.length < atOnce) return;
		after = page.at(-1)!.contactId;
	}
};
