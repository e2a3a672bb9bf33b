import { type ReadFilter, whereCases } from '#cases';
import type { ExportRow } from './queries.ts';

/** A filter of the line list as it was read for whoever ordered, with the areas they could see then. */
export type Filter = ReadFilter;

type Value = (one: unknown) => string;

/** The condition on `cases.case k` that tells which cases an export is about. */
export const casesOf = (order: Pick<ExportRow, 'case_id' | 'filter'>, value: Value): string =>
	order.filter ? `(${whereCases(order.filter, value)})` : `k.case_id = ${value(order.case_id)}::bigint`;

/** The smallest area that holds all of some ranges of area paths: `1.24` of `1.24.337` and `1.24.9`; empty for all. */
export function holderOf(from: readonly string[]): string {
	const [first, ...others] = from.map((path) => path.split('.'));
	if (!first) return '';
	const shared = first.findIndex((id, index) => others.some((other) => other[index] !== id));
	return (shared === -1 ? first : first.slice(0, shared)).join('.');
}
