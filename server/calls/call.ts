import Type, { type Static } from 'typebox';
import { sameAs } from '#identity';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks, sqlRows } from '#platform/sql';
import type { Text } from '#shared/language';
import { callTypes, deleteOpenCalls, insertCalls, reopenCall, selectOpen } from './queries.ts';

/** Why a message does not do: what the officer should know before dialling. */
export const Reason = Type.Union([
	Type.Literal('no-phone'),
	Type.Literal('refused'),
	Type.Literal('wrong-number'),
	Type.Literal('unsure'),
	Type.Literal('not-sent'),
	Type.Literal('no-answer'),
	Type.Literal('replied'),
	Type.Literal('asked'),
]);
export type Reason = Static<typeof Reason>;

export interface NewCall {
	personId: string;
	/** What they are to be told of; a person is on the list once for each. */
	sourceId: string;
	/** Whose officers call. */
	areaPath: string;
	reason: Reason;
	text: Text;
}

/** Puts people on the call list. Who stands there already of the same matter, under whatever id, stays as they are. */
export async function addCalls(db: Db, calls: readonly NewCall[], now: Date): Promise<void> {
	const once = await eachOnce(db, calls);
	const rows = [...once.values()].map(({ personId, sourceId, areaPath, reason, text }) => [
		...[personId, sourceId, newId(), areaPath, reason, text.vi, text.en, now],
	]);
	for (const part of chunks(rows)) await db.run(sqlRows(insertCalls, callTypes, part, reopenCall));
}

async function eachOnce(db: Db, calls: readonly NewCall[]): Promise<Map<string, NewCall>> {
	const once = new Map(calls.map((call) => [`${call.personId} ${call.sourceId}`, call]));
	const same = await sameAs(
		db,
		calls.map(({ personId }) => personId),
	);
	const merged = calls.filter(({ personId }) => same.get(personId)!.length > 1);
	if (!merged.length) return once;
	const ids = merged.flatMap(({ personId }) => same.get(personId)!);
	const open = await db.rows(
		selectOpen(
			ids,
			merged.map(({ sourceId }) => sourceId),
		),
	);
	const waiting = new Set(open.map((row) => `${row.person_id} ${row.source_id}`));
	for (const { personId, sourceId } of merged) {
		const keys = same.get(personId)!.map((id) => `${id} ${sourceId}`);
		const [own, ...others] = keys;
		if (others.some((key) => waiting.has(key) || once.has(key))) once.delete(own!);
	}
	return once;
}

/** Takes off the call list whom nobody has called yet, because what they were to be told does not hold. */
export const withdrawCalls = (db: Db, sourceId: string): Promise<number> => db.run(deleteOpenCalls(sourceId));
