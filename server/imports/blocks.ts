import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import type { FileRow } from './file/read-row.ts';
import { selectBlock } from './queries-rows.ts';

/** How many rows are sealed, checked and added at once. */
export const rowsAtOnce = 500;

export const sealBlocks = (keys: Keys, rows: readonly FileRow[]): Buffer[] =>
	Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, block) =>
		keys.encrypt(JSON.stringify(rows.slice(block * rowsAtOnce, (block + 1) * rowsAtOnce))),
	);

export const blocksOf = (rowsTotal: number): number => Math.ceil(rowsTotal / rowsAtOnce);

export async function readBlock(db: Db, keys: Keys, importId: string, block: number): Promise<FileRow[]> {
	return JSON.parse(keys.decrypt((await db.one(selectBlock(importId, block))).rows_sealed));
}
