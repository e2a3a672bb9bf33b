import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName } from '#diseases';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay } from '#shared/language';
import { Facts } from './assess/facts.ts';
import { insertFacts } from './queries-figures.ts';
import { officerOfArea } from './reach.ts';
import { AreaId } from './shapes.ts';

export const tellFacts = operation({
	name: 'risk.tell-facts',
	summary: {
		vi: 'Ghi số liệu của một địa bàn làm căn cứ xếp mức nguy cơ: chùm ca, tỷ lệ tiêm, khả năng điều trị',
		en: 'Records what is known of an area for its level of risk: clusters, coverage, capacity',
	},
	who: officerOfArea,
	input: Type.Object(
		{
			areaId: AreaId,
			disease: DiseaseName,
			asOf: Type.Optional(Type.String({ format: 'date', description: 'Today when left out; at most 14 days ago' })),
			facts: Facts,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'changes',
	run: async ({ db, now, caller: { actor } }, { areaId, disease, asOf = dayOf(now), facts }) => {
		if (!(await findArea(db, areaId))) throw new Problem('invalid-input', { field: 'areaId' });
		if (asOf > dayOf(now) || asOf < shiftDay(dayOf(now), -14)) throw new Problem('invalid-input', { field: 'asOf' });
		const authority = 'authority' in actor ? actor.authority : '';
		await db.run(insertFacts({ disease, areaId, asOf, facts, by: actorId(actor) ?? null, authority, now }));
		return {};
	},
});
