import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { countOpenSightings } from './queries-sightings.ts';

const countMax = 100;

export const countSightings = operation({
	name: 'isolation.count-sightings',
	summary: {
		vi: 'Bao nhiêu lần xuất hiện ở nơi khác còn chờ xử lý trong địa bàn phụ trách',
		en: 'How many sightings within reach wait to be handled',
	},
	who: officer,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ open: Type.Integer({ description: '100 stands for a hundred and more' }) }),
	personal: 'none',
	run: ({ db, caller }) => db.one(countOpenSightings(officerRanges(caller.actor), countMax)),
});
