import Type from 'typebox';
import { officer } from '#identity';
import { operation } from '#platform/operation';
import { Line, toLines } from './line.ts';
import { filterFields, readFilter } from './line-filter.ts';
import { LineCursor, LineOrder, readLineCursor, toLineCursor } from './line-order.ts';
import { selectLines } from './queries-line-list.ts';

export const listCases = operation({
	name: 'cases.list-cases',
	summary: {
		vi: 'Các ca bệnh trong địa bàn phụ trách, theo bộ lọc, từng trang; tên người của ca đang mở được che',
		en: 'The line list of the cases within reach, by filters, page by page; open ones with a masked name',
	},
	who: officer,
	input: Type.Object(
		{
			...filterFields,
			order: Type.Optional(LineOrder),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: LineCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ cases: Type.Array(Line), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	// A list is no look at one person's matter: its purpose is the officer's duty, and the person reads it as such.
	purpose: () => 'Theo dõi các ca bệnh · Following up cases',
	run: async ({ db, caller, now, platform: { keys }, about }, { order = 'newest', limit = 50, cursor, ...asked }) => {
		const filter = await readFilter(asked, { db, actor: caller.actor, now });
		const rows = await db.rows(selectLines(filter, { order, after: readLineCursor(order, cursor), limit }));
		about(...new Set(rows.filter((row) => !row.closed_at).map((row) => row.person_id)));
		const last = rows.at(-1);
		return {
			cases: await toLines({ db, keys, now }, rows),
			...(last && rows.length === limit ? { nextCursor: toLineCursor(order, last) } : {}),
		};
	},
});
