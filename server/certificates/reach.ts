import { officerOf, readOwnPeople } from '#identity';
import type { Db } from '#platform/db';
import type { Who } from '#platform/who';
import { selectPersonOfOrder } from './queries.ts';

export const officerOfOrder = officerOf(
	async ({ orderId }: { orderId: string }, db: Db) => (await db.find(selectPersonOfOrder(orderId)))?.area_path,
);

/** Whose order it is, or who declares for them. */
export const personOfOrder: Who<{ orderId: string }> = {
	words: 'the person',
	allows: async ({ actor, db, input }) => {
		if (actor.kind !== 'account') return false;
		const order = await db.find(selectPersonOfOrder(input.orderId));
		return order !== undefined && (await readOwnPeople(db, actor)).has(order.person_id);
	},
};
