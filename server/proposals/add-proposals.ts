import type { Regime } from '#diseases';
import { listProfiles } from '#identity';
import { beginHolds, lastDayOf, readOrderTimes } from '#isolation';
import { actorId } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { chunks } from '#platform/sql';
import { dayOf } from '#shared/language';
import { type Clock, clockOn, readClocks } from './clock.ts';
import { readKnownAs } from './known-as.ts';
import { insertProposals, type ProposalRow, selectWaiting } from './queries.ts';

type Acting = Pick<Context, 'db' | 'now' | 'caller' | 'platform' | 'afterCommit'>;

/** What is proposed of everybody on a list alike. */
export interface Wanted {
	kind: Clock['kind'];
	cause: 'case' | 'contact' | 'arrival';
	caseId?: string;
	disease: string;
	regime?: Regime;
	fromOn?: string;
	untilOn?: string;
	reason: string;
	/** When the need was known; now, when not said. */
	knownAt?: Date;
	/** They are kept where they are until it is decided; twice as long when the station is overloaded. */
	hold?: { isDoubled: boolean };
}

export interface Proposed {
	person: string;
	proposalId: string;
	/** It was proposed before and waits for a decision. */
	wasProposed: boolean;
}

/** Further back than this nobody remembers to the minute. */
const knownDaysMax = 7;

/**
 * Puts people on the list for isolation, in the caller's transaction. Whoever is proposed for the disease already stays
 * as they are. A hold begins now and lapses by itself.
 */
export async function addProposals(
	acting: Acting,
	people: readonly { personId: string; areaPath: string }[],
	wanted: Wanted,
): Promise<Proposed[]> {
	const { db, now, caller } = acting;
	const authority = 'authority' in caller.actor ? caller.actor.authority : null;
	const clock = clockOn(await readClocks(db), wanted.kind, now);
	const shared = { ...readTimes(wanted, clock, now), proposed_by: actorId(caller.actor) ?? null, authority };
	const told = await toldOf(acting, people, clock);
	const known = await readKnownAs(db, people, wanted.disease);
	const unknown = people.filter(({ personId }) => !known.proposalOf.has(personId) && !known.listedAs.has(personId));
	const rows = unknown.map(
		({ personId, areaPath }): ProposalRow => ({
			...{ ...shared, proposal_id: newId(), person_id: personId, area_path: areaPath, told: told(personId) },
			...{ kind: wanted.kind, clock_version: clock.version, cause: wanted.cause, case_id: wanted.caseId ?? null },
			...{ disease: wanted.disease, reason: wanted.reason },
			...{ regime: wanted.regime?.regime ?? null, regime_version: wanted.regime?.version ?? null },
			...{ notice_due_at: null, outcome: null, decided_at: null, is_own_decision: null, decided_by: null },
			...{ decision_number: null, refused_reason: null, order_id: null, notified_at: null },
		}),
	);
	const added = new Set<string>();
	for (const part of chunks(rows))
		for (const { proposal_id } of await db.rows(insertProposals(part))) added.add(proposal_id);
	const fresh = rows.filter((row) => added.has(row.proposal_id));
	await hold(acting, fresh, authority ?? 'Vaora');
	const waiting = await db.rows(
		selectWaiting(
			rows.map(({ person_id }) => person_id),
			wanted.disease,
		),
	);
	const proposalOf = new Map(waiting.map((one) => [`${one.person_id} ${one.area_path}`, one.proposal_id]));
	const ownOf = new Map(
		rows.map((row) => [row.person_id, proposalOf.get(`${row.person_id} ${row.area_path}`) ?? row.proposal_id]),
	);
	return people.map(({ personId }) => {
		const proposalId = known.proposalOf.get(personId) ?? ownOf.get(known.listedAs.get(personId) ?? personId)!;
		return { person: personId, proposalId, wasProposed: !ownOf.has(personId) || !added.has(proposalId) };
	});
}

function readTimes(wanted: Wanted, clock: Clock, now: Date) {
	const knownAt = wanted.knownAt ?? now;
	const plus = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
	if (knownAt > now || knownAt < plus(now, -knownDaysMax * 1_440))
		throw new Problem('invalid-input', { field: 'knownAt' });
	const fromOn = wanted.fromOn ?? dayOf(now);
	const untilOn = wanted.untilOn ?? lastDayOf(wanted.regime, fromOn);
	// Throws for days that cannot be, before anybody decides on them.
	readOrderTimes({ fromOn, untilOn }, now);
	const isDoubled = wanted.hold?.isDoubled ?? false;
	const decisionDueAt = plus(now, clock.decisionMinutes);
	return {
		...{ from_on: fromOn, until_on: untilOn, known_at: knownAt, proposed_at: now },
		...{ list_due_at: plus(knownAt, clock.listMinutes), decision_due_at: decisionDueAt, next_due_at: decisionDueAt },
		hold_until: wanted.hold ? plus(now, clock.holdMinutes * (isDoubled ? 2 : 1)) : null,
		is_hold_doubled: isDoubled,
	};
}

/** Foreigners' consulates are told through the Cục Lãnh sự. */
async function toldOf({ db, platform: { keys } }: Acting, people: readonly { personId: string }[], { told }: Clock) {
	const profiles = await listProfiles(
		{ db, keys },
		people.map(({ personId }) => personId),
	);
	return (personId: string) => {
		const nationality = profiles.get(personId)?.nationality ?? 'VN';
		return nationality === 'VN' || told.includes('consulate') ? told : [...told, 'consulate'];
	};
}

const hold = (acting: Acting, rows: readonly ProposalRow[], authority: string) =>
	beginHolds(
		acting,
		rows.flatMap((row) => {
			if (!row.hold_until) return [];
			const { person_id: personId, area_path: areaPath, disease, proposal_id: proposalId } = row;
			return [
				{ personId, areaPath, kind: row.kind as Clock['kind'], disease, authority, proposalId, until: row.hold_until },
			];
		}),
	);
