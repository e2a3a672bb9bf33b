import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectCordonArea } from './queries.ts';

/** A health officer whose area the cordon lies in. */
export const officerOfCordon = officerOf(
	async ({ cordonId }: { cordonId: string }, db: Db) => (await db.find(selectCordonArea(cordonId)))?.area_path,
);
