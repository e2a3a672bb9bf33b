import { listStandingsAtDoor } from '#declarations';
import { listRestricted, recordSightings } from '#isolation';
import { getPlaces } from '#places';
import type { BatchContext, Call } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readBoarding } from './board.ts';
import { type Decision, isStoppedAt, type Known } from './decide.ts';
import { openHeadcount } from './headcount.ts';
import { type Judged, judgedAt, judgeVisitor, spanOf, toSightings } from './judge-visitor.ts';
import { readVisits, recordVisits } from './record.ts';
import { currentRule } from './rule.ts';
import { type ToldEvent, toEvent, type UnjudgedEvent } from './to-events.ts';

export interface ToldCall {
	told: readonly ToldEvent[];
	call: Call<unknown>;
}

/** What became of one event. */
export type Recorded = Judged & ({ problem?: undefined; decision: Decision } | { problem: Problem });

/** Sees all events before anything is recorded and names those that are refused, by their index. */
type Inspect = (judged: readonly Judged[]) => Promise<ReadonlyMap<number, Problem>>;

/**
 * Records what several calls told, each with one or more entries and exits, in one transaction. Tells what became of each
 * event, in the order of the calls and their events.
 */
export async function recordEvents(
	context: BatchContext,
	calls: readonly ToldCall[],
	inspect?: Inspect,
): Promise<Recorded[]> {
	const told = calls.flatMap(({ told, call }) => told.map((one) => toEvent(one, call)));
	const { judged, places, visits } = await judgeAll(context, told);
	const refused = await inspect?.(judged);
	const problems = judged.map(({ event, problem }, index) => {
		const place = places.get(event.placeId);
		if (!place || place.isClosed) return new Problem('place-not-found', { field: 'place' });
		return refused?.get(index) ?? problem;
	});
	const possible = judged.filter((_one, index) => !problems[index]);
	const events = possible.map(({ event }) => event);
	const decisions = await recordVisits(context.db, events, visits, await knowing(context, places));
	const sightings = toSightings(possible, decisions);
	if (sightings.length) await recordSightings(context.db, sightings);
	let next = 0;
	return judged.map((one, index): Recorded => {
		const problem = problems[index];
		return problem ? { ...one, problem } : { ...one, problem, decision: decisions[next++]! };
	});
}

/** Everything is asked at once; the people of a batch come one after the other to full places and taken seats. */
async function judgeAll(context: BatchContext, told: readonly UnjudgedEvent[]) {
	const { db } = context;
	const persons = [...new Set(told.map((one) => one.personId))];
	const known = getPlaces(db, [...new Set(told.map((one) => one.placeId))]);
	const recent = readVisits(db, told);
	const [standings, restricted, places, visits, board, headcount] = await Promise.all([
		listStandingsAtDoor(context, persons),
		listRestricted(context, persons, spanOf(told.map(judgedAt))),
		known,
		recent,
		readBoarding(db, told),
		known.then((places) => openHeadcount(context, { told, places, visits: recent })),
	]);
	const judged = told.map((one) => {
		const { event, problem, isSeatTaken } = board(one);
		const visitor = { standing: standings.get(event.personId), restricted: restricted.get(event.personId) };
		const judged = judgeVisitor(event, visitor, { ...headcount.before(event), isSeatTaken });
		if (!problem) headcount.after(event, isStoppedAt(judged.event));
		return { ...judged, problem };
	});
	return { judged, places, visits };
}

async function knowing(context: BatchContext, places: Awaited<ReturnType<typeof getPlaces>>): Promise<Known> {
	const rule = await currentRule(context);
	const usual = 120;
	return {
		closesElsewhere: rule.closesElsewhere,
		usualStayMinutes: (placeId) => places.get(placeId)?.usualStayMinutes ?? usual,
	};
}
