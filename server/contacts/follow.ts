import type { RuledCaseRow } from '#cases';
import { beginDuties, endDuties, type NewDuty } from '#monitoring';
import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { followUpOf } from './follow-up.ts';

interface Standing {
	contact_id: string;
	person_id: string;
	state: string;
	last_exposed_at: Date;
}

/**
 * Confirmed contacts report their health each day until the follow-up of the rule is over; others do not. To be called
 * after states changed, with how those concerned stand now.
 */
export async function followConfirmed(db: Db, row: RuledCaseRow, contacts: readonly Standing[], now: Date) {
	await beginDuties(
		db,
		contacts.flatMap((one) => toDuty(row, one, now) ?? []),
		now,
	);
	for (const one of contacts)
		if (one.state !== 'confirmed')
			await endDuties(db, { kind: 'contact', sourceId: one.contact_id }, { reason: one.state, now });
}

function toDuty(row: RuledCaseRow, one: Standing, now: Date): NewDuty | undefined {
	if (one.state !== 'confirmed') return undefined;
	const followUp = followUpOf(one.last_exposed_at, row.follow_up_days, now);
	if (!followUp || followUp.isOver) return undefined;
	return {
		...{ personId: one.person_id, kind: 'contact', sourceId: one.contact_id },
		...{ areaPath: row.area_path, disease: row.disease, reportsADay: 1 },
		...{ fromOn: dayOf(now), untilOn: followUp.lastOn },
	};
}
