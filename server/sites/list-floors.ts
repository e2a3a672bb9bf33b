import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { FloorRound, readFloorRounds } from './floor-rounds.ts';
import { selectSite } from './queries.ts';
import { officerOfSite } from './reach.ts';

export const listFloors = operation({
	name: 'sites.list-floors',
	summary: {
		vi: 'Các tầng có người nằm của một cơ sở cách ly: bao nhiêu người phải báo hôm nay, bao nhiêu người chưa',
		en: 'The floors of a site on which somebody lies: how many are to report today, and how many have yet to',
	},
	who: officerOfSite,
	input: Type.Object({ siteId: Id }, { additionalProperties: false }),
	output: Type.Object({ name: Type.String(), floors: Type.Array(FloorRound) }),
	personal: 'none',
	run: async ({ db, now }, { siteId }) => {
		const site = await db.find(selectSite(siteId));
		if (!site) throw new Problem('not-found', { field: 'siteId' });
		return { name: site.name, floors: await readFloorRounds(db, siteId, now) };
	},
});
