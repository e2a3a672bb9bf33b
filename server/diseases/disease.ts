import Type, { type Static } from 'typebox';
import type { Db } from '#platform/db';
import { type DiseaseRow, insertDisease, selectDiseases } from './queries-diseases.ts';
import { readShipped } from './shipped.ts';

export const DiseaseName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example covid-19' });

const Name = Type.String({ minLength: 2, maxLength: 200 });

export const diseaseFields = {
	disease: DiseaseName,
	name: Type.Object({ vi: Name, en: Name }, { additionalProperties: false }),
	lawGroup: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C')], {
		description: 'Luật 114/2025, Thông tư 15/2026 Đ14: who may be ordered into isolation depends on it',
	}),
	icd10: Type.Optional(Type.String({ pattern: '^[A-Z][0-9]{2}(\\.[0-9]{1,2})?$' })),
	incubationDaysMax: Type.Integer({ minimum: 1, maximum: 366 }),
	serialDaysMean: Type.Number({ exclusiveMinimum: 0, maximum: 366, description: 'Onset to onset, in days' }),
	serialDaysSd: Type.Number({ exclusiveMinimum: 0, maximum: 366 }),
	source: Type.String({ minLength: 3, maxLength: 500 }),
	sourceEn: Type.Optional(
		Type.String({ minLength: 3, maxLength: 500, description: 'The same in English; without it, as it is' }),
	),
};

export const Disease = Type.Object(diseaseFields);
export type Disease = Static<typeof Disease>;

const diseasesMax = 500;

/** Every disease by its name in Vietnamese. */
export const readDiseases = async (db: Db): Promise<Disease[]> =>
	(await db.rows(selectDiseases(diseasesMax))).map(toDisease);

const toDisease = (row: DiseaseRow): Disease => ({
	disease: row.disease,
	name: { vi: row.name_vi, en: row.name_en },
	lawGroup: row.law_group as Disease['lawGroup'],
	...(row.icd10 === null ? {} : { icd10: row.icd10 }),
	incubationDaysMax: row.incubation_days_max,
	serialDaysMean: Number(row.serial_days_mean),
	serialDaysSd: Number(row.serial_days_sd),
	source: row.source,
	...(row.source_en === null ? {} : { sourceEn: row.source_en }),
});

export const toDiseaseRow = (disease: Disease): DiseaseRow => ({
	disease: disease.disease,
	name_vi: disease.name.vi,
	name_en: disease.name.en,
	law_group: disease.lawGroup,
	icd10: disease.icd10 ?? null,
	incubation_days_max: disease.incubationDaysMax,
	serial_days_mean: String(disease.serialDaysMean),
	serial_days_sd: String(disease.serialDaysSd),
	source: disease.source,
	source_en: disease.sourceEn ?? null,
});

/** Adds the diseases the product comes with; those that are there stay as they are. */
export async function ensureDiseases(db: Db): Promise<void> {
	for (const disease of readShipped<Disease>('diseases')) await db.run(insertDisease(toDiseaseRow(disease)));
}
