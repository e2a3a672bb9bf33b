import { findArea } from '#areas';
import { officerOf } from '#identity';
import { rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { type Asking, reaches, type Who } from '#platform/who';
import { selectOrderAreas } from './queries.ts';
import { selectBatch } from './queries-batches.ts';

/** A health officer whose areas manage all of some orders. */
export const officerOfAll: Who<{ orders: readonly string[] }> = {
	words: 'health-officer',
	allows: async ({ actor, db, input }: Asking<{ orders: readonly string[] }>) => {
		const held = rolesOf(actor).filter(({ name }) => name === 'health-officer');
		if (!held.length) return false;
		const areas = await db.rows(selectOrderAreas(input.orders));
		const areaOf = new Map(areas.map((row) => [row.order_id, row.area_path]));
		return input.orders.every((id) => held.some(reaches({ area: areaOf.get(id) })));
	},
};

export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);

export const officerOfBatch = officerOf(
	async ({ batchId }: { batchId: string }, db: Db) => (await db.find(selectBatch(batchId)))?.area_path,
);
