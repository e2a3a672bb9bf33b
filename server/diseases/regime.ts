import Type, { type Static } from 'typebox';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { DiseaseName } from './disease.ts';
import {
	insertRegime,
	type RegimeRow,
	selectRegimeOn,
	selectRegimes,
	selectRegimeVersions,
} from './queries-regimes.ts';
import { readShipped } from './shipped.ts';

export const RegimeName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example 5599-site' });

const Sentence = Type.String({ minLength: 3, maxLength: 300 });

/** What a regime says, without its version. */
export const regimeFields = {
	regime: RegimeName,
	disease: DiseaseName,
	subject: Type.Union([Type.Literal('case'), Type.Literal('contact'), Type.Literal('arrival')]),
	name: Type.Object({ vi: Sentence, en: Sentence }, { additionalProperties: false }),
	days: Type.Integer({ minimum: 1, maximum: 366, description: 'Of isolation, the last one included' }),
	reportsADay: Type.Integer({ minimum: 1, maximum: 4 }),
	takesTemperature: Type.Boolean(),
	testDays: Type.Array(Type.Integer({ minimum: 1, maximum: 366 }), {
		maxItems: 20,
		uniqueItems: true,
		description: 'Day 1 is the first day of isolation',
	}),
	negativeTests: Type.Integer({ minimum: 0, maximum: 10, description: 'So many newest tests must be negative' }),
	symptomFreeDays: Type.Integer({ minimum: 0, maximum: 60, description: 'So many days without symptoms' }),
	validFrom: Type.String({ format: 'date' }),
	validUntil: Type.Optional(Type.String({ format: 'date', description: 'The last day, included' })),
	decision: Type.String({ minLength: 3, maxLength: 500, description: 'The decision or guidance it comes from' }),
};

export const Regime = Type.Object({ ...regimeFields, version: Type.Integer({ minimum: 1 }) });
export type Regime = Static<typeof Regime>;

export const toRegime = (row: RegimeRow): Regime => ({
	regime: row.regime,
	version: row.version,
	disease: row.disease,
	subject: row.subject as Regime['subject'],
	name: { vi: row.name_vi, en: row.name_en },
	days: row.days,
	reportsADay: row.reports_a_day,
	takesTemperature: row.takes_temperature,
	testDays: row.test_days,
	negativeTests: row.negative_tests,
	symptomFreeDays: row.symptom_free_days,
	validFrom: row.valid_from,
	...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
	decision: row.decision,
});

export const toRegimeRow = (regime: Regime): RegimeRow => ({
	regime: regime.regime,
	version: regime.version,
	disease: regime.disease,
	subject: regime.subject,
	name_vi: regime.name.vi,
	name_en: regime.name.en,
	days: regime.days,
	reports_a_day: regime.reportsADay,
	takes_temperature: regime.takesTemperature,
	test_days: regime.testDays.toSorted((one, other) => one - other),
	negative_tests: regime.negativeTests,
	symptom_free_days: regime.symptomFreeDays,
	valid_from: regime.validFrom,
	valid_until: regime.validUntil ?? null,
	decision: regime.decision,
});

/** The version in force now. Throws `invalid-input` for the field `regime` when there is none. */
export async function getRegime(db: Db, regime: string, now: Date): Promise<Regime> {
	const row = await db.find(selectRegimeOn(regime, dayOf(now)));
	if (!row) throw new Problem('invalid-input', { field: 'regime' });
	return toRegime(row);
}

/** Regimes as they were when orders were given, by `regime/version`. */
export async function readRegimes(
	db: Db,
	asked: readonly { regime: string; version: number }[],
): Promise<Map<string, Regime>> {
	if (!asked.length) return new Map();
	const rows = await db.rows(selectRegimeVersions([...new Set(asked.map((one) => one.regime))]));
	return new Map(rows.map((row) => [`${row.regime}/${row.version}`, toRegime(row)]));
}

const versionsMax = 500;

/** Every version, the newest of each first. */
export const listAllRegimes = async (db: Db): Promise<Regime[]> =>
	(await db.rows(selectRegimes(versionsMax))).map(toRegime);

/** Adds the regimes the product comes with; those that are there stay as they are. */
export async function ensureRegimes(db: Db): Promise<void> {
	for (const regime of readShipped<Regime>('regimes')) await db.run(insertRegime(toRegimeRow(regime)));
}
