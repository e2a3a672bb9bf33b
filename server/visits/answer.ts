import Type, { type Static } from 'typebox';
import { listStandings, reasonTexts } from '#declarations';
import { listRestricted, recordSightings } from '#isolation';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import type { Answer, BatchContext, Call } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readBoarding } from './board.ts';
import {
	type Decision,
	type Event,
	isStoppedAt,
	type Known,
	leftKnownCodes,
	type Verdict,
	verdictCodes,
} from './decide.ts';
import { openHeadcount } from './headcount.ts';
import { judgedAt, judgeVisitor, spanOf, toSightings } from './judge-visitor.ts';
import { readVisits, recordVisits } from './record.ts';
import { currentRule } from './rule.ts';
import { type ToldEvent, toEvent } from './to-events.ts';

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
	seat: Type.Optional(Type.String({ minLength: 1, maxLength: 20, description: '12A' })),
};

/** Records what several calls told, each with one or more entries and exits, and answers each event of each call. */
export async function recordCalls(
	context: BatchContext,
	calls: readonly { told: readonly ToldEvent[]; call: Call<unknown> }[],
): Promise<(VisitAnswer | Problem)[][]> {
	const told = calls.flatMap(({ told, call }) => told.map((one) => toEvent(one, call)));
	const persons = [...new Set(told.map((one) => one.personId))];
	const known = getPlaces(context.db, [...new Set(told.map((one) => one.placeId))]);
	const recent = readVisits(context.db, told);
	const [standings, restricted, places, visits, board, headcount] = await Promise.all([
		listStandings(context.db, persons),
		listRestricted(context, persons, spanOf(told.map(judgedAt))),
		known,
		recent,
		readBoarding(context.db, told),
		known.then((places) => openHeadcount(context, { told, places, visits: recent })),
	]);
	const isKnown = (placeId: string) => places.has(placeId) && !places.get(placeId)!.isClosed;
	const judged = told.map((one) => {
		const { event, problem, isSeatTaken } = board(one);
		const visitor = { standing: standings.get(event.personId), restricted: restricted.get(event.personId) };
		const judged = judgeVisitor(event, visitor, { ...headcount.before(event), isSeatTaken });
		if (!problem) headcount.after(event, isStoppedAt(judged.event));
		return { ...judged, problem };
	});
	const possible = judged.filter(({ event, problem }) => !problem && isKnown(event.placeId));
	const decisions = await recordVisits(
		context.db,
		possible.map(({ event }) => event),
		visits,
		await knowing(context, places),
	);
	if (restricted.size) await recordSightings(context.db, toSightings(possible, decisions));
	const decided = new Map(possible.map(({ event }, index) => [event, decisions[index]!]));
	const answers = judged.map(({ event, reasons, problem }) => problem ?? answerOne(event, decided.get(event), reasons));
	let next = 0;
	return calls.map(({ told: { length } }) => answers.slice(next, (next += length)));
}

async function knowing(context: BatchContext, places: Awaited<ReturnType<typeof getPlaces>>): Promise<Known> {
	const rule = await currentRule(context);
	const usual = 120;
	return {
		closesElsewhere: rule.closesElsewhere,
		usualStayMinutes: (placeId) => places.get(placeId)?.usualStayMinutes ?? usual,
	};
}

function answerOne(event: Event, decision: Decision | undefined, reasons: readonly string[]): VisitAnswer | Problem {
	if (!decision) return new Problem('place-not-found', { field: 'place' });
	if (!decision.visit) return new Problem('not-inside');
	const { visit, isRepeat, closedElsewhere } = decision;
	const verdict = event.direction === 'in' && isRepeat ? verdictOf(visit.verdict) : event.verdict;
	return {
		visitId: visit.visit_id,
		verdict,
		// What was answered before is answered again; the reasons of another answer are not its reasons.
		reasons: verdict === event.verdict ? reasonTexts(reasons) : [],
		enteredAt: visit.entered_at.toISOString(),
		...(visit.left_at ? { leftAt: visit.left_at.toISOString(), leftKnown: leftKnownOf(visit.left_known) } : {}),
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
