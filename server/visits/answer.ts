import Type, { type Static } from 'typebox';
import { listStandings, reasonTexts } from '#declarations';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { isoText } from '#platform/iso-text';
import type { Answer, BatchContext, Call } from '#platform/operation';
import { Problem } from '#platform/problem';
import type { ProblemCode } from '#shared/problems';
import { type Decision, type Event, type Known, leftKnownCodes, type Verdict, verdictCodes } from './decide.ts';
import { readVisits, recordVisits } from './record.ts';
import { currentRule } from './rule.ts';
import { type ToldEvent, toEvent, type UnjudgedEvent } from './to-events.ts';

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
};

/** One event as the server sees it before anything is recorded. */
export interface JudgedEvent {
	event: Event;
	/** What the server makes of the person, whatever a gate's screen said. */
	verdict: Verdict;
	reasons: readonly string[];
}

/** What became of it. */
export type Recorded = JudgedEvent & ({ decision: Decision } | { problem: ProblemCode });

interface ToldCall {
	told: readonly ToldEvent[];
	call: Call<unknown>;
}

/** Records what several calls told, each with one or more entries and exits, and answers each event of each call. */
export async function recordCalls(
	context: BatchContext,
	calls: readonly ToldCall[],
): Promise<(VisitAnswer | Problem)[][]> {
	const answers = (await recordEvents(context, calls)).map(answerOne);
	let next = 0;
	return calls.map(({ told: { length } }) => answers.slice(next, (next += length)));
}

/**
 * The same, telling what became of each event, in the order of the calls and their events. `inspect` sees all of them
 * before anything is recorded and names those that are refused, by their index.
 */
export async function recordEvents(
	context: BatchContext,
	calls: readonly ToldCall[],
	inspect?: (judged: readonly JudgedEvent[]) => Promise<ReadonlyMap<number, ProblemCode>>,
): Promise<Recorded[]> {
	const told = calls.flatMap(({ told, call }) => told.map((one) => toEvent(one, call)));
	const [standings, places, visits] = await Promise.all([
		listStandings(context.db, [...new Set(told.map((one) => one.personId))]),
		getPlaces(context.db, [...new Set(told.map((one) => one.placeId))]),
		readVisits(context.db, told),
	]);
	const judged = told.map((one) => judgeVisitor(one, standings.get(one.personId)));
	const refused = await inspect?.(judged);
	const problems = judged.map(({ event }, index): ProblemCode | undefined => {
		const place = places.get(event.placeId);
		return refused?.get(index) ?? (place && !place.isClosed ? undefined : 'place-not-found');
	});
	const possible = judged.filter((_one, index) => !problems[index]).map(({ event }) => event);
	const decisions = await recordVisits(context.db, possible, visits, await knowing(context, places));
	let next = 0;
	return judged.map(({ event, verdict, reasons }, index) => {
		const problem = problems[index];
		return problem ? { event, verdict, reasons, problem } : { event, verdict, reasons, decision: decisions[next++]! };
	});
}

type Standing = NonNullable<ReturnType<Awaited<ReturnType<typeof listStandings>>['get']>>;

/**
 * A declaration that is missing or over counts as not declared; otherwise its level is the verdict. A gate that was
 * offline tells later what happened at its door, and what held then counts; visitors are judged when they tell. What a
 * gate's screen said is what happened there, so that is recorded, whatever the server would have said.
 */
export function judgeVisitor(told: UnjudgedEvent, standing: Standing | undefined): JudgedEvent {
	const judgedAt = told.notedBy === 'controller' ? told.at : told.recordedAt;
	const [verdict, reasons] = judgeStanding(standing, judgedAt);
	return { event: { ...told, verdict: told.shown ?? verdict }, verdict, reasons };
}

/** What to say at a door of people who stand there now. Nothing is recorded. */
export async function judgeAtDoor(
	{ db, now }: Pick<BatchContext, 'db' | 'now'>,
	persons: readonly string[],
): Promise<Pick<JudgedEvent, 'verdict' | 'reasons'>[]> {
	const standings = await listStandings(db, persons);
	return persons.map((person) => {
		const [verdict, reasons] = judgeStanding(standings.get(person), now);
		return { verdict, reasons };
	});
}

function judgeStanding(standing: Standing | undefined, at: Date): [Verdict, readonly string[]] {
	if (!standing) return ['not-declared', ['not-declared']];
	if (standing.validUntil <= at) return ['not-declared', ['declaration-expired']];
	return [standing.level, standing.reasons];
}

async function knowing(context: BatchContext, places: Awaited<ReturnType<typeof getPlaces>>): Promise<Known> {
	const rule = await currentRule(context);
	const usual = 120;
	return {
		closesElsewhere: rule.closesElsewhere,
		usualStayMinutes: (placeId) => places.get(placeId)?.usualStayMinutes ?? usual,
	};
}

function answerOne(recorded: Recorded): VisitAnswer | Problem {
	if ('problem' in recorded) return new Problem(recorded.problem, { field: 'place' });
	const { event, reasons, decision } = recorded;
	if (!decision.visit) return new Problem('not-inside');
	const { visit, isRepeat, closedElsewhere } = decision;
	return {
		visitId: visit.visit_id,
		verdict: event.direction === 'in' && isRepeat ? verdictOf(visit.verdict) : event.verdict,
		reasons: reasonTexts(reasons),
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
