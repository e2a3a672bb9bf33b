import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { Cursor, readCursor, toCursor } from './cursor.ts';
import { lookWords } from './look-words.ts';
import { selectLooks } from './queries.ts';

const pageLength = 50;

export const listMyLooks = operation({
	name: 'audit.list-my-looks',
	summary: {
		vi: 'Ai đã xem dữ liệu của mình: lúc nào, cơ quan nào, để làm gì',
		en: 'Who looked at one’s data: when, which authority, for what purpose',
	},
	who: account,
	input: Type.Object({ cursor: Cursor }, { additionalProperties: false }),
	output: Type.Object({
		looks: Type.Array(
			Type.Object({
				at: Type.String({ format: 'date-time' }),
				persons: Type.Array(Type.String(), { description: 'Which of one’s own people' }),
				authority: Type.String({ description: 'Empty for a place’s own controllers' }),
				by: Type.String({
					description: 'staff, account (a place’s controller), device (at a place’s gate), partner or system',
				}),
				what: Type.Object({ vi: Type.String(), en: Type.String() }),
				purpose: Type.Optional(Type.String()),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }, { cursor }) => {
		const own = await readOwnPeople(db, actor);
		about(...new Set(own.values()));
		const rows = await db.rows(selectLooks([...own.keys()], readCursor(cursor, now), pageLength));
		return {
			looks: rows.map((row) => ({
				at: row.at.toISOString(),
				persons: [...new Set(row.persons.map((person) => own.get(person)!))],
				authority: row.authority ?? '',
				by: row.actor_kind,
				what: lookWords(row.operation),
				...(row.purpose ? { purpose: row.purpose } : {}),
			})),
			...(rows.length === pageLength ? { nextCursor: toCursor(rows.at(-1)!) } : {}),
		};
	},
});
