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

export interface ContactRow {
	contact_id: string;
	person_id: string;
	level: number;
	through_id: string | null;
	origin: string;
	rule: string | null;
	rule_version: number | null;
	first_exposed_at: Date | null;
	last_exposed_at: Date;
	minutes: number | null;
	state: string;
	review_note: string | null;
	reviewed_at: Date | null;
}

export interface ContactFilter {
	state?: string;
	origin?: string;
	level?: number;
	minutesMin?: number;
	/** Who shared this place with the case. */
	place?: string;
}

/** People a person told of come first: this stands for their minutes in the order of the list. */
export const toldMinutes = 100_000;

/** A page of a case's contacts, those a person told of first and then most minutes first, continuing after one. */
export const selectContacts = (
	caseId: string,
	filter: ContactFilter,
	after: { minutes: number; id: string },
	limit: number,
) => sql<ContactRow>`
	select c.contact_id, c.person_id, c.level, c.through_id, c.origin, c.rule, c.rule_version, c.first_exposed_at,
		c.last_exposed_at, c.minutes, c.state, c.review_note, c.reviewed_at
	from contacts.contact c
	where c.case_id = ${caseId}
		and (${filter.state ?? null}::text is null or c.state = ${filter.state ?? null})
		and (${filter.origin ?? null}::text is null or c.origin = ${filter.origin ?? null})
		and (${filter.level ?? null}::smallint is null or c.level = ${filter.level ?? null})
		and (${filter.minutesMin ?? null}::integer is null or c.minutes >= ${filter.minutesMin ?? null})
		and (${filter.place ?? null}::bigint is null or exists (
			select from contacts.shared_place s
			where s.case_id = c.case_id and s.place_id = ${filter.place ?? null} and s.contact_id = c.contact_id
		))
		and (coalesce(c.minutes, 100000) < ${after.minutes}
			or (coalesce(c.minutes, 100000) = ${after.minutes} and c.contact_id > ${after.id}))
	order by coalesce(c.minutes, 100000) desc, c.contact_id
	limit ${limit}`;

export const selectContactOf = (caseId: string, personId: string) => sql<{ contact_id: string }>`
	select contact_id from contacts.contact where case_id = ${caseId} and person_id = ${personId}`;

/** Where some contacts were together with the case, the longest first. */
export const selectSharedPlaces = (caseId: string, contacts: readonly string[], limit: number) => sql<{
	contact_id: string;
	place_id: string;
	minutes: number;
}>`
	select contact_id, place_id, minutes
	from contacts.shared_place
	where contact_id = any (${contacts}::bigint[]) and case_id = ${caseId}
	order by contact_id, minutes desc, place_id
	limit ${limit}`;

/** How many contacts a case has of each level and state. */
export const countContacts = (caseId: string) => sql<{ level: number; state: string; contacts: number }>`
	select level, state, count(*)::integer as contacts
	from contacts.contact
	where case_id = ${caseId}
	group by level, state
	order by level, state`;

/** The places of the list, by how many of its contacts shared them. */
export const countByPlace = (caseId: string, limit: number) => sql<{ place_id: string; contacts: number }>`
	select place_id, count(*)::integer as contacts
	from contacts.shared_place
	where case_id = ${caseId}
	group by place_id
	order by contacts desc, place_id
	limit ${limit}`;

export const selectRecording = (caseId: string) => sql<{ outcome: string; found: number; recorded_at: Date }>`
	select outcome, found, recorded_at from contacts.recording where case_id = ${caseId}`;
