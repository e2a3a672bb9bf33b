import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectOrder } from './queries.ts';

/** A health officer whose area manages the order. */
export const officerOfOrder = officerOf(
	async ({ orderId }: { orderId: string }, db: Db) => (await db.find(selectOrder(orderId)))?.area_path,
);
