import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { leftKnownOf, Moment } from './answer.ts';
import { Cursor, readCursor, toCursor } from './cursor.ts';
import { selectPersonVisits } from './queries.ts';
import { currentRule } from './rule.ts';

const pageLength = 50;
const dayLong = 86_400_000;

export const listMine = operation({
	name: 'visits.list-mine',
	summary: {
		vi: 'Những lượt vào ra của chính mình và những người mình khai hộ',
		en: 'One’s own visits, and those of the people one declared for',
	},
	who: account,
	input: Type.Object({ cursor: Cursor }, { additionalProperties: false }),
	output: Type.Object({
		keptDays: Type.Integer({ description: 'Visits are erased after so many days' }),
		visits: Type.Array(
			Type.Object({
				visitId: Type.String({ format: 'uuid' }),
				person: Id,
				place: Id,
				placeName: Type.String(),
				areaName: Type.Optional(Type.Object({ vi: Type.String(), en: Type.String() })),
				enteredAt: Moment,
				leftAt: Type.Optional(Moment),
				leftKnown: Type.Optional(Type.String()),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	run: async (context, { cursor }) => {
		const { db, now, caller, about } = context;
		const own = await readOwnPeople(db, caller.actor);
		const { keepDays } = await currentRule(context);
		const from = new Date(now.getTime() - keepDays * dayLong);
		const rows = await db.rows(selectPersonVisits([...own.keys()], readCursor(cursor, now), from, pageLength));
		const places = await getPlaces(db, [...new Set(rows.map((row) => row.place_id))]);
		about(...new Set(rows.map((row) => own.get(row.person_id)!)));
		return {
			keptDays: keepDays,
			visits: rows.map((row) => ({
				visitId: row.visit_id,
				person: own.get(row.person_id)!,
				place: row.place_id,
				placeName: places.get(row.place_id)?.name ?? '',
				...(places.get(row.place_id)?.areaName ? { areaName: places.get(row.place_id)!.areaName! } : {}),
				enteredAt: row.entered_at.toISOString(),
				...(row.left_at ? { leftAt: row.left_at.toISOString(), leftKnown: leftKnownOf(row.left_known) } : {}),
			})),
			...(rows.length === pageLength ? { nextCursor: toCursor(rows.at(-1)!) } : {}),
		};
	},
});
