import Type from 'typebox';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import type { Sql } from '#platform/sql';
import { type Area, areaSchema, toArea } from './area.ts';
import { findArea } from './find-areas.ts';
import { type SuccessionRow, selectPredecessors } from './queries.ts';
import type { Extent } from './source.ts';

export const successionSchema = Type.Object({
	area: areaSchema,
	linked: Type.Array(
		Type.Object({
			area: areaSchema,
			extent: Type.Union([Type.Literal('whole'), Type.Literal('part'), Type.Literal('unknown')], {
				description: 'Whether the old unit went whole or in part; unknown where the source does not say',
			}),
		}),
	),
	isComplete: Type.Boolean({
		description: 'False where the source does not say that these are all: there may be others',
	}),
});

/** The units a unit became or was made of. Several are several: which part of a split unit an address lay in is not known. */
export async function listLinked(db: Db, areaId: number, select: (area: Area) => Sql<SuccessionRow>) {
	const area = await findArea(db, areaId);
	if (!area) throw new Problem('not-found', { field: 'areaId' });
	const rows = await db.rows(select(area));
	return {
		area,
		linked: rows.map((row) => ({ area: toArea(row), extent: row.extent })),
		isComplete: rows.length > 0 && rows.every(({ extent }) => extent !== 'unknown'),
	};
}

/** What a unit was made of, with whether each went into it whole or in part. */
export async function listPredecessorAreas(db: Db, area: Area): Promise<{ area: Area; extent: Extent }[]> {
	return (await db.rows(selectPredecessors(area))).map((row) => ({ area: toArea(row), extent: row.extent }));
}
