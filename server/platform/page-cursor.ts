import Type from 'typebox';
import { Problem } from './problem.ts';

/** Where a page of a list ended, which goes from the newest back: the moment and the id of its last row. */
export const PageCursor = Type.Optional(
	Type.String({ pattern: '^[0-9]{1,15}-[0-9]{1,19}$', description: 'Where the page before ended' }),
);

const lastMillisecond = 253_402_300_799_999;

/** Without a cursor the list begins before anything there can be. Throws `invalid-input` for one that leads nowhere. */
export function readPageCursor(cursor = `${lastMillisecond}-9223372036854775807`): { at: Date; id: string } {
	const [time, id] = cursor.split('-') as [string, string];
	const at = new Date(Number(time));
	if (Number.isNaN(at.getTime()) || BigInt(id) > 9_223_372_036_854_775_807n)
		throw new Problem('invalid-input', { field: 'cursor' });
	return { at, id };
}

export const toPageCursor = (at: Date, id: string): string => `${at.getTime()}-${id}`;
