import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { chunks } from '#platform/sql';
import { fold } from '#shared/text/vietnamese';
import { selectKnown } from './queries-rows.ts';

/** Whose ids are one: those of a source, sent in the name of an area. */
export const scopeOf = ({ area_path, source }: { area_path: string; source: string }): string =>
	`${area_path}\n${fold(source)}`;

export const externalHash = (keys: Keys, scope: string, id: string): Buffer =>
	keys.hash('imported id', `${scope}\n${id}`);

export interface Known {
	personId: string;
	caseId?: string;
}

/** Who some ids of a source are here; unknown ones are absent. */
export async function findKnown(
	{ db, keys }: { db: Db; keys: Keys },
	scope: string,
	ids: readonly string[],
): Promise<Map<string, Known>> {
	const byHash = new Map([...new Set(ids)].map((id) => [externalHash(keys, scope, id).toString('hex'), id]));
	const known = new Map<string, Known>();
	for (const part of chunks([...byHash.keys()].map((hex) => Buffer.from(hex, 'hex'))))
		for (const { external_hash, person_id, case_id } of await db.rows(selectKnown(part)))
			known.set(byHash.get(external_hash.toString('hex'))!, {
				personId: person_id,
				...(case_id === null ? {} : { caseId: case_id }),
			});
	return known;
}
