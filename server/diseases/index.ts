import type { Module } from '#platform/module';
import { ensureContactRules } from './contact-rule.ts';
import { ensureDiseases } from './disease.ts';
import { listContactRules } from './list-contact-rules.ts';
import { listDiseases } from './list-diseases.ts';
import { setContactRule } from './set-contact-rule.ts';
import { setDisease } from './set-disease.ts';

export { ContactRule, getContactRule, RuleName } from './contact-rule.ts';
export { type Disease, DiseaseName, readDiseases } from './disease.ts';
export { listContactRules, listDiseases, setContactRule, setDisease };

export const diseases: Module = {
	name: 'diseases',
	operations: [listDiseases, setDisease, listContactRules, setContactRule],
	prepare: async ({ db }) => {
		await ensureDiseases(db);
		await ensureContactRules(db);
	},
};
