import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName } from '#diseases';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Level, RuleSetName } from './assess/rule-set.ts';
import { insertDecision, selectProposal, selectSameDecision } from './queries.ts';
import { officerOfArea } from './reach.ts';
import { getRuleSet } from './sets.ts';
import { AreaId, Moment } from './shapes.ts';

const dayLong = 86_400_000;
/** Further from now than this is a slip of the pen. */
const daysMax = 30;

export const decide = operation({
	name: 'risk.decide',
	summary: {
		vi: 'Ghi và công bố quyết định về mức nguy cơ của một địa bàn; khác đề xuất thì ghi lý do',
		en: 'Records and publishes the decision on an area’s level of risk; where it differs from the proposal, why',
	},
	who: officerOfArea,
	input: Type.Object(
		{
			areaId: AreaId,
			disease: DiseaseName,
			ruleSet: RuleSetName,
			level: Level,
			holdsFrom: Type.Optional(Moment),
			decidedBy: Type.String({ minLength: 3, maxLength: 200 }),
			decisionNumber: Type.String({ minLength: 1, maxLength: 100 }),
			differsBecause: Type.Optional(Type.String({ minLength: 5, maxLength: 1_000 })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ decisionId: Id, wasDecided: Type.Boolean() }),
	// About nobody, and kept in the log all the same: it is published.
	personal: 'changes',
	run: async ({ db, now, caller: { actor } }, input) => {
		const { areaId, disease, level, differsBecause } = input;
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const ruleSet = await getRuleSet(db, input.ruleSet, now);
		if (!ruleSet.levels.some((one) => one.level === level)) throw new Problem('invalid-input', { field: 'level' });
		const holdsFrom = input.holdsFrom === undefined ? now : new Date(input.holdsFrom);
		if (!(Math.abs(holdsFrom.getTime() - now.getTime()) <= daysMax * dayLong))
			throw new Problem('invalid-input', { field: 'holdsFrom' });
		const proposal = await db.find(selectProposal(areaId, disease, input.ruleSet));
		if (proposal?.level !== level && !differsBecause) throw new Problem('reason-required', { field: 'differsBecause' });
		const row = {
			...{ decision_id: newId(), disease, rule_set: input.ruleSet, area_id: areaId, area_path: area.path, level },
			...{ rule_version: proposal?.rule_version ?? ruleSet.version, proposed_level: proposal?.level ?? null },
			reasons: proposal?.level === level ? proposal.reasons : [],
			differs_because: proposal?.level === level ? null : differsBecause!,
			...{ decided_by: input.decidedBy, decision_number: input.decisionNumber, holds_from: holdsFrom },
			...{ published_at: now, recorded_by: actorId(actor) ?? null },
			authority: 'authority' in actor ? actor.authority : '',
		};
		const isNew = (await db.run(insertDecision(row))) > 0;
		if (isNew) return { decisionId: row.decision_id, wasDecided: false };
		const same = await db.one(selectSameDecision(row));
		// One decision names one level of an area: another level needs a number of its own.
		if (same.level !== level) throw new Problem('conflict', { field: 'decisionNumber' });
		return { decisionId: same.decision_id, wasDecided: true };
	},
});
