import Type, { type Static } from 'typebox';
import type { Db } from '#platform/db';
import { keepFor } from '#platform/kept';
import type { BatchContext } from '#platform/operation';
import { isWithin } from '#platform/who';
import { dayOf } from '#shared/language';
import { DiseaseName } from './disease.ts';
import { insertSymptomRule, selectSymptomRules } from './queries-symptom-rules.ts';
import { readShipped } from './shipped.ts';

const Sign = Type.String({ pattern: '^[a-z][a-z-]{1,39}$', description: 'The code of an answer, for example cough' });
const Signs = Type.Array(Sign, { maxItems: 30, uniqueItems: true });
const Sentence = Type.String({ minLength: 3, maxLength: 300 });
const Temperature = Type.Number({ minimum: 35, maximum: 43, description: 'Degrees Celsius' });

/** What a rule says, without its area and version. */
export const symptomRuleFields = {
	disease: { ...DiseaseName, description: 'For example covid-19; any: for those without a rule of their own' },
	name: Type.Object({ vi: Sentence, en: Sentence }, { additionalProperties: false }),
	anyOf: { ...Signs, description: 'One of these makes a report symptomatic' },
	anyTwoOf: { ...Signs, description: 'Two of these do' },
	temperatureMin: { ...Temperature, description: 'From this temperature on it is a fever, and symptomatic' },
	urgentAnyOf: { ...Signs, description: 'One of these needs somebody at once' },
	urgentTemperatureMin: Temperature,
	symptomFreeDays: Type.Integer({
		minimum: 0,
		maximum: 30,
		description: 'So many days after the last symptoms a report without any shows that they are over',
	}),
	validFrom: Type.String({ format: 'date' }),
	decision: Type.String({ minLength: 3, maxLength: 500 }),
	decisionEn: Type.Optional(
		Type.String({ minLength: 3, maxLength: 500, description: 'The same in English; without it, as it is' }),
	),
};

export const SymptomRule = Type.Object({
	...symptomRuleFields,
	areaPath: Type.String({ description: 'Whose people it judges, with all areas below; empty: everywhere' }),
	version: Type.Integer({ minimum: 1 }),
});
export type SymptomRule = Static<typeof SymptomRule>;

const versionsMax = 2_000;

/** Every version there is, the newest of each disease and area first. */
export const readSymptomRules = async (db: Db): Promise<SymptomRule[]> =>
	(await db.rows(selectSymptomRules(versionsMax))).map(({ disease, area_path, version, body }) => ({
		...body,
		disease,
		areaPath: area_path,
		version,
	}));

/** Reports ask for the rules all day long, and they change a few times a year. */
export const keptSymptomRules = keepFor<readonly SymptomRule[]>(10, ({ db }: BatchContext) => readSymptomRules(db));

/**
 * The rule that judges the people of an area on a day: the nearest area's, of the disease before any other's. `rules` has
 * the newest version of each first. Throws when not even the shipped one is there, which only a bug can cause.
 */
export function chooseSymptomRule(rules: readonly SymptomRule[], disease: string, areaPath: string, now: Date) {
	const today = dayOf(now);
	const valid = rules.filter(
		(rule) => rule.validFrom <= today && (!rule.areaPath || isWithin(areaPath, rule.areaPath)),
	);
	for (const name of [disease, 'any']) {
		const own = valid.filter((rule) => rule.disease === name);
		const nearest = own.reduce<SymptomRule | undefined>(
			(best, rule) => (!best || rule.areaPath.length > best.areaPath.length ? rule : best),
			undefined,
		);
		if (nearest) return nearest;
	}
	throw new Error('no symptom rule is in force');
}

/** Adds the rules the product comes with; those that are there stay as they are. */
export async function ensureSymptomRules(db: Db): Promise<void> {
	for (const rule of readShipped<Omit<SymptomRule, 'areaPath'>>('symptom-rules'))
		await db.run(insertSymptomRule({ ...rule, areaPath: '' }));
}
