import { sql } from '#platform/sql';

export interface ListRequestRow {
	request_id: string;
	case_id: string;
	names: string;
	people: number;
	purpose: string;
	requested_by: string;
	requested_at: Date;
	expires_at: Date;
	is_approved: boolean | null;
	decided_by: string | null;
	decided_at: Date | null;
}

export const insertListRequest = (row: Omit<ListRequestRow, 'is_approved' | 'decided_by' | 'decided_at'>) => sql`
	insert into contacts.list_request
		(request_id, case_id, names, people, purpose, requested_by, requested_at, expires_at)
	values (${row.request_id}, ${row.case_id}, ${row.names}, ${row.people}, ${row.purpose}, ${row.requested_by},
		${row.requested_at}, ${row.expires_at})`;

/** The newest requests of a case first. */
export const selectListRequests = (caseId: string, limit: number) => sql<ListRequestRow>`
	select request_id, case_id, names, people, purpose, requested_by, requested_at, expires_at, is_approved, decided_by,
		decided_at
	from contacts.list_request
	where case_id = ${caseId}
	order by requested_at desc, request_id desc
	limit ${limit}`;

export const selectListRequest = (requestId: string) => sql<ListRequestRow>`
	select request_id, case_id, names, people, purpose, requested_by, requested_at, expires_at, is_approved, decided_by,
		decided_at
	from contacts.list_request
	where request_id = ${requestId}`;

export const selectAreaOfRequest = (requestId: string) => sql<{ area_path: string }>`
	select c.area_path
	from contacts.list_request r
	join cases.case c on c.case_id = r.case_id
	where r.request_id = ${requestId}`;

export const decideListRequest = (
	requestId: string,
	decision: { isApproved: boolean; by: string; at: Date; expiresAt: Date },
) => sql`
	update contacts.list_request
	set is_approved = ${decision.isApproved}, decided_by = ${decision.by}, decided_at = ${decision.at},
		expires_at = ${decision.expiresAt}
	where request_id = ${requestId} and decided_at is null`;

export interface ListRuleRow {
	people_max: number;
	valid_hours: number;
}

/** The rule in force: from how many people on a second officer decides, and for how many hours a decision holds. */
export const selectListRule = (now: Date) => sql<ListRuleRow>`
	select people_max, valid_hours
	from contacts.list_rule
	where valid_from <= ${now}
	order by version desc
	limit 1`;

export const insertFirstListRule = (now: Date) => sql`
	insert into contacts.list_rule (version, people_max, valid_hours, valid_from, decision)
	values (1, 50, 24, ${now}, 'Thiết lập ban đầu của hệ thống (the setting this system comes with)')
	on conflict (version) do nothing`;
