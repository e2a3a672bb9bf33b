import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { listProfiles, maskedName, type Profile } from '#identity';
import { readTestsOf, TestRecord } from '#laboratory';
import { readOutbreakNames } from '#outbreaks';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { dayOf } from '#shared/language';
import { ageBand } from './age-band.ts';
import { CaseHead, Id, toHeads, Words } from './answer.ts';
import type { CaseRow } from './queries.ts';

/** A row of a line list. Of a closed case nothing is told that leads to the person. */
export const Line = Type.Object({
	...CaseHead.properties,
	outbreakName: Type.Optional(Type.String()),
	person: Type.Optional(Id),
	maskedName: Type.Optional(Type.String()),
	ageBand: Type.Optional(Type.String({ description: '30–44' })),
	gender: Type.Optional(Type.String()),
	livesIn: Type.Optional(Words),
	newestTest: Type.Optional(Type.Pick(TestRecord, ['kind', 'sampledAt', 'result'])),
});
export type Line = Static<typeof Line>;

/** The rows of a page, with the people of open cases masked. Whoever calls it says so in the audit log. */
export async function toLines(
	{ db, keys, now }: { db: Db; keys: Keys; now: Date },
	rows: readonly CaseRow[],
): Promise<Line[]> {
	const open = [...new Set(rows.filter((row) => !row.closed_at).map((row) => row.person_id))];
	const [heads, profiles, tests, outbreaks] = await Promise.all([
		toHeads(db, rows),
		listProfiles({ db, keys }, open),
		readTestsOf(db, open),
		readOutbreakNames(
			db,
			rows.flatMap((row) => row.outbreak_id ?? []),
		),
	]);
	const homes = await getAreas(db, [...new Set([...profiles.values()].flatMap(({ areaId }) => areaId ?? []))]);
	const year = Number(dayOf(now).slice(0, 4));
	return rows.map((row, index) => {
		const head = heads[index]!;
		const outbreakName = row.outbreak_id && outbreaks.get(row.outbreak_id);
		const line = { ...head, ...(outbreakName ? { outbreakName } : {}) };
		if (row.closed_at) return line;
		const profile = profiles.get(row.person_id);
		const newest = tests.get(row.person_id)?.find(({ disease }) => disease === row.disease);
		return {
			...line,
			person: row.person_id,
			maskedName: profile ? maskedName(profile) : '***',
			...(profile ? whoIs(profile, year) : {}),
			...livesIn(homes.get(profile?.areaId ?? 0)),
			...(newest ? { newestTest: { kind: newest.kind, sampledAt: newest.sampledAt, result: newest.result } } : {}),
		};
	});
}

function whoIs({ birthYear, gender }: Profile, year: number): Pick<Line, 'ageBand' | 'gender'> {
	const band = birthYear === undefined ? undefined : ageBand(birthYear, year);
	return { ...(band ? { ageBand: band } : {}), ...(gender ? { gender } : {}) };
}

const livesIn = (area: { fullName: Line['livesIn'] } | undefined): Pick<Line, 'livesIn'> =>
	area ? { livesIn: area.fullName } : {};
