import Type, { type Static } from 'typebox';
import { FactNameSchema } from './facts.ts';

const Words = Type.Object(
	{ vi: Type.String({ minLength: 1, maxLength: 300 }), en: Type.String({ minLength: 1, maxLength: 300 }) },
	{ additionalProperties: false },
);
export const Level = Type.Integer({ minimum: 1, maximum: 4 });
const Threshold = Type.Number({ minimum: 0, maximum: 1e9 });

/** A level that holds from a number on, included, or above it. */
const Band = Type.Object(
	{ level: Level, atLeast: Type.Optional(Threshold), above: Type.Optional(Threshold) },
	{ additionalProperties: false },
);

const Condition = Type.Object(
	{
		fact: FactNameSchema,
		atLeast: Type.Optional(Threshold),
		above: Type.Optional(Threshold),
		per100k: Type.Optional(Type.Boolean({ description: 'The fact is counted per 100,000 people' })),
	},
	{ additionalProperties: false },
);
export type Condition = Static<typeof Condition>;

/** QĐ 2686: the gravest level of which any condition holds. */
const Conditions = Type.Object(
	{
		method: Type.Literal('conditions'),
		levels: Type.Array(
			Type.Object(
				{
					level: Level,
					areaLevels: Type.Array(
						Type.Union([Type.Literal('commune'), Type.Literal('district'), Type.Literal('province')]),
						{ minItems: 1, maxItems: 3 },
					),
					anyOf: Type.Array(Condition, { minItems: 1, maxItems: 20 }),
				},
				{ additionalProperties: false },
			),
			{ minItems: 1, maxItems: 20 },
		),
	},
	{ additionalProperties: false },
);
export type Conditions = Static<typeof Conditions>;

/** NQ 128: bands of incidence, raised or held by coverage and capacity. */
const Incidence = Type.Object(
	{
		method: Type.Literal('incidence'),
		bands: Type.Array(Band, { minItems: 1, maxItems: 4, description: 'New cases per 100,000 people and week' }),
		also: Type.Array(
			Type.Object(
				{ fact: FactNameSchema, bands: Type.Array(Band, { minItems: 1, maxItems: 4 }) },
				{ additionalProperties: false },
			),
			{ maxItems: 5, description: 'Further numbers per 100,000 people; the gravest counts' },
		),
		raiseBelow: Type.Array(Type.Object({ fact: FactNameSchema, target: Threshold }, { additionalProperties: false }), {
			maxItems: 5,
			description: 'Missing one raises the level by one, where there are cases',
		}),
		holdBelow: Type.Array(Type.Object({ fact: FactNameSchema, target: Threshold }, { additionalProperties: false }), {
			maxItems: 5,
			description: 'Missing one, the level may not be lowered',
		}),
	},
	{ additionalProperties: false },
);
export type Incidence = Static<typeof Incidence>;

/** Thông tư 15/2026 Đ16, Đ22: 1 none, 2 alert, 3 outbreak. */
const Usual = Type.Object(
	{
		method: Type.Literal('usual'),
		years: Type.Integer({ minimum: 2, maximum: 20 }),
		yearsMin: Type.Integer({ minimum: 2, maximum: 20, description: 'With fewer, the disease is not endemic there' }),
		alertDeviations: Type.Number({ minimum: 0, maximum: 10 }),
		outbreakDeviations: Type.Number({ minimum: 0, maximum: 10 }),
		deviation: Type.Union([Type.Literal('sample'), Type.Literal('population')]),
		linkedAlert: Type.Integer({ minimum: 1, maximum: 1_000 }),
		linkedOutbreak: Type.Integer({ minimum: 1, maximum: 1_000 }),
		confirmedAlertGroupA: Type.Integer({ minimum: 1, maximum: 1_000 }),
	},
	{ additionalProperties: false },
);
export type Usual = Static<typeof Usual>;

export const RuleSetName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'For example qd-2686' });

export const ruleSetFields = {
	ruleSet: RuleSetName,
	name: Words,
	levels: Type.Array(Type.Object({ level: Level, name: Words }, { additionalProperties: false }), {
		minItems: 2,
		maxItems: 4,
	}),
	rule: Type.Union([Conditions, Incidence, Usual]),
	unconfirmed: Type.Array(Words, {
		maxItems: 20,
		description: 'What of it an operator must compare with the decision’s own text before using it',
	}),
	validFrom: Type.String({ format: 'date' }),
	decision: Type.String({ minLength: 3, maxLength: 500 }),
};

export const RuleSet = Type.Object({ ...ruleSetFields, version: Type.Integer({ minimum: 1 }) });
export type RuleSet = Static<typeof RuleSet>;
