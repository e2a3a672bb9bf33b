import { sql } from '#platform/sql';

export interface RegimeRow {
	regime: string;
	version: number;
	disease: string;
	subject: string;
	name_vi: string;
	name_en: string;
	days: number;
	reports_a_day: number;
	takes_temperature: boolean;
	test_days: number[];
	negative_tests: number;
	symptom_free_days: number;
	valid_from: string;
	valid_until: string | null;
	decision: string;
}

/** Every version, the newest of each regime first. */
export const selectRegimes = (limit: number) => sql<RegimeRow>`
	select regime, version, disease, subject, name_vi, name_en, days, reports_a_day, takes_temperature, test_days,
		negative_tests, symptom_free_days, valid_from, valid_until, decision
	from diseases.regime
	order by regime, version desc
	limit ${limit}`;

export const selectRegimeVersions = (regimes: readonly string[]) => sql<RegimeRow>`
	select regime, version, disease, subject, name_vi, name_en, days, reports_a_day, takes_temperature, test_days,
		negative_tests, symptom_free_days, valid_from, valid_until, decision
	from diseases.regime
	where regime = any (${regimes}::text[])
	order by regime, version
	limit 1000`;

/** The version in force on a day. */
export const selectRegimeOn = (regime: string, day: string) => sql<RegimeRow>`
	select regime, version, disease, subject, name_vi, name_en, days, reports_a_day, takes_temperature, test_days,
		negative_tests, symptom_free_days, valid_from, valid_until, decision
	from diseases.regime
	where regime = ${regime} and valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)
	order by version desc
	limit 1`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertRegime = (row: RegimeRow) => sql`
	insert into diseases.regime (regime, version, disease, subject, name_vi, name_en, days, reports_a_day,
		takes_temperature, test_days, negative_tests, symptom_free_days, valid_from, valid_until, decision)
	values (${row.regime}, ${row.version}, ${row.disease}, ${row.subject}, ${row.name_vi}, ${row.name_en}, ${row.days},
		${row.reports_a_day}, ${row.takes_temperature}, ${row.test_days}, ${row.negative_tests},
		${row.symptom_free_days}, ${row.valid_from}, ${row.valid_until}, ${row.decision})
	on conflict (regime, version) do nothing`;

/** Adds the next version of a regime, or its first. Two at once: one breaks the primary key. */
export const insertNextRegime = (row: Omit<RegimeRow, 'version'>) => sql<{ version: number }>`
	insert into diseases.regime (regime, version, disease, subject, name_vi, name_en, days, reports_a_day,
		takes_temperature, test_days, negative_tests, symptom_free_days, valid_from, valid_until, decision)
	select ${row.regime}, coalesce(max(version), 0) + 1, ${row.disease}, ${row.subject}, ${row.name_vi},
		${row.name_en}, ${row.days}::integer, ${row.reports_a_day}::smallint, ${row.takes_temperature}::boolean,
		${row.test_days}::integer[], ${row.negative_tests}::smallint, ${row.symptom_free_days}::smallint,
		${row.valid_from}::date, ${row.valid_until}::date, ${row.decision}
	from diseases.regime
	where regime = ${row.regime}
	returning version`;
