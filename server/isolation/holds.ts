import { actorId } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { chunks } from '#platform/sql';
import { dayOf } from '#shared/language';
import type { Kind } from './order.ts';
import { endHolds as endHoldRows, insertOrders } from './queries.ts';
import { forgetLastEnd } from './restrictions.ts';
import { addSteps } from './steps.ts';

type Acting = Pick<Context, 'db' | 'now' | 'caller' | 'platform' | 'afterCommit'>;

export interface Hold {
	personId: string;
	areaPath: string;
	kind: Kind;
	disease: string;
	/** Who keeps the person: the health station. */
	authority: string;
	proposalId: string;
	until: Date;
}

/**
 * Keeps people where they are until it is decided about them: doors stop them as by an order, and it lapses by itself. No
 * duty to report follows from some hours.
 */
export async function beginHolds(acting: Acting, holds: readonly Hold[]): Promise<void> {
	const { db, now, caller, platform, afterCommit } = acting;
	const rows = holds.map((hold) => ({
		...{ person_id: hold.personId, order_id: newId(), area_path: hold.areaPath, kind: hold.kind },
		...{ disease: hold.disease, decided_by: hold.authority, decision_number: `tạm giữ ${hold.proposalId}` },
		...{ contact: null, from_on: dayOf(now), until_on: dayOf(hold.until), holds_from: now, holds_until: hold.until },
		...{ issued_by: actorId(caller.actor) ?? null, issued_at: now, ended_at: null, ended_reason: null },
		...{
			regime: null,
			regime_version: null,
			site_id: null,
			proposal_id: hold.proposalId,
			is_hold: true,
			outcome: null,
		},
	}));
	for (const part of chunks(rows)) await db.run(insertOrders(part));
	await addSteps(
		acting,
		rows.map(({ person_id, order_id, holds_until }) => ({
			...{ personId: person_id, orderId: order_id, kind: 'held' as const, after: holds_until.toISOString() },
		})),
	);
	afterCommit(() => forgetLastEnd(platform));
}

/** It is decided about some people: what kept them until then ends. */
export async function endHolds(
	{ db, now }: Pick<Acting, 'db' | 'now'>,
	proposals: readonly { personId: string; proposalId: string }[],
): Promise<void> {
	const persons = proposals.map(({ personId }) => personId);
	await db.run(
		endHoldRows(
			persons,
			proposals.map(({ proposalId }) => proposalId),
			now,
		),
	);
}
