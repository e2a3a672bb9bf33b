import { idArray, sql, sqlRows } from '#platform/sql';

export interface StepRow {
	person_id: string;
	order_id: string;
	step_id: string;
	kind: string;
	at: Date;
	by: string | null;
	authority: string | null;
	decided_by: string | null;
	decision_number: string | null;
	reason: string | null;
	before: string | null;
	after: string | null;
}

const stepTypes = [
	...['bigint', 'bigint', 'bigint', 'text', 'timestamptz', 'bigint', 'text', 'text', 'text', 'text', 'text', 'text'],
];

export const insertSteps = (rows: readonly StepRow[]) =>
	sqlRows(
		`insert into isolation.order_step (person_id, order_id, step_id, kind, at, by, authority, decided_by,
			decision_number, reason, before, after) values`,
		stepTypes,
		rows.map((row) => [
			...[row.person_id, row.order_id, row.step_id, row.kind, row.at, row.by, row.authority, row.decided_by],
			...[row.decision_number, row.reason, row.before, row.after],
		]),
	);

export const selectSteps = (personId: string, orderId: string, limit: number) => sql<StepRow>`
	select person_id, order_id, step_id, kind, at, by, authority, decided_by, decision_number, reason, before, after
	from isolation.order_step
	where person_id = ${personId} and order_id = ${orderId}
	order by at, kind <> 'issued', step_id
	limit ${limit}`;

/**
 * Ends orders, each with its step, in one statement; those that were ended already are left out. An order whose last day
 * is over ends as well: it stopped nobody any more, and its outcome is still to be said.
 */
export const endOrders = (end: {
	orders: readonly { personId: string; orderId: string; stepId: string }[];
	by: string | null;
	authority: string | null;
	outcome: string;
	reason: string;
	decidedBy: string | null;
	decisionNumber: string | null;
	now: Date;
}) => sql<{ order_id: string }>`
	with ended as (
		update isolation.isolation_order o
		set ended_at = ${end.now}, ended_by = ${end.by}, ended_reason = ${end.reason}, outcome = ${end.outcome},
			holds_until = least(o.holds_until, ${end.now})
		from unnest(${idArray(end.orders.map((one) => one.personId))}::bigint[],
			${idArray(end.orders.map((one) => one.orderId))}::bigint[],
			${idArray(end.orders.map((one) => one.stepId))}::bigint[]) as asked (person_id, order_id, step_id)
		where o.person_id = asked.person_id and o.order_id = asked.order_id and o.ended_at is null
		returning o.person_id, o.order_id, asked.step_id
	)
	insert into isolation.order_step (person_id, order_id, step_id, kind, at, by, authority, decided_by,
		decision_number, reason, after)
	select person_id, order_id, step_id, 'ended', ${end.now}, ${end.by}::bigint, ${end.authority}, ${end.decidedBy},
		${end.decisionNumber}, ${end.reason}, ${end.outcome}
	from ended
	returning order_id`;
