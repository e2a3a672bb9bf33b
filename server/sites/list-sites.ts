import Type from 'typebox';
import { getAreas } from '#areas';
import { officer, officerRanges } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { areaIdOf, Words } from './fields.ts';
import { type CountedRow, selectSites } from './queries.ts';

const Count = Type.Integer({ minimum: 0 });

export const listSites = operation({
	name: 'sites.list-sites',
	summary: {
		vi: 'Các cơ sở cách ly trong địa bàn với số giường trống cho nam, nữ',
		en: 'The isolation sites within reach, with the beds that are free and for whom',
	},
	who: officer,
	input: Type.Object(
		{
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			after: Type.Optional(
				Type.String({ pattern: '^[0-9.]{1,100}/[0-9]{1,19}$', description: '`nextAfter` of the answer before' }),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		sites: Type.Array(
			Type.Object({
				siteId: Id,
				name: Type.String(),
				address: Type.String(),
				areaId: Type.Integer(),
				areaName: Words,
				contact: Type.Optional(Type.String()),
				beds: Count,
				usable: Count,
				taken: Count,
				free: Type.Object({ any: Count, female: Count, male: Count }),
			}),
		),
		nextAfter: Type.Optional(Type.String()),
	}),
	personal: 'none',
	run: async ({ db, caller }, { limit = 50, after }) => {
		const [areaPath = '', site = '0'] = after?.split('/') ?? [];
		if (BigInt(site) > 9_223_372_036_854_775_807n) throw new Problem('invalid-input', { field: 'after' });
		const ranges = officerRanges(caller.actor);
		const rows = await db.rows(selectSites({ ranges, after: { areaPath, site }, limit }));
		const areas = await getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]);
		const last = rows.at(-1);
		return {
			sites: rows.map((row) => ({
				...toCounts(row),
				areaName: areas.get(areaIdOf(row.area_path))?.fullName ?? { vi: '', en: '' },
			})),
			...(last && rows.length === limit ? { nextAfter: `${last.area_path}/${last.site_id}` } : {}),
		};
	},
});

const toCounts = (row: CountedRow) => ({
	...{ siteId: row.site_id, name: row.name, address: row.address, areaId: areaIdOf(row.area_path) },
	...(row.contact ? { contact: row.contact } : {}),
	...{ beds: row.beds, usable: row.usable, taken: row.taken },
	free: { any: row.free_any, female: row.free_female, male: row.free_male },
});
