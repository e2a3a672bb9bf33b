import { type Assessment, compared, per100k, reaches, sentence } from './assessment.ts';
import { type FactName, type Facts, factWords, yesNoFacts } from './facts.ts';
import type { Incidence } from './rule-set.ts';

export interface IncidenceArea {
	population: number | undefined;
	facts: Facts;
	/** The level that holds; 1 where none was decided. */
	current: number;
}

const levelMax = 4;

/**
 * A band of new cases per 100,000 people and week; one level more where a coverage target is missed while there are
 * cases; not lower than now where another is missed (NQ 128/NQ-CP, QĐ 4800/QĐ-BYT, QĐ 218/QĐ-BYT). Undefined where
 * population or cases are not known: nothing can be said.
 */
export function assessByIncidence(
	rule: Incidence,
	{ population, facts, current }: IncidenceArea,
): Assessment | undefined {
	const incidence = facts.newCases === undefined ? undefined : per100k(facts.newCases, population);
	if (incidence === undefined) return undefined;
	const reasons: Assessment['reasons'] = [];
	let level = bandOf('newCases', incidence, rule.bands, reasons);
	for (const { fact, bands } of rule.also) {
		const value = facts[fact] === undefined ? undefined : per100k(facts[fact], population);
		if (value !== undefined) level = Math.max(level, bandOf(fact, value, bands, reasons));
	}
	const missed = (targets: Incidence['raiseBelow']) =>
		targets.filter(({ fact, target }) => facts[fact] !== undefined && facts[fact] < target);
	const raising = missed(rule.raiseBelow);
	if (raising.length && facts.newCases! > 0 && level < levelMax) {
		level++;
		reasons.push(...raising.map((one) => tellMissed(one, facts, ['tăng một mức', 'one level more'])));
	}
	const holding = missed(rule.holdBelow);
	if (holding.length && level < current) {
		level = current;
		reasons.push(...holding.map((one) => tellMissed(one, facts, ['không được hạ mức', 'may not be lowered'])));
	}
	return { level, reasons };
}

function bandOf(fact: FactName, value: number, bands: Incidence['bands'], reasons: Assessment['reasons']): number {
	const { vi, en } = factWords[fact];
	const reached = bands.filter((band) => reaches(value, band)).sort((one, other) => other.level - one.level)[0];
	const said = compared(value, reached);
	reasons.push(sentence(`${vi} trên 100.000 dân: ${said.vi}`, `${en} per 100,000 people: ${said.en}`));
	return reached?.level ?? 1;
}

function tellMissed({ fact, target }: { fact: FactName; target: number }, facts: Facts, [vi, en]: [string, string]) {
	const words = factWords[fact];
	if (yesNoFacts.has(fact)) return sentence(`không ${words.vi}: ${vi}`, `not so: ${words.en}; ${en}`);
	return sentence(
		`${words.vi}: ${facts[fact]} (dưới ${target}), ${vi}`,
		`${words.en}: ${facts[fact]} (below ${target}), ${en}`,
	);
}
