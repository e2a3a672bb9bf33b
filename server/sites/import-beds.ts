import Type from 'typebox';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { chunks } from '#platform/sql';
import { Words } from './fields.ts';
import { countBeds, insertBeds, selectSite } from './queries.ts';
import { officerOfSite } from './reach.ts';
import { readBeds } from './read-beds.ts';

/** Of a file of five thousand rows. */
const fileMax = 1_500_000;
const bedsMax = 20_000;

export const importBeds = operation({
	name: 'sites.import-beds',
	summary: {
		vi: 'Nạp các giường của một cơ sở từ tệp XLSX hoặc CSV; sai một dòng thì chưa nạp dòng nào',
		en: 'Loads the beds of a site from a spreadsheet; with a fault in one row none is loaded',
	},
	who: officerOfSite,
	input: Type.Object(
		{ siteId: Id, file: Type.String({ maxLength: fileMax * 1.4, description: 'XLSX or CSV, in base64' }) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		added: Type.Integer({ description: 'New, or for whom they are has changed' }),
		faults: Type.Array(Type.Object({ row: Type.Integer(), text: Words })),
	}),
	personal: 'none',
	bodyBytesMax: fileMax * 1.5,
	limits: [{ what: 'siteId', by: ({ siteId }) => siteId, limit: { count: 60, seconds: 3_600 } }],
	run: async ({ db }, { siteId, file }) => {
		if (!(await db.find(selectSite(siteId)))) throw new Problem('not-found', { field: 'siteId' });
		const { beds, faults } = await readBeds(Buffer.from(file, 'base64'));
		if (faults.length) return { added: 0, faults };
		const rows = beds.map((one) => [newId(), one.building, one.floor, one.room, one.bed, one.sex]);
		let added = 0;
		for (const part of chunks(rows)) added += await db.run(insertBeds(siteId, part));
		if ((await db.one(countBeds(siteId))).beds > bedsMax)
			throw new Problem('sheet-too-long', { values: { max: bedsMax } });
		return { added, faults };
	},
});
