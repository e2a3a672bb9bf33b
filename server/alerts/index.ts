import type { Module } from '#platform/module';
import { approveAlert } from './approve-alert.ts';
import { draftAlert } from './draft-alert.ts';
import { draftOutbreakAlert } from './draft-outbreak-alert.ts';
import { getAlert } from './get-alert.ts';
import { getSettings } from './get-settings.ts';
import { jobs } from './jobs.ts';
import { listAlerts } from './list-alerts.ts';
import { listTemplates } from './list-templates.ts';
import { previewAlert } from './preview-alert.ts';
import { insertSetting, insertTemplate } from './queries-templates.ts';
import { recallAlert } from './recall-alert.ts';
import { releaseStage } from './release-stage.ts';
import { setSettings } from './set-settings.ts';
import { setTemplate } from './set-template.ts';
import { shippedTemplates } from './shipped.ts';
import { stopAlert } from './stop-alert.ts';
import { submitAlert } from './submit-alert.ts';
import { writeAlert } from './write-alert.ts';

export {
	approveAlert,
	draftAlert,
	draftOutbreakAlert,
	getAlert,
	getSettings,
	listAlerts,
	listTemplates,
	previewAlert,
	recallAlert,
	releaseStage,
	setSettings,
	setTemplate,
	stopAlert,
	submitAlert,
	writeAlert,
};

export const alerts: Module = {
	name: 'alerts',
	operations: [
		...[draftAlert, draftOutbreakAlert, writeAlert, previewAlert, submitAlert, approveAlert],
		...[releaseStage, stopAlert, recallAlert],
		...[getAlert, listAlerts, listTemplates, setTemplate, getSettings, setSettings],
	],
	jobs,
	prepare: async ({ db, clock }) => {
		const first = { version: 1, valid_from: clock.now(), decision: 'Initial setting' };
		for (const { severity, text, advice, wakes } of shippedTemplates)
			await db.run(insertTemplate({ ...first, severity, ...text, advice_vi: advice.vi, advice_en: advice.en, wakes }));
		const stages = { approve_above: 100, stage_from: 100, first_percent: 1, second_percent: 10 };
		await db.run(insertSetting({ ...first, ...stages }));
	},
};
