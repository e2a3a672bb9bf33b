import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks, sqlRows } from '#platform/sql';
import type { EntryVerdict } from '#shared/gate/judge-entry';
import { insertSightings, sightingTypes } from './queries-sightings.ts';
import type { Restricted } from './restrictions.ts';

/** Somebody who is to stay where they are went in somewhere, or was stopped there. */
export interface Sighting {
	personId: string;
	visitId: string;
	placeId: string;
	gate: number;
	seenAt: Date;
	recordedAt: Date;
	verdict: EntryVerdict;
	wasLetIn: boolean;
	notedBy: 'visitor' | 'controller';
	/** What held at that moment. Each is told to the officers of its own area. */
	restricted: readonly Restricted[];
}

/** Records where people were seen, in the transaction of the visits. The same visit recorded twice is one sighting. */
export async function recordSightings(db: Db, sightings: readonly Sighting[]): Promise<void> {
	const rows = sightings.flatMap((seen) =>
		seen.restricted.map(({ sourceId, restriction, areaPath }) => [
			...[seen.personId, seen.visitId, sourceId, newId(), restriction, areaPath, seen.placeId, seen.gate],
			...[seen.seenAt, seen.recordedAt, seen.verdict, seen.wasLetIn, seen.notedBy],
		]),
	);
	await Promise.all(
		chunks(rows).map((part) => db.run(sqlRows(insertSightings, sightingTypes, part, 'on conflict do nothing'))),
	);
}

const lateMilliseconds = 5 * 60_000;

/** A gate without a network told of it later: who was seen may long be somewhere else. */
export const isLate = ({ seenAt, recordedAt }: Pick<Sighting, 'seenAt' | 'recordedAt'>): boolean =>
	recordedAt.getTime() - seenAt.getTime() > lateMilliseconds;
