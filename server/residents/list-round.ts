import Type from 'typebox';
import { AskedPerson, listAsked } from '#monitoring';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { getHeldCordon, officerOfCordon } from '#zones';
import { dueOf } from './count-reported.ts';
import { groupKey } from './group-key.ts';
import { DwellingCursor, readDwellingCursor } from './list-dwellings.ts';
import { type ResidentRow, selectDwellingPage } from './queries-completion.ts';
import { followUp, Group } from './shapes.ts';
import { wholeHouses } from './whole-houses.ts';

/** As many as are told at once (`monitoring.submit-reports`). */
const peopleMax = 200;

const housesOf = (rows: readonly ResidentRow[]) => new Set(rows.map(({ number }) => number)).size;

export const listRound = operation({
	name: 'residents.list-round',
	summary: {
		vi: 'Những người trong vùng khoanh phải báo sức khoẻ hôm nay, từng nhà một, tên được che',
		en: 'Who of a cordon’s people is to report today, house by house, with masked names',
	},
	who: officerOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			group: Type.Optional(Group),
			isLeft: Type.Optional(Type.Boolean({ description: 'Only houses that are not done' })),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'Houses' })),
			cursor: DwellingCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		people: Type.Array(
			Type.Object({
				...AskedPerson.properties,
				group: Type.String(),
				dwelling: Type.String({ description: 'Its address' }),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => followUp,
	run: async (context, { cordonId, group, isLeft = false, limit = 20, cursor }) => {
		const { db, now, platform, about } = context;
		const due = dueOf(await getHeldCordon(db, cordonId), now);
		const key = group === undefined ? null : groupKey(group);
		const rows = await db.rows(
			selectDwellingPage(cordonId, due, { group: key, isMissing: isLeft, after: readDwellingCursor(cursor), limit }),
		);
		const page = wholeHouses(rows, due, peopleMax);
		const byPerson = new Map(page.map((row) => [row.person_id, row]));
		const people = await listAsked(context, [...byPerson.keys()]);
		about(...people.map(({ person }) => person));
		const last = page.at(-1);
		const isMore = last?.number !== rows.at(-1)?.number || housesOf(rows) === limit;
		return {
			people: people.map((one) => {
				const { group_name, label_sealed } = byPerson.get(one.person)!;
				return { ...one, group: group_name, dwelling: platform.keys.decrypt(label_sealed) };
			}),
			...(last && isMore ? { nextCursor: `${last.number} ${last.group_key}` } : {}),
		};
	},
});
