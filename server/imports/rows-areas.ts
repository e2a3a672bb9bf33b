import { readAreaNames } from '#areas';
import type { Db } from '#platform/db';
import type { Values } from './file/read-row.ts';

/**
 * The areas rows name by commune and province, in their order: undefined for a row that names none, null for a name that
 * is no area of today.
 */
export async function areasOfRows(
	db: Db,
	rows: readonly Values[],
	today: string,
): Promise<(string | null | undefined)[]> {
	const named = rows.map(({ commune = '', province = '' }) => ({ commune, province }));
	const written = named.filter(({ commune, province }) => commune && province);
	if (!written.length) return rows.map(() => undefined);
	const readings = await readAreaNames(db, written, today);
	let next = 0;
	return named.map(({ commune, province }) => {
		if (!commune || !province) return undefined;
		const reading = readings[next++]!;
		return 'area' in reading ? reading.area.path : null;
	});
}
