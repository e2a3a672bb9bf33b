import type { Module } from '#platform/module';
import type { Questionnaire } from '#shared/form/questionnaire';
import { get } from './get.ts';
import { getCurrent } from './get-current.ts';
import { publish } from './publish.ts';
import { insertFirstCurrentForm, insertQuestionnaire } from './queries.ts';
import dailyFive from './questionnaires/daily-five-1.json' with { type: 'json' };
import dailyReport from './questionnaires/daily-report-1.json' with { type: 'json' };
import generalDeclaration from './questionnaires/general-declaration-1.json' with { type: 'json' };

export { type CurrentForm, chooseForm, currentForm, getForm } from './current-form.ts';
export { get, getCurrent, publish };

/** Fourteen days as the web form of 2021 asked; an operator may set 21, as QĐ 2666 says. */
const firstSettings = { lookBackDays: 14, disease: { vi: 'COVID-19', en: 'COVID-19' } };

/** By the names under which people are asked them. */
const shipped = { general: generalDeclaration, 'daily-report': dailyReport, 'daily-five': dailyFive };

export const forms: Module = {
	name: 'forms',
	operations: [getCurrent, get, publish],
	prepare: async ({ db, clock }) => {
		for (const [name, form] of Object.entries(shipped)) {
			const { url, version } = form;
			await db.run(insertQuestionnaire(form as Questionnaire, clock.now()));
			await db.run(insertFirstCurrentForm(name, { url, version, settings: firstSettings }, clock.now()));
		}
	},
};
