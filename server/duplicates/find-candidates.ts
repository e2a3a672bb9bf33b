import { getAreas } from '#areas';
import { listChangedPersons, listProfiles, listSharing, readCurrent } from '#identity';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { chunks } from '#platform/sql';
import { blocksOf, toFacts } from './facts.ts';
import {
	deleteBlocks,
	insertBlocks,
	selectPartners,
	selectProgress,
	upsertCandidates,
	upsertProgress,
} from './queries.ts';
import { type Facts, score, scoreMin } from './score.ts';

interface Store {
	db: Db;
	keys: Keys;
	now: Date;
}

const chunkMax = 500;
/** A block of more people is a name of many: comparing them all would cost their square and tell nothing. */
const blockMax = 20;
/** A transaction that began before may still add people with an earlier time. */
const settledMilliseconds = 5_000;

/**
 * Compares the next few hundred people who were added or changed with those who share a block or a number, and keeps the
 * pairs worth a look. Says whether there may be more. Twice the same is the same.
 */
export async function compareNext({ db, keys, now }: Store): Promise<boolean> {
	const progress = await db.find(selectProgress());
	const after = { at: progress?.changed_at ?? new Date(0), id: progress?.person_id ?? '0' };
	const until = new Date(now.getTime() - settledMilliseconds);
	const changed = await listChangedPersons({ db, keys }, { after, until, limit: chunkMax });
	const last = changed.at(-1);
	if (!last) return false;
	const facts = new Map<string, Facts>();
	for (const { personId, profile } of changed) {
		const one = toFacts(profile);
		if (one) facts.set(personId, one);
	}
	await writeBlocks(
		{ db, keys },
		changed.map(({ personId }) => personId),
		facts,
	);
	await comparePairs({ db, keys, now }, facts);
	await db.run(upsertProgress(last.changedAt, last.personId));
	return changed.length === chunkMax;
}

async function writeBlocks({ db, keys }: Omit<Store, 'now'>, persons: string[], facts: Map<string, Facts>) {
	await db.run(deleteBlocks(persons));
	const rows = [...facts].flatMap(([person, one]) =>
		blocksOf(one).map((block): [Buffer, string] => [keys.hash('duplicate block', block), person]),
	);
	for (const part of chunks(rows)) await db.run(insertBlocks(part));
}

async function comparePairs({ db, keys, now }: Store, facts: Map<string, Facts>): Promise<void> {
	const persons = [...facts.keys()];
	const blocked = await db.rows(selectPartners(persons, blockMax));
	const pairs = new Map<string, [string, string]>();
	for (const [one, other] of [
		...blocked.map(({ person_id, other_id }): [string, string] => [person_id, other_id]),
		...(await listSharing(db, persons)),
	]) {
		const [low, high] = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
		pairs.set(`${low} ${high}`, [low, high]);
	}
	const others = [...new Set([...pairs.values()].flat())].filter((person) => !facts.has(person));
	const known = new Map(facts);
	for (const [person, profile] of await listProfiles({ db, keys }, others)) {
		const one = toFacts(profile);
		if (one) known.set(person, one);
	}
	await keepLikely({ db, now }, [...pairs.values()], known);
}

async function keepLikely({ db, now }: Omit<Store, 'keys'>, pairs: [string, string][], known: Map<string, Facts>) {
	const currentOf = await readCurrent(db, pairs.flat());
	const likely = pairs.flatMap(([low, high]) => {
		const [one, other] = [known.get(low), known.get(high)];
		if (!one || !other || currentOf(low) === currentOf(high)) return [];
		const judged = score(one, other);
		return judged.score >= scoreMin ? [{ low, high, ...judged, areas: [one.areaId, other.areaId] }] : [];
	});
	const areas = await getAreas(db, [...new Set(likely.flatMap((pair) => pair.areas.filter((id) => id !== undefined)))]);
	const rows = likely.map((pair) => ({
		candidate_id: newId(),
		low_id: pair.low,
		high_id: pair.high,
		score: pair.score,
		reasons: pair.reasons,
		area_path: commonArea(pair.areas.flatMap((id) => areas.get(id ?? 0)?.path ?? [])),
		found_at: now,
		state: 'open',
	}));
	for (const part of chunks(rows)) await db.run(upsertCandidates(part));
}

/**
 * The smallest area in which all of some areas lie: whose officers may see a pair. Of no area it is nowhere, which only an
 * officer of the whole country reaches.
 */
export function commonArea(paths: readonly string[]): string {
	const [first = '', ...rest] = paths;
	const parts = first.split('.');
	const isShared = (index: number) => rest.every((path) => path.split('.')[index] === parts[index]);
	const end = parts.findIndex((_part, index) => !isShared(index));
	return (end < 0 ? parts : parts.slice(0, end)).join('.');
}
