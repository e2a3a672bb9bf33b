import Type from 'typebox';
import { Problem } from '#platform/problem';
import type { VisitRow } from './queries.ts';

export const Cursor = Type.Optional(
	Type.String({ pattern: '^[0-9]{1,16}-[0-9]{1,19}$', description: 'Where the page before ended' }),
);

/** A visit on a page is found again by when it began and whose it is. */
export function readCursor(cursor: string | undefined, now: Date): { enteredAt: Date; personId: string } {
	if (!cursor) return { enteredAt: new Date(now.getTime() + 300_000), personId: '9223372036854775807' };
	const [time, personId] = cursor.split('-');
	const enteredAt = new Date(Number(time));
	if (Number.isNaN(enteredAt.getTime())) throw new Problem('invalid-input', { field: 'cursor' });
	return { enteredAt, personId: personId! };
}

export const toCursor = (row: VisitRow) => `${row.entered_at.getTime()}-${row.person_id}`;
