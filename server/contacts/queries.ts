import { sql } from '#platform/sql';

export interface ConfirmedRow {
	contact_id: string;
	person_id: string;
	level: number;
	last_exposed_at: Date;
}

/** The confirmed contacts of a case in the order of their ids, continuing after one. */
export const selectConfirmed = (caseId: string, after: string, limit: number) => sql<ConfirmedRow>`
	select contact_id, person_id, level, last_exposed_at
	from contacts.contact
	where case_id = ${caseId} and state = 'confirmed' and contact_id > ${after}
	order by contact_id
	limit ${limit}`;
