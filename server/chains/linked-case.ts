import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { maskedNames } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { Day, Words } from './link.ts';
import type { CaseRow } from './queries.ts';

/** A case as a chain shows it: of another area's only that there is one. */
export const LinkedCase = Type.Object({
	isElsewhere: Type.Boolean({ description: 'Led by an area out of reach: nothing more is told of it' }),
	caseId: Type.Optional(Id),
	number: Type.Optional(Type.String({ description: 'Of the case: what tells closed ones apart' })),
	maskedName: Type.Optional(Type.String({ description: 'Not told once the case is closed' })),
	areaId: Type.Optional(Type.Integer()),
	areaName: Type.Optional(Words),
	classification: Type.Optional(Type.String()),
	onsetOn: Type.Optional(Day),
	sampledOn: Type.Optional(Day),
	isClosed: Type.Optional(Type.Boolean()),
});
export type LinkedCase = Static<typeof LinkedCase>;

const elsewhere: LinkedCase = { isElsewhere: true };
const areaIdOf = (path: string) => Number(path.split('.').at(-1));

/** Cases as an officer may see them, by id; `about` is told whose masked names are among them. */
export async function showCases(
	{ db, keys, about }: { db: Db; keys: Keys; about: (...persons: string[]) => void },
	rows: readonly CaseRow[],
	isInReach: (path: string) => boolean,
): Promise<Map<string, LinkedCase>> {
	const seen = rows.filter((row) => isInReach(row.area_path));
	const open = [...new Set(seen.filter((row) => !row.closed_at).map((row) => row.person_id))];
	about(...open);
	const [names, areas] = await Promise.all([
		maskedNames({ db, keys }, open),
		getAreas(db, [...new Set(seen.map((row) => areaIdOf(row.area_path)))]),
	]);
	const show = (row: CaseRow): LinkedCase => ({
		isElsewhere: false,
		caseId: row.case_id,
		...(row.number ? { number: row.number } : {}),
		...(row.closed_at ? {} : { maskedName: names.get(row.person_id) ?? '***' }),
		areaId: areaIdOf(row.area_path),
		areaName: areas.get(areaIdOf(row.area_path))?.fullName ?? { vi: '', en: '' },
		classification: row.classification,
		...(row.onset_on ? { onsetOn: row.onset_on } : {}),
		...(row.sampled_on ? { sampledOn: row.sampled_on } : {}),
		isClosed: row.closed_at !== null,
	});
	return new Map(rows.map((row) => [row.case_id, isInReach(row.area_path) ? show(row) : elsewhere]));
}
