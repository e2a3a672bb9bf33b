import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName } from '#diseases';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { RuleSetName } from './assess/rule-set.ts';
import { proposeLevels } from './propose-levels.ts';
import { officerOfArea } from './reach.ts';
import { AreaId } from './shapes.ts';

export const propose = operation({
	name: 'risk.propose',
	summary: {
		vi: 'Tính mức nguy cơ của một địa bàn và các xã, phường bên dưới theo một bộ quy tắc; chưa công bố gì',
		en: 'Works out the level of risk of an area and its communes by a rule set; publishes nothing',
	},
	who: officerOfArea,
	input: Type.Object({ areaId: AreaId, disease: DiseaseName, ruleSet: RuleSetName }, { additionalProperties: false }),
	output: Type.Object({ proposed: Type.Integer({ description: 'Areas of which something could be said' }) }),
	personal: 'none',
	run: async ({ db, now }, { areaId, disease, ruleSet }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		return { proposed: await proposeLevels(db, { path: area.path, disease, ruleSet }, now) };
	},
});
