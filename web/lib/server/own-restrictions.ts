import type { RequestEvent } from '@sveltejs/kit';
import { listMine } from '#isolation';
import { ask } from './ask.ts';

/** What is ordered of each person of the account, for their own eyes. */
export async function readOwnRestrictions(event: Pick<RequestEvent, 'locals'>) {
	const { orders, cordons } = await ask(event, listMine, {});
	return (personId: string) => ({
		orders: orders.filter(({ person }) => person === personId),
		cordons: cordons.filter(({ person }) => person === personId),
	});
}
