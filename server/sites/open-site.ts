import Type from 'typebox';
import { findArea } from '#areas';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { insertSite } from './queries.ts';
import { officerOfArea } from './reach.ts';

export const openSite = operation({
	name: 'sites.open-site',
	summary: { vi: 'Thêm một cơ sở cách ly tập trung', en: 'Adds an isolation site' },
	who: officerOfArea,
	input: Type.Object(
		{
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
			name: Type.String({ minLength: 3, maxLength: 200 }),
			address: Type.String({ minLength: 3, maxLength: 300 }),
			contact: Type.Optional(Type.String({ pattern: '^[0-9+][0-9 .]{2,19}$' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ siteId: Id }),
	// About nobody, and kept in the log all the same: people are ordered to stay there.
	personal: 'changes',
	run: async ({ db, caller, now }, { areaId, name, address, contact }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const siteId = newId();
		const said = { name, address, contact: contact ?? null };
		await db.run(
			insertSite({ site_id: siteId, area_path: area.path, ...said, by: actorId(caller.actor) ?? null, now }),
		);
		return { siteId };
	},
});
