import type { Database } from '#platform/db';
import type { Keys } from '#platform/keys';
import { dayOf } from '#shared/language';
import type { ExportRow } from './queries.ts';

/** What an export is read with. */
export interface Reading {
	db: Database;
	keys: Keys;
	now: Date;
	order: ExportRow;
	/**
	 * Writes down that these people are looked at and how many rows are read, before they are; throws when the export was
	 * stopped meanwhile.
	 */
	look(persons: readonly string[], rows: number): Promise<void>;
	/** Cases whose contacts nobody may learn, for want of a laboratory's result or a clinician's decision. */
	withoutGrounds: Set<string>;
}

const pageLength = 1_000;

/** Rows of a stream, some at a time: what belongs to them is read at once. */
export async function* pagesOf<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
	let page: Row[] = [];
	for await (const row of rows) {
		page.push(row);
		if (page.length < pageLength) continue;
		yield page;
		page = [];
	}
	if (page.length) yield page;
}

/** Whatever is null left out, as records have it. */
export const told = <T>(value: T | null): T | undefined => value ?? undefined;

/** The year it is in Viet Nam. */
export const yearOf = (now: Date): number => Number(dayOf(now).slice(0, 4));
