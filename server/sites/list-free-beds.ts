import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { bedFields, Sex } from './fields.ts';
import { selectFreeBeds } from './queries.ts';
import { officerOfSite } from './reach.ts';

const bedsMax = 200;

export const listFreeBeds = operation({
	name: 'sites.list-free-beds',
	summary: {
		vi: 'Giường trống dùng được của một cơ sở, theo toà nhà, tầng, phòng',
		en: 'The usable beds of a site nobody lies in, by building, floor and room',
	},
	who: officerOfSite,
	input: Type.Object({ siteId: Id, sex: Type.Optional(Sex) }, { additionalProperties: false }),
	output: Type.Object({ beds: Type.Array(Type.Object({ ...bedFields, sex: Sex })) }),
	personal: 'none',
	run: async ({ db }, { siteId, sex }) => {
		const sexes = sex === undefined ? ['any', 'female', 'male'] : [...new Set(['any', sex])];
		const rows = await db.rows(selectFreeBeds(siteId, sexes, bedsMax));
		return {
			beds: rows.map((row) => ({
				...{ bedId: row.bed_id, building: row.building, floor: row.floor, room: row.room, bed: row.bed },
				sex: row.sex as Sex,
			})),
		};
	},
});
