import { type Assessment, compared, per100k, reaches, sentence } from './assessment.ts';
import { type Facts, factWords, yesNoFacts } from './facts.ts';
import type { Condition, Conditions } from './rule-set.ts';

/**
 * The gravest level of which any condition holds; 1 where none does (QĐ 2686/QĐ-BCĐQG). A fact that is not known fulfils
 * no condition.
 */
export function assessByConditions(
	{ levels }: Conditions,
	area: { level: string; population: number | undefined; facts: Facts },
): Assessment {
	const asked = levels
		.filter(({ areaLevels }) => areaLevels.some((one) => one === area.level))
		.sort((one, other) => other.level - one.level);
	for (const { level, anyOf } of asked) {
		const reasons = anyOf.flatMap((condition) => tell(condition, area));
		if (reasons.length) return { level, reasons };
	}
	return { level: 1, reasons: [sentence('Không có dấu hiệu nào của các mức trên', 'No sign of the levels above')] };
}

function tell(condition: Condition, { facts, population }: { facts: Facts; population: number | undefined }) {
	const known = facts[condition.fact];
	const value = known !== undefined && condition.per100k ? per100k(known, population) : known;
	if (value === undefined || !reaches(value, condition)) return [];
	const { vi, en } = factWords[condition.fact];
	if (yesNoFacts.has(condition.fact)) return [sentence(vi, en)];
	const said = compared(value, condition);
	const per = condition.per100k ? sentence(' trên 100.000 dân', ' per 100,000 people') : sentence('', '');
	return [sentence(`${vi}${per.vi}: ${said.vi}`, `${en}${per.en}: ${said.en}`)];
}
