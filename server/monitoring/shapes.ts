import Type from 'typebox';
import { Id, uuidPattern } from '#platform/ids';

export const Moment = Type.String({ format: 'date-time' });
export const Day = Type.String({ format: 'date', description: 'A day in Viet Nam' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });
export const Level = Type.Union([Type.Literal('green'), Type.Literal('amber'), Type.Literal('red')]);
export const AreaId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const Note = Type.String({ minLength: 3, maxLength: 500 });
export const Purpose = Type.String({ minLength: 5, maxLength: 500, description: 'Why; the person will read it' });

/** A list is no look at one person's matter: its purpose is the officer's duty, and the person reads it as such. */
export const followUp = 'Theo dõi sức khoẻ hằng ngày · Following up daily health reports';

export const OpenState = Type.Union([
	Type.Literal('coming'),
	Type.Literal('asymptomatic'),
	Type.Literal('symptomatic'),
	Type.Literal('not-reported'),
	Type.Literal('needs-review'),
	Type.Literal('due-to-end'),
	Type.Literal('ended'),
]);

export const ListState = Type.Union([...OpenState.anyOf, Type.Literal('moved')]);

export const Kind = Type.Union([Type.Literal('isolation'), Type.Literal('cordon'), Type.Literal('contact')]);

export const Channel = Type.Union([
	Type.Literal('self'),
	Type.Literal('household'),
	Type.Literal('sms-link'),
	Type.Literal('sms-answer'),
	Type.Literal('staff-round'),
	Type.Literal('phone-call'),
]);

/** Answers by linkId: text, or the codes chosen where several may be. */
export const AnswerInput = Type.Record(
	Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
	Type.Union([Type.String({ maxLength: 1_000 }), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 30 })]),
	{ additionalProperties: false },
);

export const ReportInput = Type.Object(
	{
		id: Type.String({ pattern: uuidPattern, description: 'Made by the client: sent again it is the same report' }),
		person: Id,
		at: Type.Optional(
			Type.String({ format: 'date-time', description: 'When it was said, at most two days ago; now when left out' }),
		),
		slot: Type.Optional(
			Type.Integer({ minimum: 0, maximum: 4, description: '0: the day; 1, 2 …: morning, afternoon …; by the time' }),
		),
		form: Type.Optional(
			Type.Object(
				{ url: Type.String({ maxLength: 200 }), version: Type.String({ maxLength: 40 }) },
				{ additionalProperties: false },
			),
		),
		answers: AnswerInput,
	},
	{ additionalProperties: false },
);

export const Reported = Type.Object({
	person: Id,
	outcome: Type.Union([
		Type.Literal('recorded'),
		Type.Literal('corrected'),
		Type.Literal('repeat'),
		Type.Literal('not-due'),
	]),
	day: Day,
	slot: Type.Integer(),
	level: Level,
	isUrgent: Type.Boolean({ description: 'Somebody is needed at once: call 115 or the health station' }),
});
