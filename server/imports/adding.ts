import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import type { Mapping } from './file/mapping.ts';
import type { Entry } from './file/read-row.ts';
import type { ImportRow } from './queries.ts';

/** What adding some rows of an import goes by. */
export interface Adding {
	db: Db;
	keys: Keys;
	now: Date;
	row: ImportRow;
	mapping: Mapping;
	scope: string;
	/** A day in Viet Nam. */
	today: string;
}

/** What came of some rows, and whom they are about. */
export interface Added {
	added: number;
	known: number;
	links: number;
	/** Rows that could be added when they were checked and cannot be now. */
	refused: number[];
	persons: string[];
}

export type Add = (adding: Adding, entries: readonly Entry[]) => Promise<Added>;
