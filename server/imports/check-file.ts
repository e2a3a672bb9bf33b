import type { AreaRanges } from '#identity';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { blocksOf, readBlock } from './blocks.ts';
import type { Fault } from './file/faults.ts';
import { type Reader, readRow } from './file/read-row.ts';
import { WholeFile } from './file/whole-file.ts';
import { findKnown, scopeOf } from './known.ts';
import type { ImportRow } from './queries.ts';
import { areasOfRows } from './rows-areas.ts';

/**
 * Checks every row of a file, block by block, so that nobody waits for it; then that whom the rows name is known. Adds
 * nothing.
 */
export async function checkFile(
	{ db, keys, reach }: { db: Db; keys: Keys; reach: AreaRanges },
	row: ImportRow,
	reader: Reader,
): Promise<WholeFile> {
	const file = new WholeFile();
	const { columns } = reader.mapping;
	const isCases = row.kind === 'cases';
	const idAt = columns.indexOf('caseId');
	for (let block = 0; block < blocksOf(row.rows_total); block++) {
		const rows = await readBlock(db, keys, row.import_id, block);
		const readings = rows.map((one) => readRow(one, reader));
		const areas = await areasOfRows(
			db,
			readings.map(({ entry }) => entry.values),
			reader.today,
		);
		for (const [index, reading] of readings.entries()) {
			const fault = areaFault(areas[index], reach);
			if (fault) reading.faults.push({ at: columns.indexOf('commune'), fault });
			file.add(block, rows[index]!, reading, isCases, idAt);
		}
	}
	await tellUnmet({ db, keys }, row, file);
	return file;
}

function areaFault(path: string | null | undefined, { from, until }: AreaRanges): Fault['fault'] | undefined {
	if (path === null) return 'area-unknown';
	const isIn = path === undefined || from.some((low, index) => path >= low && path < until[index]!);
	return isIn ? undefined : 'area-elsewhere';
}

async function tellUnmet(store: { db: Db; keys: Keys }, row: ImportRow, file: WholeFile): Promise<void> {
	const unmet = file.unmet(row.kind === 'cases');
	const known = await findKnown(
		store,
		scopeOf(row),
		unmet.map(({ id }) => id),
	);
	const isOfPersons = row.kind === 'tests' || row.kind === 'follow-ups';
	for (const { number, block, at, id } of unmet) {
		const found = known.get(id);
		if (isOfPersons ? !found : !found?.caseId)
			file.tell(number, block, { at, fault: isOfPersons ? 'person-unknown' : 'case-unknown' });
	}
}
