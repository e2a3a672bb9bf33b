import Type from 'typebox';
import { findArea, listPredecessorAreas } from '#areas';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { selectDecisionsOf } from './queries.ts';
import { AreaId, Decision, toDecisions, Words } from './shapes.ts';

const decisionsMax = 200;

export const getArea = operation({
	name: 'risk.get-area',
	summary: {
		vi: 'Mức nguy cơ của một địa bàn: đang áp dụng, trước đây, và của các đơn vị trước sáp nhập 2025',
		en: 'An area’s levels of risk: those that hold, those before, and those of the units it was made of in 2025',
	},
	who: anyone,
	input: Type.Object({ areaId: AreaId }, { additionalProperties: false }),
	output: Type.Object({
		areaName: Words,
		current: Type.Array(Decision, { description: 'One of each disease' }),
		coming: Type.Array(Decision),
		history: Type.Array(Decision, { description: 'Of the area and of those it was made of, the newest first' }),
		predecessors: Type.Array(Type.Object({ areaId: Type.Integer(), areaName: Words, isPart: Type.Boolean() })),
	}),
	personal: 'none',
	run: async ({ db, now }, { areaId }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('not-found', { field: 'areaId' });
		const predecessors = await listPredecessorAreas(db, area);
		const areas = [areaId, ...predecessors.map((one) => one.area.areaId)];
		const all = await toDecisions(db, await db.rows(selectDecisionsOf(areas, decisionsMax)));
		const own = all.filter((one) => one.areaId === areaId);
		const begun = own.filter((one) => new Date(one.holdsFrom) <= now);
		const current = begun.filter((one, index) => begun.findIndex(({ disease }) => disease === one.disease) === index);
		const coming = own.filter((one) => new Date(one.holdsFrom) > now);
		return {
			areaName: area.fullName,
			...{ current, coming, history: all.filter((one) => !current.includes(one) && !coming.includes(one)) },
			predecessors: predecessors.map((one) => ({
				...{ areaId: one.area.areaId, areaName: one.area.fullName, isPart: one.extent === 'part' },
			})),
		};
	},
});
