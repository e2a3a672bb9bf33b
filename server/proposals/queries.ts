import { idArray, sql, sqlRows } from '#platform/sql';

export interface ProposalRow {
	proposal_id: string;
	person_id: string;
	area_path: string;
	kind: string;
	clock_version: number;
	cause: string;
	case_id: string | null;
	disease: string;
	regime: string | null;
	regime_version: number | null;
	from_on: string;
	until_on: string;
	reason: string;
	known_at: Date;
	proposed_at: Date;
	proposed_by: string | null;
	authority: string | null;
	list_due_at: Date;
	decision_due_at: Date;
	notice_due_at: Date | null;
	next_due_at: Date | null;
	hold_until: Date | null;
	is_hold_doubled: boolean;
	outcome: string | null;
	decided_at: Date | null;
	is_own_decision: boolean | null;
	decided_by: string | null;
	decision_number: string | null;
	refused_reason: string | null;
	order_id: string | null;
	told: string[];
	notified_at: Date | null;
}

const proposalTypes = [
	...[
		'bigint',
		'bigint',
		'text',
		'text',
		'integer',
		'text',
		'bigint',
		'text',
		'text',
		'integer',
		'date',
		'date',
		'text',
	],
	...['timestamptz', 'timestamptz', 'bigint', 'text', 'timestamptz', 'timestamptz', 'timestamptz', 'timestamptz'],
	...['boolean', 'text[]'],
];

export const insertProposals = (rows: readonly ProposalRow[]) =>
	sqlRows<{ proposal_id: string }>(
		`insert into proposals.proposal (proposal_id, person_id, area_path, kind, clock_version, cause, case_id, disease,
			regime, regime_version, from_on, until_on, reason, known_at, proposed_at, proposed_by, authority, list_due_at,
			decision_due_at, next_due_at, hold_until, is_hold_doubled, told) values`,
		proposalTypes,
		rows.map((row) => [
			...[row.proposal_id, row.person_id, row.area_path, row.kind, row.clock_version, row.cause, row.case_id],
			...[row.disease, row.regime, row.regime_version, row.from_on, row.until_on, row.reason, row.known_at],
			...[row.proposed_at, row.proposed_by, row.authority, row.list_due_at, row.decision_due_at, row.next_due_at],
			...[row.hold_until, row.is_hold_doubled, row.told],
		]),
		'on conflict do nothing returning proposal_id',
	);

/** What is proposed of some people for a disease already and waits for a decision. */
export const selectWaiting = (persons: readonly string[], disease: string) => sql<{
	proposal_id: string;
	person_id: string;
	area_path: string;
}>`
	select proposal_id, person_id, area_path from proposals.proposal
	where person_id = any (${idArray(persons)}::bigint[]) and disease = ${disease} and outcome is null
	order by person_id, proposal_id
	limit 5000`;

export const selectProposals = (proposals: readonly string[]) => sql<ProposalRow>`
	select proposal_id, person_id, area_path, kind, clock_version, cause, case_id, disease, regime, regime_version,
		from_on, until_on, reason, known_at, proposed_at, proposed_by, authority, list_due_at, decision_due_at,
		notice_due_at, next_due_at, hold_until, is_hold_doubled, outcome, decided_at, is_own_decision, decided_by,
		decision_number, refused_reason, order_id, told, notified_at
	from proposals.proposal
	where proposal_id = any (${idArray(proposals)}::bigint[])
	order by proposal_id
	limit 1000`;

/** The same, held for a decision: two offices that press at once decide one after the other. */
export const lockProposals = (proposals: readonly string[]) => sql`
	select 1 from proposals.proposal where proposal_id = any (${idArray(proposals)}::bigint[])
	order by proposal_id for update`;

export const selectAreas = (proposals: readonly string[]) => sql<{ proposal_id: string; area_path: string }>`
	select proposal_id, area_path from proposals.proposal
	where proposal_id = any (${idArray(proposals)}::bigint[])
	order by proposal_id
	limit 1000`;

export interface Decision {
	proposals: readonly { proposalId: string; orderId: string | null; noticeDueAt: Date | null }[];
	outcome: 'accepted' | 'refused';
	by: string | null;
	isOwn: boolean;
	decidedBy: string;
	decisionNumber: string | null;
	refusedReason: string | null;
	now: Date;
}

export const updateDecided = (one: Decision) => sql`
	update proposals.proposal p
	set outcome = ${one.outcome}, decided_at = ${one.now}, recorded_by = ${one.by}, is_own_decision = ${one.isOwn},
		decided_by = ${one.decidedBy}, decision_number = ${one.decisionNumber}, refused_reason = ${one.refusedReason},
		order_id = decided.order_id, notice_due_at = decided.notice_due_at, next_due_at = decided.notice_due_at
	from unnest(${idArray(one.proposals.map(({ proposalId }) => proposalId))}::bigint[],
		${one.proposals.map(({ orderId }) => orderId)}::bigint[],
		${one.proposals.map(({ noticeDueAt }) => noticeDueAt)}::timestamptz[])
		as decided (proposal_id, order_id, notice_due_at)
	where p.proposal_id = decided.proposal_id and p.outcome is null`;

interface Ranges {
	from: readonly string[];
	until: readonly string[];
}

/**
 * One page of the proposals in some ranges of area paths that wait for something, by when it is due, continuing after
 * (next_due_at, proposal_id). `outcome`: those to be decided (null) or to be told (accepted).
 */
export const selectOpen = (page: {
	ranges: Ranges;
	isDecided: boolean;
	after: { at: Date; id: string };
	limit: number;
}) => sql<ProposalRow>`
	select p.proposal_id, p.person_id, p.area_path, p.kind, p.clock_version, p.cause, p.case_id, p.disease, p.regime,
		p.regime_version, p.from_on, p.until_on, p.reason, p.known_at, p.proposed_at, p.proposed_by, p.authority,
		p.list_due_at, p.decision_due_at, p.notice_due_at, p.next_due_at, p.hold_until, p.is_hold_doubled, p.outcome,
		p.decided_at, p.is_own_decision, p.decided_by, p.decision_number, p.refused_reason, p.order_id, p.told,
		p.notified_at
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	join proposals.proposal p on p.area_path collate "C" >= reach.path_from and p.area_path collate "C" < reach.path_until
		and p.next_due_at is not null and (p.outcome is not null) = ${page.isDecided}
		and (p.next_due_at, p.proposal_id) > (${page.after.at}, ${page.after.id}::bigint)
	order by p.next_due_at, p.proposal_id
	limit ${page.limit}`;

/** One page of those nothing is to be done for any more, the newest first. */
export const selectDone = (page: {
	ranges: Ranges;
	before: { at: Date; id: string };
	limit: number;
}) => sql<ProposalRow>`
	select o.proposal_id, o.person_id, o.area_path, o.kind, o.clock_version, o.cause, o.case_id, o.disease, o.regime,
		o.regime_version, o.from_on, o.until_on, o.reason, o.known_at, o.proposed_at, o.proposed_by, o.authority,
		o.list_due_at, o.decision_due_at, o.notice_due_at, o.next_due_at, o.hold_until, o.is_hold_doubled, o.outcome,
		o.decided_at, o.is_own_decision, o.decided_by, o.decision_number, o.refused_reason, o.order_id, o.told,
		o.notified_at
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select p.proposal_id, p.person_id, p.area_path, p.kind, p.clock_version, p.cause, p.case_id, p.disease, p.regime,
			p.regime_version, p.from_on, p.until_on, p.reason, p.known_at, p.proposed_at, p.proposed_by, p.authority,
			p.list_due_at, p.decision_due_at, p.notice_due_at, p.next_due_at, p.hold_until, p.is_hold_doubled, p.outcome,
			p.decided_at, p.is_own_decision, p.decided_by, p.decision_number, p.refused_reason, p.order_id, p.told,
			p.notified_at
		from proposals.proposal p
		where p.area_path collate "C" >= reach.path_from and p.area_path collate "C" < reach.path_until
			and p.next_due_at is null and (p.proposed_at, p.proposal_id) < (${page.before.at}, ${page.before.id}::bigint)
		order by p.proposed_at desc, p.proposal_id desc
		limit ${page.limit}
	) o
	order by o.proposed_at desc, o.proposal_id desc
	limit ${page.limit}`;

export interface Counts {
	to_decide: number;
	to_tell: number;
	late_now: number;
	lists_late: number;
	decisions_late: number;
	notices_late: number;
}

/** What waits, and what missed its time since a moment: by what happened, and by the clock where nothing did. */
export const countProposals = (ranges: Ranges, since: Date, now: Date) => sql<Counts>`
	select count(*) filter (where p.outcome is null)::integer as to_decide,
		count(*) filter (where p.outcome is not null and p.next_due_at is not null)::integer as to_tell,
		count(*) filter (where p.next_due_at < ${now})::integer as late_now,
		count(*) filter (where p.proposed_at >= ${since} and p.proposed_at > p.list_due_at)::integer as lists_late,
		count(*) filter (where p.proposed_at >= ${since} and coalesce(p.decided_at, ${now}) > p.decision_due_at)::integer
			as decisions_late,
		count(*) filter (where p.proposed_at >= ${since} and coalesce(p.notified_at, ${now}) > p.notice_due_at)::integer
			as notices_late
	from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
	join proposals.proposal p on p.area_path collate "C" >= reach.path_from and p.area_path collate "C" < reach.path_until
		and (p.next_due_at is not null or p.proposed_at >= ${since})`;

/** Who went in at a place within a time, each once, in the order of their ids. */
export const selectArrived = (asked: {
	placeId: string;
	from: Date;
	until: Date;
	after: string;
	limit: number;
}) => sql<{
	person_id: string;
}>`
	select distinct person_id from visits.visit
	where place_id = ${asked.placeId} and entered_at >= ${asked.from} and entered_at < ${asked.until}
		and person_id > ${asked.after}
	order by person_id
	limit ${asked.limit}`;

/** The home areas of some people, as far as they are known. */
export const selectHomes = (persons: readonly string[]) => sql<{ person_id: string; path: string }>`
	select p.person_id, u.path from identity.person p join areas.unit u on u.area_id = p.area_id
	where p.person_id = any (${idArray(persons)}::bigint[])
	order by p.person_id
	limit 5000`;

export const selectCase = (caseId: string) => sql<{ area_path: string; disease: string }>`
	select area_path, disease from cases.case where case_id = ${caseId}`;
