import { sql } from '#platform/sql';

export interface TemplateRow {
	severity: string;
	version: number;
	vi: string;
	en: string;
	advice_vi: string;
	advice_en: string;
	wakes: boolean;
	valid_from: Date;
	decision: string;
}

/** The newest version of each severity's words, and how many versions there are. */
export const selectTemplates = () => sql<TemplateRow>`
	select distinct on (severity) severity, version, vi, en, advice_vi, advice_en, wakes, valid_from, decision
	from alerts.template
	order by severity, version desc
	limit 10`;

export const selectTemplate = (severity: string, version: number) => sql<TemplateRow>`
	select severity, version, vi, en, advice_vi, advice_en, wakes, valid_from, decision
	from alerts.template where severity = ${severity} and version = ${version}`;

export const insertTemplate = (row: TemplateRow) => sql`
	insert into alerts.template (severity, version, vi, en, advice_vi, advice_en, wakes, valid_from, decision)
	values (${row.severity}, ${row.version}, ${row.vi}, ${row.en}, ${row.advice_vi}, ${row.advice_en}, ${row.wakes},
		${row.valid_from}, ${row.decision})
	on conflict (severity, version) do nothing`;

export interface SettingRow {
	version: number;
	approve_above: number;
	stage_from: number;
	first_percent: number;
	second_percent: number;
	valid_from: Date;
	decision: string;
}

export const selectSetting = () => sql<SettingRow>`
	select version, approve_above, stage_from, first_percent, second_percent, valid_from, decision
	from alerts.setting order by version desc limit 1`;

export const insertSetting = (row: SettingRow) => sql`
	insert into alerts.setting (version, approve_above, stage_from, first_percent, second_percent, valid_from, decision)
	values (${row.version}, ${row.approve_above}, ${row.stage_from}, ${row.first_percent}, ${row.second_percent},
		${row.valid_from}, ${row.decision})
	on conflict (version) do nothing`;
