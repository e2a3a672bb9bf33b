import Type from 'typebox';
import { Id, uuidPattern } from '#platform/ids';

export const Uuid = Type.String({
	pattern: uuidPattern,
	description: 'A UUID made by the client: the same call sent again is the same declaration',
});
export const Moment = Type.String({ format: 'date-time' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });
export const Level = Type.Union([Type.Literal('green'), Type.Literal('amber'), Type.Literal('red')]);
export const Reasons = Type.Array(Type.Object({ code: Type.String(), vi: Type.String(), en: Type.String() }));

/** Answers by linkId: text, or the codes chosen where several may be. */
export const AnswerInput = Type.Record(
	Type.String({ maxLength: 60 }),
	Type.Union([Type.String({ maxLength: 4_000 }), Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })]),
);

export const Declared = Type.Object({
	declarationId: Type.String({ format: 'uuid' }),
	personId: Id,
	level: Level,
	reasons: Reasons,
	advice: Words,
	validUntil: Moment,
});
