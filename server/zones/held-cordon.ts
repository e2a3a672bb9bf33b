import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { lockCordon, selectCordon } from './queries.ts';

/** A cordon as modules after this one know it. */
export interface HeldCordon {
	cordonId: string;
	areaId: number;
	areaPath: string;
	part: string | undefined;
	disease: string;
	reportsADay: number;
	stopsResidents: boolean;
	from: Date;
	/** Undefined while no end is decided. */
	until: Date | undefined;
}

/** With `isHeld` no change of it and no end can come in between until the transaction is over. */
export async function findCordon(
	db: Db,
	cordonId: string,
	{ isHeld = false }: { isHeld?: boolean } = {},
): Promise<HeldCordon | undefined> {
	const row = await db.find(isHeld ? lockCordon(cordonId) : selectCordon(cordonId));
	return (
		row && {
			...{ cordonId: row.cordon_id, areaId: row.area_id, areaPath: row.area_path, part: row.part ?? undefined },
			...{ disease: row.disease, reportsADay: row.reports_a_day, stopsResidents: row.stops_residents },
			...{ from: row.holds_from, until: row.holds_until ?? undefined },
		}
	);
}

/** Throws `not-found`. */
export async function getHeldCordon(db: Db, cordonId: string): Promise<HeldCordon> {
	const cordon = await findCordon(db, cordonId);
	if (!cordon) throw new Problem('not-found', { field: 'cordonId' });
	return cordon;
}
