import Type from 'typebox';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { BedState, bedFields, Moment, PartName, Sex } from './fields.ts';
import { type BedRow, selectBeds, selectFloors, selectPersonStates, selectSite } from './queries.ts';
import { officerOfSite } from './reach.ts';

/** More than a floor has. */
const bedsMax = 1_000;
const floorsMax = 500;

const FloorPart = { building: PartName, floor: PartName };

export const getFloor = operation({
	name: 'sites.get-floor',
	summary: {
		vi: 'Một tầng của cơ sở cách ly: từng giường, ai đang nằm (tên được che) và tình trạng sức khoẻ theo dõi',
		en: 'A floor of a site: each bed, who lies in it (masked) and how they are, by what they report',
	},
	who: officerOfSite,
	input: Type.Object(
		{ siteId: Id, building: Type.Optional(PartName), floor: Type.Optional(PartName) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		name: Type.String(),
		floors: Type.Array(Type.Object({ ...FloorPart, beds: Type.Integer(), taken: Type.Integer() })),
		/** The floor that was asked for, else the first; absent while the site has no beds. */
		floor: Type.Optional(Type.Object(FloorPart)),
		beds: Type.Array(
			Type.Object({
				...bedFields,
				sex: Sex,
				state: BedState,
				taken: Type.Optional(
					Type.Object({
						orderId: Id,
						maskedName: Type.String(),
						since: Moment,
						state: Type.Optional(Type.String({ description: 'Of monitoring: symptomatic, not-reported …' })),
					}),
				),
			}),
		),
	}),
	personal: 'reads',
	purpose: () => 'Theo dõi người cách ly · Following up people in isolation',
	run: async ({ db, platform: { keys }, about }, { siteId, building, floor }) => {
		const site = await db.find(selectSite(siteId));
		if (!site) throw new Problem('not-found', { field: 'siteId' });
		const floors = await db.rows(selectFloors(siteId, floorsMax));
		const asked = floors.find(
			(one) => (building === undefined || one.building === building) && (floor === undefined || one.floor === floor),
		);
		if (!asked && (building !== undefined || floor !== undefined)) throw new Problem('not-found', { field: 'floor' });
		if (!asked) return { name: site.name, floors, beds: [] };
		const beds = await db.rows(selectBeds(siteId, asked, bedsMax));
		const persons = beds.flatMap(({ person_id }) => person_id ?? []);
		about(...persons);
		const names = await maskedNames({ db, keys }, persons);
		const states = new Map((await db.rows(selectPersonStates(persons))).map((row) => [row.person_id, row.state]));
		return {
			...{ name: site.name, floors, floor: { building: asked.building, floor: asked.floor } },
			beds: beds.map((row) => toBed(row, names, states)),
		};
	},
});

function toBed(row: BedRow, names: ReadonlyMap<string, string>, states: ReadonlyMap<string, string>) {
	const { building, floor, room, bed } = row;
	const said = { bedId: row.bed_id, building, floor, room, bed, sex: row.sex as Sex, state: row.state as BedState };
	if (!row.person_id) return said;
	const state = states.get(row.person_id);
	return {
		...said,
		taken: {
			...{ orderId: row.order_id!, maskedName: names.get(row.person_id) ?? '***', since: row.begun_at!.toISOString() },
			...(state ? { state } : {}),
		},
	};
}
