import { sql } from '#platform/sql';

export interface DiseaseRow {
	disease: string;
	name_vi: string;
	name_en: string;
	law_group: string;
	icd10: string | null;
	incubation_days_max: number;
	serial_days_mean: string;
	serial_days_sd: string;
	source: string;
	source_en: string | null;
}

export const selectDiseases = (limit: number) => sql<DiseaseRow>`
	select disease, name_vi, name_en, law_group, icd10, incubation_days_max, serial_days_mean, serial_days_sd, source,
		source_en
	from diseases.disease
	order by name_vi collate "vi-x-icu", disease
	limit ${limit}`;

/** Nothing happens when the disease is there: what an operator set stays. */
export const insertDisease = (row: DiseaseRow) => sql`
	insert into diseases.disease (disease, name_vi, name_en, law_group, icd10, incubation_days_max, serial_days_mean,
		serial_days_sd, source, source_en)
	values (${row.disease}, ${row.name_vi}, ${row.name_en}, ${row.law_group}, ${row.icd10}, ${row.incubation_days_max},
		${row.serial_days_mean}, ${row.serial_days_sd}, ${row.source}, ${row.source_en})
	on conflict (disease) do nothing`;

export const upsertDisease = (row: DiseaseRow) => sql`
	insert into diseases.disease (disease, name_vi, name_en, law_group, icd10, incubation_days_max, serial_days_mean,
		serial_days_sd, source, source_en)
	values (${row.disease}, ${row.name_vi}, ${row.name_en}, ${row.law_group}, ${row.icd10}, ${row.incubation_days_max},
		${row.serial_days_mean}, ${row.serial_days_sd}, ${row.source}, ${row.source_en})
	on conflict (disease) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
		law_group = excluded.law_group, icd10 = excluded.icd10, incubation_days_max = excluded.incubation_days_max,
		serial_days_mean = excluded.serial_days_mean, serial_days_sd = excluded.serial_days_sd, source = excluded.source,
		source_en = excluded.source_en`;
