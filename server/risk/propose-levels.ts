import { readDiseases } from '#diseases';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import type { Assessment } from './assess/assessment.ts';
import { assessByConditions } from './assess/by-conditions.ts';
import { assessByIncidence } from './assess/by-incidence.ts';
import { assessByUsual } from './assess/by-usual.ts';
import type { RuleSet } from './assess/rule-set.ts';
import { upsertProposals } from './queries.ts';
import { type KnownArea, readFacts } from './read-facts.ts';
import { getRuleSet } from './sets.ts';

export interface Asked {
	/** Of the area; with all provinces and communes below it. */
	path: string;
	disease: string;
	ruleSet: string;
}

/**
 * Says what a rule set makes of each area as of now and keeps it as proposed. An area of which nothing can be said keeps
 * what was proposed before. Returns how many were proposed. Throws `invalid-input` for an unknown disease or rule set.
 */
export async function proposeLevels(db: Db, { path, disease, ruleSet: name }: Asked, now: Date): Promise<number> {
	const ruleSet = await getRuleSet(db, name, now);
	const known = (await readDiseases(db)).find((one) => one.disease === disease);
	if (!known) throw new Problem('invalid-input', { field: 'disease' });
	const areas = await readFacts(db, { path, disease, now, isByUsual: ruleSet.rule.method === 'usual' });
	const rows = areas.flatMap((area) => {
		const assessed = assess(ruleSet, area, known.lawGroup);
		if (!assessed) return [];
		return [
			{
				...{ disease, rule_set: name, area_id: area.areaId, area_path: area.path, rule_version: ruleSet.version },
				...{ level: assessed.level, reasons: assessed.reasons, facts: area.facts, proposed_at: now },
			},
		];
	});
	for (const statement of upsertProposals(rows)) await db.run(statement);
	return rows.length;
}

function assess({ rule }: RuleSet, area: KnownArea, lawGroup: 'A' | 'B' | 'C'): Assessment | undefined {
	if (rule.method === 'conditions') return assessByConditions(rule, area);
	if (rule.method === 'incidence') return assessByIncidence(rule, area);
	return assessByUsual(rule, { ...area, lawGroup });
}
