import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { listProfiles, maskedName, officerOf, type Profile } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { Problem } from '#platform/problem';
import { type CandidateRow, selectCandidate } from './queries.ts';

export const Moment = Type.String({ format: 'date-time' });

export const Purpose = Type.String({
	minLength: 5,
	maxLength: 500,
	description: 'Why; the people concerned will read it',
});

export const State = Type.Union([Type.Literal('open'), Type.Literal('merged'), Type.Literal('dismissed')]);

const Somebody = Type.Object({ person: Id, maskedName: Type.String() });

/** Two who may be one, with what speaks for and against it. */
export const Candidate = Type.Object({
	candidateId: Id,
	persons: Type.Array(Somebody, { minItems: 2, maxItems: 2 }),
	score: Type.Integer({ description: '60 to 100' }),
	reasons: Type.Array(Type.String(), { description: 'name-folded, birth-digit, phone-same …' }),
	areaName: Type.Optional(Type.Object({ vi: Type.String(), en: Type.String() })),
	foundAt: Moment,
	state: State,
	note: Type.Optional(Type.String()),
});
export type Candidate = Static<typeof Candidate>;

export async function toCandidates(
	{ db, keys }: { db: Db; keys: Keys },
	rows: readonly CandidateRow[],
): Promise<Candidate[]> {
	const profiles = await listProfiles({ db, keys }, [...new Set(rows.flatMap((row) => [row.low_id, row.high_id]))]);
	const areas = await getAreas(db, [...new Set(rows.map(areaIdOf).filter((id) => id > 0))]);
	const masked = (person: string) => ({ person, maskedName: nameOf(profiles.get(person)) });
	return rows.map((row) => ({
		candidateId: row.candidate_id,
		persons: [masked(row.low_id), masked(row.high_id)],
		score: row.score,
		reasons: row.reasons,
		...(areas.has(areaIdOf(row)) ? { areaName: areas.get(areaIdOf(row))!.fullName } : {}),
		foundAt: row.found_at.toISOString(),
		state: row.state as Candidate['state'],
		...(row.note ? { note: row.note } : {}),
	}));
}

const nameOf = (profile: Profile | undefined) => (profile ? maskedName(profile) : '***');
const areaIdOf = ({ area_path }: CandidateRow) => Number(area_path.split('.').at(-1));

/** A pair whose reach was checked. Throws `not-found`. */
export async function getCandidateRow(db: Db, candidateId: string): Promise<CandidateRow> {
	const row = await db.find(selectCandidate(candidateId));
	if (!row) throw new Problem('not-found', { field: 'candidateId' });
	return row;
}

/** A health officer whose area both live in, as far as is known. */
export const officerOfCandidate = officerOf(
	async ({ candidateId }: { candidateId: string }, db: Db) => (await db.find(selectCandidate(candidateId)))?.area_path,
);
