import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks, sqlRows } from '#platform/sql';
import { dayOf } from '#shared/language';
import { readHeldAs } from './held-as.ts';
import { countingArea, writeNumber } from './number.ts';
import {
	type AddedCaseRow,
	addedCaseTypes,
	insertAddedCases,
	onOpenCase,
	selectOpenCaseIds,
	takeNumber,
	updateNumbers,
} from './queries-add.ts';

/** A case another system knows. Days are `YYYY-MM-DD` in Viet Nam, and may lie many years back. */
export interface NewCase {
	personId: string;
	areaPath: string;
	classification: string;
	onsetOn?: string;
	sampledOn?: string;
	isolatedAt?: Date;
	outcome?: string;
	outcomeOn?: string;
	source?: string;
	occupation?: string;
}

/**
 * Opens many cases of one disease in the caller's transaction, with their numbers. Who has an open one of it in the same
 * area keeps that; a discarded case is closed at once. Returns each row's case, in order.
 */
export async function addCases(
	{ db, now, by }: { db: Db; now: Date; by: string | null },
	rule: { disease: string; rule: string; version: number },
	given: readonly NewCase[],
): Promise<{ caseId: string; wasOpen: boolean }[]> {
	const heldAs = await readHeldAs(db, given, rule.disease);
	const rows = given.map((one) => toRow({ ...one, personId: heldAs(one) }, rule, by, now));
	const added = new Set<string>();
	for (const part of chunks(rows.map(Object.values) as unknown[][]))
		for (const { case_id } of await db.rows(
			sqlRows<{ case_id: string }>(insertAddedCases, addedCaseTypes, part, onOpenCase),
		))
			added.add(case_id);
	await giveNumbers(
		db,
		rows.filter((row) => added.has(row.case_id)),
		now,
	);
	const others = rows.filter((row) => !added.has(row.case_id));
	const open = others.length
		? await db.rows(
				selectOpenCaseIds(
					others.map((row) => row.person_id),
					rule.disease,
				),
			)
		: [];
	const keyOf = (row: { person_id: string; area_path: string }) => `${row.person_id} ${row.area_path}`;
	const known = new Map(open.map((row) => [keyOf(row), row.case_id]));
	return rows.map((row) =>
		added.has(row.case_id)
			? { caseId: row.case_id, wasOpen: false }
			: { caseId: known.get(keyOf(row)) ?? row.case_id, wasOpen: true },
	);
}

function toRow(
	one: NewCase,
	rule: { disease: string; rule: string; version: number },
	by: string | null,
	now: Date,
): AddedCaseRow {
	const isDiscarded = one.classification === 'discarded';
	return {
		...{ case_id: newId(), person_id: one.personId, disease: rule.disease, classification: one.classification },
		...{ area_path: one.areaPath, onset_on: one.onsetOn ?? null, sampled_on: one.sampledOn ?? null },
		...{
			isolated_at: one.isolatedAt ?? null,
			rule: rule.rule,
			rule_version: rule.version,
			opened_by: by,
			opened_at: now,
		},
		...{ source: one.source ?? null, outcome: one.outcome ?? null, outcome_on: one.outcomeOn ?? null },
		occupation: one.occupation ?? null,
		...{ closed_at: isDiscarded ? now : null, closed_reason: isDiscarded ? 'discarded' : null },
	};
}

/** Whoever opens a case in the same province waits for the counter only once. */
async function giveNumbers(db: Db, rows: readonly AddedCaseRow[], now: Date): Promise<void> {
	const year = Number(dayOf(now).slice(0, 4));
	const numbered: { caseId: string; number: string }[] = [];
	for (const [area, cases] of Map.groupBy(rows, (row) => countingArea(row.area_path))) {
		const { last } = await db.one(takeNumber(area, year, cases.length));
		for (const [index, { case_id: caseId }] of cases.entries())
			numbered.push({ caseId, number: writeNumber(year, last - cases.length + 1 + index) });
	}
	if (numbered.length) await db.run(updateNumbers(numbered));
}
