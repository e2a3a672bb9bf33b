import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { dayOf } from '#shared/language';
import { Cursor, readCursor, toCursor } from '#visits';
import { Day, firstLogDay, managerOf, readLogDay } from './log-days.ts';
import { PlaceVisit, toPlaceVisits } from './page.ts';
import { selectLog } from './queries.ts';

const pageLength = 50;

export const listLog = operation({
	name: 'logbook.list-log',
	summary: {
		vi: 'Nhật ký vào ra của một địa điểm trong một ngày của 21 ngày qua, tên được che',
		en: 'A place’s log of in and out on one of the last 21 days, with masked names',
	},
	who: managerOf,
	input: Type.Object(
		{
			place: Id,
			day: Type.Optional({ ...Day, description: 'Today, where it is left out' }),
			gate: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
			state: Type.Optional(
				Type.Union([Type.Literal('inside'), Type.Literal('left'), Type.Literal('inferred'), Type.Literal('stopped')], {
					description: 'inside: nobody noted them leaving; inferred: left, at a time nobody recorded',
				}),
			),
			trip: Type.Optional(Id),
			cursor: Cursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		day: Day,
		firstDay: Type.String({ format: 'date', description: 'The oldest day the log has' }),
		visits: Type.Array(PlaceVisit),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => 'in-out-control',
	run: async (context, { place, day = dayOf(context.now), gate = null, state = null, trip = null, cursor }) => {
		const filter = { placeId: place, ...(await readLogDay(context, day)), gate, state, tripId: trip };
		const rows = await context.db.rows(selectLog(filter, readCursor(cursor, context.now), pageLength));
		return {
			day,
			firstDay: await firstLogDay(context),
			visits: await toPlaceVisits(context, rows),
			...(rows.length === pageLength ? { nextCursor: toCursor(rows.at(-1)!) } : {}),
		};
	},
});
