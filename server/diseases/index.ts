import type { Module } from '#platform/module';
import { ensureContactRules } from './contact-rule.ts';
import { ensureDiseases } from './disease.ts';
import { listContactRules } from './list-contact-rules.ts';
import { listDiseases } from './list-diseases.ts';
import { listRegimes } from './list-regimes.ts';
import { listSymptomRules } from './list-symptom-rules.ts';
import { ensureRegimes } from './regime.ts';
import { setContactRule } from './set-contact-rule.ts';
import { setDisease } from './set-disease.ts';
import { setRegime } from './set-regime.ts';
import { setSymptomRule } from './set-symptom-rule.ts';
import { ensureSymptomRules } from './symptom-rule.ts';

export { ContactRule, getContactRule, RuleName } from './contact-rule.ts';
export { type Disease, DiseaseName, readDiseases } from './disease.ts';
export { getRegime, listAllRegimes, type Regime, RegimeName, readRegimes } from './regime.ts';
export { chooseSymptomRule, keptSymptomRules, type SymptomRule } from './symptom-rule.ts';
export {
	listContactRules,
	listDiseases,
	listRegimes,
	listSymptomRules,
	setContactRule,
	setDisease,
	setRegime,
	setSymptomRule,
};

export const diseases: Module = {
	name: 'diseases',
	operations: [
		...[listDiseases, setDisease, listContactRules, setContactRule, listSymptomRules, setSymptomRule],
		...[listRegimes, setRegime],
	],
	prepare: async ({ db }) => {
		await ensureDiseases(db);
		await ensureContactRules(db);
		await ensureSymptomRules(db);
		await ensureRegimes(db);
	},
};
