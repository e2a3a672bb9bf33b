import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { BedState } from './fields.ts';
import { lockBed, updateBedState } from './queries.ts';
import { officerOfSite } from './reach.ts';

export const setBed = operation({
	name: 'sites.set-bed',
	summary: {
		vi: 'Đặt tình trạng một giường: dùng được, đang dọn, hỏng; ai đang nằm thì vẫn nằm',
		en: 'Says whether a bed is usable, being cleaned or broken; whoever lies in it stays',
	},
	who: officerOfSite,
	input: Type.Object({ siteId: Id, bedId: Id, state: BedState }, { additionalProperties: false }),
	output: Type.Object({ state: BedState }),
	personal: 'none',
	run: async ({ db }, { siteId, bedId, state }) => {
		if (!(await db.find(lockBed(siteId, bedId)))) throw new Problem('not-found', { field: 'bedId' });
		await db.run(updateBedState(siteId, bedId, state));
		return { state };
	},
});
