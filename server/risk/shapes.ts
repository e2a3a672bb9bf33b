import Type from 'typebox';
import { getAreas } from '#areas';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Level } from './assess/rule-set.ts';
import type { DecisionRow } from './queries.ts';

export const AreaId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });
export const Moment = Type.String({ format: 'date-time' });

/** What was decided, as anybody may read it. */
export const Decision = Type.Object({
	decisionId: Id,
	disease: Type.String(),
	ruleSet: Type.String(),
	ruleVersion: Type.Integer(),
	areaId: Type.Integer(),
	areaName: Words,
	level: Level,
	proposedLevel: Type.Optional(Level),
	reasons: Type.Array(Words),
	differsBecause: Type.Optional(Type.String()),
	decidedBy: Type.String(),
	decisionNumber: Type.String(),
	holdsFrom: Moment,
	publishedAt: Moment,
});

export async function toDecisions(db: Db, rows: readonly DecisionRow[]) {
	const areas = await getAreas(
		db,
		rows.map((row) => row.area_id),
	);
	return rows.map((row) => ({
		...{ decisionId: row.decision_id, disease: row.disease, ruleSet: row.rule_set, ruleVersion: row.rule_version },
		...{ areaId: row.area_id, areaName: areas.get(row.area_id)?.fullName ?? { vi: '', en: '' }, level: row.level },
		...(row.proposed_level === null ? {} : { proposedLevel: row.proposed_level }),
		reasons: row.reasons,
		...(row.differs_because ? { differsBecause: row.differs_because } : {}),
		...{ decidedBy: row.decided_by, decisionNumber: row.decision_number },
		...{ holdsFrom: row.holds_from.toISOString(), publishedAt: row.published_at.toISOString() },
	}));
}
