import { readCurrent } from '#identity';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { chunks } from '#platform/sql';
import { fold } from '#shared/text/vietnamese';
import { type KnownRow, selectKnown } from './queries-rows.ts';

/** Whose ids are one: those of a source, sent in the name of an area. */
export const scopeOf = ({ area_path, source }: { area_path: string; source: string }): string =>
	`${area_path}\n${fold(source)}`;

export const externalHash = (keys: Keys, scope: string, id: string): Buffer =>
	keys.hash('imported id', `${scope}\n${id}`);

export interface Known {
	personId: string;
	caseId?: string;
}

/** Who some ids of a source are here, after any merge; unknown ones are absent. */
export async function findKnown(
	{ db, keys }: { db: Db; keys: Keys },
	scope: string,
	ids: readonly string[],
): Promise<Map<string, Known>> {
	const byHash = new Map([...new Set(ids)].map((id) => [externalHash(keys, scope, id).toString('hex'), id]));
	const rows: KnownRow[] = [];
	for (const part of chunks([...byHash.keys()].map((hex) => Buffer.from(hex, 'hex'))))
		rows.push(...(await db.rows(selectKnown(part))));
	const currentOf = await readCurrent(
		db,
		rows.map((row) => row.person_id),
	);
	return new Map(
		rows.map(({ external_hash, person_id, case_id }) => [
			byHash.get(external_hash.toString('hex'))!,
			{ personId: currentOf(person_id), ...(case_id === null ? {} : { caseId: case_id }) },
		]),
	);
}
