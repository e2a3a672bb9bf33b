import { type Sql, sqlFor } from '#platform/sql';
import { startOfDay } from '#shared/language';
import type { ReadFilter } from './line-filter.ts';
import type { LineOrder, LineStart } from './line-order.ts';
import type { CaseRow } from './queries.ts';

type Value = (one: unknown) => string;

const columns = `k.case_id, k.number, k.person_id, k.disease, k.classification, k.area_path, k.onset_on, k.sampled_on,
	k.isolated_at, k.rule, k.rule_version, k.opened_by, k.opened_at, k.closed_at, k.closed_reason, k.closed_note,
	k.outcome, k.outcome_on, k.source, k.occupation, k.outbreak_id`;
const orderColumns = 'k.onset_order, k.certainty';

const orders: Record<LineOrder, string> = {
	newest: 'k.opened_at desc, k.case_id desc',
	onset: 'k.onset_order desc, k.case_id desc',
	classification: 'k.certainty desc, k.opened_at desc, k.case_id desc',
};

/**
 * One page of a line list. Its text holds only the conditions that were asked for, and it is planned for their values:
 * one plan for every filter would be the wrong one for most of a million cases. Each range of areas gives at most a page.
 */
export const selectLines = (
	filter: ReadFilter,
	page: { order: LineOrder; after: LineStart | undefined; limit: number },
): Sql<CaseRow> =>
	sqlFor((value) => {
		const limit = value(page.limit);
		const after = page.after ? [startsAfter(page.after, value)] : [];
		const parts = conditionsOf(filter, value).map(
			(conditions) => `(select ${columns}, ${orderColumns}
	from cases.case k
	where ${[...conditions, ...after].join('\n\t\tand ')}
	order by ${orders[page.order]}
	limit ${limit})`,
		);
		return `select ${columns}
from (${parts.join('\nunion all\n')}) k
order by ${orders[page.order]}
limit ${limit}`;
	});

/** How many cases of each classification, counted until a limit is passed: a count of all of a country takes long. */
export const countLines = (filter: ReadFilter, limit: number): Sql<{ classification: string; cases: number }> =>
	sqlFor((value) => {
		const most = value(limit);
		const parts = conditionsOf(filter, value).map(
			(conditions) => `(select k.classification from cases.case k where ${conditions.join(' and ')} limit ${most})`,
		);
		return `select k.classification, count(*)::integer as cases
from (select part.classification from (${parts.join(' union all ')}) part limit ${most}) k
group by k.classification
order by k.classification
limit 10`;
	});

/** The same conditions for a statement of another module about `cases.case k`; false for no area. */
export const whereCases = (filter: ReadFilter, value: Value): string =>
	conditionsOf(filter, value)
		.map((conditions) => `(${conditions.join(' and ')})`)
		.join(' or ');

/** The conditions of each range of areas; never empty, so that no area is no case. */
function conditionsOf(filter: ReadFilter, value: Value): string[][] {
	const same = filterConditions(filter, value);
	const { from, until } = filter.ranges;
	if (!from.length) return [['false']];
	return from.map((start, index) => [
		// Every path: said as nothing, so that the order's own index is seen to fit.
		...(start === '' ? ['true'] : [isWithin(start, until[index]!, value)]),
		...same,
	]);
}

const isWithin = (from: string, until: string, value: Value) =>
	`k.area_path collate "C" >= ${value(from)} and k.area_path collate "C" < ${value(until)}`;

const states = { open: ['k.closed_at is null'], closed: ['k.closed_at is not null'], all: [] };

function filterConditions(filter: ReadFilter, value: Value): string[] {
	const { caseNumber, disease, outbreak, classification, outcome, isIsolated, hasResult } = filter;
	const equal = Object.entries({ number: caseNumber, disease, outbreak_id: outbreak, classification });
	return [
		...states[filter.state],
		...equal.flatMap(([column, one]) => (one === undefined ? [] : [`k.${column} = ${value(one)}`])),
		...dayConditions(filter, value),
		...(outcome === undefined ? [] : [outcome === 'none' ? 'k.outcome is null' : `k.outcome = ${value(outcome)}`]),
		...(isIsolated === undefined ? [] : [`k.isolated_at is ${isIsolated ? 'not ' : ''}null`]),
		...(hasResult === undefined ? [] : [`${hasResult ? '' : 'not '}exists (${result})`]),
	];
}

const result = `select from laboratory.test t
	where t.person_id = k.person_id and t.disease = k.disease and t.result <> 'pending'`;

function dayConditions(filter: ReadFilter, value: Value): string[] {
	const { onsetFrom, onsetUntil, reportedFrom, reportedUntil } = filter;
	const known = onsetFrom ?? (onsetUntil ? '0001-01-02' : undefined);
	return [
		...(known ? [`k.onset_order >= ${value(known)}::date`] : []),
		...(onsetUntil ? [`k.onset_order <= ${value(onsetUntil)}::date`] : []),
		...(reportedFrom ? [`k.opened_at >= ${value(startOfDay(reportedFrom))}`] : []),
		...(reportedUntil ? [`k.opened_at < ${value(endOfDay(reportedUntil))}`] : []),
	];
}

const endOfDay = (day: string) => new Date(startOfDay(day).getTime() + 86_400_000);

function startsAfter(start: LineStart, value: Value): string {
	const id = `${value(start.id)}::bigint`;
	if (start.order === 'onset') return `(k.onset_order, k.case_id) < (${value(start.day)}::date, ${id})`;
	const time = `${value(start.at)}::timestamptz`;
	if (start.order === 'newest') return `(k.opened_at, k.case_id) < (${time}, ${id})`;
	return `(k.certainty, k.opened_at, k.case_id) < (${value(start.certainty)}::smallint, ${time}, ${id})`;
}
