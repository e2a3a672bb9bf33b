import Type from 'typebox';

export const Cursor = Type.Optional(
	Type.String({ pattern: '^[0-9]{1,16}-[0-9]{1,19}$', description: 'Where the page before ended' }),
);

/** An entry is found again by its moment and its id. */
export function readCursor(cursor: string | undefined, now: Date): { at: Date; entryId: string } {
	if (!cursor) return { at: new Date(now.getTime() + 60_000), entryId: '9223372036854775807' };
	const [time, entryId] = cursor.split('-');
	return { at: new Date(Number(time)), entryId: entryId! };
}

export const toCursor = (row: { at: Date; entry_id: string }) => `${row.at.getTime()}-${row.entry_id}`;
