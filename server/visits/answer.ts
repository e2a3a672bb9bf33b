import Type, { type Static } from 'typebox';
import { reasonTexts } from '#declarations';
import { Id } from '#platform/ids';
import { isoText } from '#platform/iso-text';
import type { Answer, BatchContext } from '#platform/operation';
import { Problem } from '#platform/problem';
import { leftKnownCodes, type Verdict, verdictCodes } from './decide.ts';
import { type Recorded, recordEvents, type ToldCall } from './record-events.ts';

export const Moment = Type.String({ format: 'date-time' });
const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const VisitAnswer = Type.Object({
	visitId: Type.String({ format: 'uuid' }),
	verdict: Type.Union([
		Type.Literal('green'),
		Type.Literal('amber'),
		Type.Literal('red'),
		Type.Literal('not-declared'),
	]),
	reasons: Type.Array(Type.Object({ code: Type.String(), ...Words.properties })),
	enteredAt: Moment,
	leftAt: Type.Optional(Moment),
	leftKnown: Type.Optional(Type.String({ description: 'recorded, usual-stay, entered-elsewhere or closed-by-place' })),
	isRepeat: Type.Boolean({ description: 'This was recorded before; nothing was added' }),
	closedElsewhere: Type.Optional(Type.String({ description: 'The place whose open visit this entry ended' })),
});
export type VisitAnswer = Static<typeof VisitAnswer>;

/** The fields of one entry or exit, as every operation here takes them. */
export const eventFields = {
	id: Type.String({
		pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
		description: 'A UUID made by the client: the same call sent again is the same visit',
	}),
	place: Id,
	person: Id,
	gate: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
	at: Type.Optional(
		Type.String({ format: 'date-time', description: 'When, by the client’s clock; else the server’s' }),
	),
	skewSeconds: Type.Optional(
		Type.Integer({
			minimum: -315_360_000,
			maximum: 315_360_000,
			description: 'What the client knows must be added to its clock',
		}),
	),
	overrule: Type.Optional(Type.Boolean({ description: 'A controller lets in somebody the verdict would stop' })),
	trip: Type.Optional({ ...Id, description: 'The departure of a vehicle that is boarded' }),
	// A pattern bounds every text here: the validator then is all that looks at it, tens of thousands of times a second.
	seat: Type.Optional(Type.String({ pattern: '^[^\\u0000]{1,20}$', description: '12A' })),
};

/** Records what several calls told, each with one or more entries and exits, and answers each event of each call. */
export async function recordCalls(
	context: BatchContext,
	calls: readonly ToldCall[],
): Promise<(VisitAnswer | Problem)[][]> {
	const answers = (await recordEvents(context, calls)).map(answerOne);
	let next = 0;
	return calls.map(({ told: { length } }) => answers.slice(next, (next += length)));
}

function answerOne(recorded: Recorded): VisitAnswer | Problem {
	if (recorded.problem) return recorded.problem;
	const { event, reasons, decision } = recorded;
	if (!decision.visit) return new Problem('not-inside');
	const { visit, isRepeat, closedElsewhere } = decision;
	const verdict = event.direction === 'in' && isRepeat ? verdictOf(visit.verdict) : event.verdict;
	return {
		visitId: visit.visit_id,
		verdict,
		// What was answered before is answered again; the reasons of another answer are not its reasons.
		reasons: verdict === event.verdict ? reasonTexts(reasons) : [],
		enteredAt: isoText(visit.entered_at),
		...(visit.left_at ? { leftAt: isoText(visit.left_at), leftKnown: leftKnownOf(visit.left_known) } : {}),
		isRepeat,
		...(closedElsewhere ? { closedElsewhere } : {}),
	};
}

const verdictOf = (code: number): Verdict =>
	(Object.entries(verdictCodes).find(([, stored]) => stored === code)?.[0] ?? 'not-declared') as Verdict;

export const leftKnownOf = (code: number): keyof typeof leftKnownCodes =>
	Object.entries(leftKnownCodes).find(([, stored]) => stored === code)![0] as keyof typeof leftKnownCodes;

/** The answer of a batched operation with one event a call. */
export function toAnswer(answer: VisitAnswer | Problem, personId: string): Answer<VisitAnswer> {
	return answer instanceof Problem ? { problem: answer, persons: [personId] } : { output: answer, persons: [personId] };
}
