import { sameAs, sameAsAtDoor } from '#identity';
import type { Db } from '#platform/db';
import { keepFor } from '#platform/kept';
import type { BatchContext } from '#platform/operation';
import { listRosterCordons, listRostered, readRosterCordons } from '#residents';
import type { Restriction } from '#shared/gate/judge-entry';
import { type HomeCordon, listCordoned, listHomeCordons, readHomeCordons } from '#zones';
import { type HoldingRow, selectHolding, selectLastEnd, selectOrdered } from './queries-restrictions.ts';

/** An order or a cordon that stops somebody, half-open. */
export interface Restricted {
	restriction: Restriction;
	/** The order or the cordon. */
	sourceId: string;
	/** Whose officers are told where the person is seen. */
	areaPath: string;
	from: Date;
	/** Undefined while no end is decided. */
	until: Date | undefined;
}

interface Span {
	from: Date;
	until: Date;
}

/** Most of the time nobody is ordered to stay anywhere, and then no door asks. */
const lastEnd = keepFor(5, async ({ db }) => (await db.one(selectLastEnd())).last);

/** To be called after the commit of what changed an order: this process knows at once, others within five seconds. */
export const forgetLastEnd = lastEnd.forget;

/**
 * What is ordered of each of some people at some moment of [from, until], both included. Where nothing is ordered of
 * anybody it costs no statement, else one index look-up a person, all sent at once. An order that was issued is known to
 * every process within five seconds; one that was ended, at once.
 */
export async function listRestricted(
	context: BatchContext,
	persons: readonly string[],
	span: Span,
): Promise<Map<string, Restricted[]>> {
	const same = await sameAsAtDoor(context, persons);
	const ids = [...new Set([...same.values()].flat())];
	const [orders, homes, rosters] = await Promise.all([
		listHolding(context, ids, span),
		listHomeCordons(context, ids, span),
		listRosterCordons(context, ids, span),
	]);
	return underAllIds(same, byId(orders, [...homes, ...rosters]));
}

async function listHolding(context: BatchContext, persons: readonly string[], { from, until }: Span) {
	const last = await lastEnd.get(context);
	if (!last || last <= from || !persons.length) return [];
	return context.db.rows(selectHolding(persons, from, until));
}

/** What stops somebody under one id stops them under every id of theirs. */
function underAllIds(same: ReadonlyMap<string, string[]>, found: Map<string, Restricted[]>): Map<string, Restricted[]> {
	if (!found.size) return found;
	return new Map(
		[...same].flatMap(([person, ids]): [string, Restricted[]][] => {
			const restricted = ids.flatMap((id) => found.get(id) ?? []);
			return restricted.length ? [[person, restricted]] : [];
		}),
	);
}

function byId(orders: readonly HoldingRow[], cordons: readonly HomeCordon[]): Map<string, Restricted[]> {
	const found = new Map<string, Restricted[]>();
	const add = (personId: string, one: Restricted) => {
		const known = found.get(personId);
		if (known) known.push(one);
		else found.set(personId, [one]);
	};
	for (const { person_id, order_id: sourceId, area_path: areaPath, holds_from: from, holds_until: until } of orders)
		add(person_id, { restriction: 'isolation', sourceId, areaPath, from, until });
	for (const { personId, cordonId: sourceId, areaPath, from, until } of cordons)
		add(personId, { restriction: 'cordon', sourceId, areaPath, from, until });
	return found;
}

/** Of what is ordered of somebody, what holds at a moment. */
export const holdingAt = (restricted: readonly Restricted[] | undefined, at: Date): Restricted[] =>
	restricted?.filter(({ from, until }) => from <= at && (!until || until > at)) ?? [];

/** What stops each of some people at a moment; who may go anywhere is absent. Asks the database each time. */
export async function listRestrictions(
	db: Db,
	persons: readonly string[],
	at: Date,
): Promise<Map<string, Restriction[]>> {
	const span = { from: at, until: at };
	const same = await sameAs(db, persons);
	const ids = [...new Set([...same.values()].flat())];
	const [orders, homes, rosters] = await Promise.all([
		persons.length ? db.rows(selectHolding(ids, at, at)) : [],
		readHomeCordons(db, ids, span),
		readRosterCordons(db, ids, span),
	]);
	const found = underAllIds(same, byId(orders, [...homes, ...rosters]));
	return new Map(
		[...found].map(([person, restricted]) => [person, [...new Set(restricted.map(({ restriction }) => restriction))]]),
	);
}

/** A gate's device holds five bytes for each of them. */
const restrictedMax = 200_000;

/**
 * Everybody who is stopped at every door at a moment, each once: for the devices of gates that work without a network.
 * People under an order come first, then those of rosters and of cordoned homes, up to `max`. Who is left out is known
 * only to a gate with a network; `isWhole` then is false.
 */
export async function listAllRestricted(
	db: Db,
	at: Date,
	max = restrictedMax,
): Promise<{ persons: string[]; isWhole: boolean }> {
	const [ordered, rostered, cordoned] = await Promise.all([
		db.rows(selectOrdered(at, max + 1)),
		listRostered(db, at, max + 1),
		listCordoned(db, at, max + 1),
	]);
	const stopped = new Set([...ordered.map((row) => row.person_id), ...rostered, ...cordoned]);
	const same = await sameAs(db, [...stopped]);
	const all = [...new Set([...same.values()].flat())];
	return { persons: all.slice(0, max), isWhole: all.length <= max };
}
