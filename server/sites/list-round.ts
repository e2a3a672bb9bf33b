import Type from 'typebox';
import { AskedPerson, listAsked } from '#monitoring';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { PartName } from './fields.ts';
import { FloorPart, FloorRound, readFloorRounds } from './floor-rounds.ts';
import { selectSite } from './queries.ts';
import { type LyingRow, selectLying } from './queries-round.ts';
import { officerOfSite } from './reach.ts';

/** More than lie on a floor. */
const peopleMax = 1_000;

export const listRound = operation({
	name: 'sites.list-round',
	summary: {
		vi: 'Những người đang nằm ở một tầng phải báo sức khoẻ hôm nay, theo phòng và giường, tên được che',
		en: 'Who of a floor’s people is to report today, room by room and bed by bed, with masked names',
	},
	who: officerOfSite,
	input: Type.Object(
		{
			siteId: Id,
			building: Type.Optional(PartName),
			floor: Type.Optional(PartName),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			after: Type.Optional({ ...Id, description: 'The bed after which the page begins' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		name: Type.String(),
		floors: Type.Array(FloorRound),
		/** The floor that was asked for, else the first; absent while nobody lies there. */
		floor: Type.Optional(Type.Object(FloorPart)),
		people: Type.Array(Type.Object({ ...AskedPerson.properties, room: Type.String(), bed: Type.String() })),
		nextAfter: Type.Optional(Id),
	}),
	personal: 'reads',
	purpose: () => 'Đi hỏi người cách ly từng giường · A round of the people in isolation',
	run: async (context, { siteId, building, floor, limit = 200, after }) => {
		const { db, now, about } = context;
		const site = await db.find(selectSite(siteId));
		if (!site) throw new Problem('not-found', { field: 'siteId' });
		const floors = await readFloorRounds(db, siteId, now);
		const asked = floors.find(
			(one) => (building === undefined || one.building === building) && (floor === undefined || one.floor === floor),
		);
		const isNamed = building !== undefined || floor !== undefined;
		if (!asked && isNamed) throw new Problem('not-found', { field: 'floor' });
		if (!asked) return { name: site.name, floors, people: [] };
		const lying = await db.rows(selectLying(siteId, asked, peopleMax));
		const start = after === undefined ? 0 : lying.findIndex(({ bed_id }) => bed_id === after) + 1;
		const page = lying.slice(start, start + limit);
		const byPerson = new Map(page.map((row): [string, LyingRow] => [row.person_id, row]));
		const people = await listAsked(context, [...byPerson.keys()]);
		about(...people.map(({ person }) => person));
		const last = page.at(-1);
		return {
			...{ name: site.name, floors, floor: { building: asked.building, floor: asked.floor } },
			people: people.map((one) => {
				const { room, bed } = byPerson.get(one.person)!;
				return { ...one, room, bed };
			}),
			...(last && start + limit < lying.length ? { nextAfter: last.bed_id } : {}),
		};
	},
});
