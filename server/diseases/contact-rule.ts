import Type from 'typebox';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { insertRule, type RuleRow, selectRuleOn } from './queries-contact-rules.ts';
import { readShipped } from './shipped.ts';

export const RuleName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example qd-5053' });

const Sentence = Type.String({ minLength: 3, maxLength: 300 });

/** What a rule says, without its version. */
export const ruleFields = {
	rule: RuleName,
	disease: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example covid-19' }),
	name: Type.Object({ vi: Sentence, en: Sentence }, { additionalProperties: false }),
	daysBefore: Type.Integer({ minimum: 0, maximum: 60, description: 'Days before the onset (or the sampling)' }),
	daysAfter: Type.Integer({ minimum: 0, maximum: 60, description: 'Days after it, unless isolated before' }),
	minutesMin: Type.Integer({
		minimum: 0,
		maximum: 1440,
		description: 'Time at one place with the case that counts, added up; 0 counts every overlap longer than nothing',
	}),
	metersMax: Type.Optional(
		Type.Number({ exclusiveMinimum: 0, maximum: 100, description: 'What the source says; told, never applied' }),
	),
	withinHours: Type.Optional(
		Type.Integer({
			minimum: 1,
			maximum: 744,
			description: 'The minutes must fall within so many hours; else the window',
		}),
	),
	sameGate: Type.Boolean({ description: 'Only people who used the same gate' }),
	sameTrip: Type.Boolean({ description: 'In a vehicle, only people of the same trip' }),
	seatRows: Type.Optional(
		Type.Integer({ minimum: 0, maximum: 50, description: 'On a trip with seats, only so many rows before and behind' }),
	),
	symptomFreeDays: Type.Integer({ minimum: 0, maximum: 30, description: 'Days without symptoms that end the window' }),
	followUpDays: Type.Integer({ minimum: 0, maximum: 60, description: 'How long contacts are followed' }),
	validFrom: Type.String({ format: 'date' }),
	validUntil: Type.Optional(Type.String({ format: 'date', description: 'The last day, included' })),
	decision: Type.String({ minLength: 3, maxLength: 500, description: 'The decision or guidance the rule comes from' }),
	decisionEn: Type.Optional(
		Type.String({ minLength: 3, maxLength: 500, description: 'The same in English; without it, as it is' }),
	),
};

export const ContactRule = Type.Object({ ...ruleFields, version: Type.Integer({ minimum: 1 }) });
export type ContactRule = Type.Static<typeof ContactRule>;

export const toRule = (row: RuleRow): ContactRule => ({
	rule: row.rule,
	version: row.version,
	disease: row.disease,
	name: { vi: row.name_vi, en: row.name_en },
	daysBefore: row.days_before,
	daysAfter: row.days_after,
	minutesMin: row.minutes_min,
	...(row.meters_max === null ? {} : { metersMax: Number(row.meters_max) }),
	...(row.within_hours === null ? {} : { withinHours: row.within_hours }),
	sameGate: row.same_gate,
	sameTrip: row.same_trip,
	...(row.seat_rows === null ? {} : { seatRows: row.seat_rows }),
	symptomFreeDays: row.symptom_free_days,
	followUpDays: row.follow_up_days,
	validFrom: row.valid_from,
	...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
	decision: row.decision,
	...(row.decision_en === null ? {} : { decisionEn: row.decision_en }),
});

export const toRuleRow = (rule: ContactRule): RuleRow => ({
	rule: rule.rule,
	version: rule.version,
	disease: rule.disease,
	name_vi: rule.name.vi,
	name_en: rule.name.en,
	days_before: rule.daysBefore,
	days_after: rule.daysAfter,
	minutes_min: rule.minutesMin,
	valid_from: rule.validFrom,
	valid_until: rule.validUntil ?? null,
	meters_max: rule.metersMax === undefined ? null : String(rule.metersMax),
	within_hours: rule.withinHours ?? null,
	same_gate: rule.sameGate,
	same_trip: rule.sameTrip,
	seat_rows: rule.seatRows ?? null,
	symptom_free_days: rule.symptomFreeDays,
	follow_up_days: rule.followUpDays,
	decision: rule.decision,
	decision_en: rule.decisionEn ?? null,
});

/** The version in force now. Throws `invalid-input` for the field `rule` when there is none. */
export async function getContactRule(db: Db, rule: string, now: Date): Promise<ContactRule> {
	const row = await db.find(selectRuleOn(rule, dayOf(now)));
	if (!row) throw new Problem('invalid-input', { field: 'rule' });
	return toRule(row);
}

/** Adds the rules the product comes with; those that are there stay as they are. */
export async function ensureContactRules(db: Db): Promise<void> {
	for (const rule of readShipped<ContactRule>('contact-rules')) await db.run(insertRule(toRuleRow(rule)));
}
