import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { shiftDay, startOfDay } from '#shared/language';
import { Day, followUp, Order, toOrders } from './order.ts';
import { selectOrders } from './queries.ts';

export const listOrders = operation({
	name: 'isolation.list-orders',
	summary: {
		vi: 'Các lệnh cách ly trong địa bàn phụ trách, mới nhất trước, tên được che',
		en: 'The isolation orders within reach, the newest first, with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('in-force'), Type.Literal('over'), Type.Literal('all')])),
			day: Type.Optional({ ...Day, description: 'Only those that held on this day in Viet Nam' }),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ orders: Type.Array(Order), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, caller, now, platform: { keys }, about }, { state, day, limit = 50, cursor }) => {
		const isOver = (state ?? (day ? 'all' : 'in-force')) === 'all' ? null : state === 'over';
		const rows = await db.rows(
			selectOrders({
				ranges: officerRanges(caller.actor),
				isOver,
				now,
				held: day ? { from: startOfDay(day), until: startOfDay(shiftDay(day, 1)) } : null,
				before: readPageCursor(cursor),
				limit,
			}),
		);
		about(...new Set(rows.map((row) => row.person_id)));
		const last = rows.at(-1);
		return {
			orders: await toOrders({ db, keys, now }, rows),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.issued_at, last.order_id) } : {}),
		};
	},
});
