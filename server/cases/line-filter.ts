import Type, { type Static } from 'typebox';
import { findArea } from '#areas';
import { DiseaseName } from '#diseases';
import { type AreaRanges, officerRanges } from '#identity';
import type { Actor } from '#platform/actor';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { Classification, Day, Id, Outcome } from './answer.ts';
import { readNumber } from './number.ts';

/** What a list of cases may be narrowed to. Days are those of Viet Nam, the last one included. */
export const filterFields = {
	state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('all')])),
	number: Type.Optional(Type.String({ maxLength: 40, description: 'A case’s number, or the end of one of this year' })),
	disease: Type.Optional(DiseaseName),
	outbreak: Type.Optional(Id),
	classification: Type.Optional(Classification),
	areaId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Led by it or below it' })),
	onsetFrom: Type.Optional(Day),
	onsetUntil: Type.Optional(Day),
	reportedFrom: Type.Optional(Day),
	reportedUntil: Type.Optional(Day),
	outcome: Type.Optional(Type.Union([Outcome, Type.Literal('none', { description: 'Not known yet' })])),
	isIsolated: Type.Optional(Type.Boolean()),
	hasResult: Type.Optional(Type.Boolean({ description: 'Whether a test of this disease has a result' })),
};

const Filter = Type.Object(filterFields);
export type LineFilter = Static<typeof Filter>;

/** A filter with what it names made sure of, within an officer's reach. */
export interface ReadFilter extends Omit<LineFilter, 'areaId' | 'number' | 'state'> {
	state: 'open' | 'closed' | 'all';
	/** As it is stored. */
	caseNumber?: string;
	ranges: AreaRanges;
}

/** What an officer may see of what a filter asks for. Throws `invalid-input`, naming the field, for what cannot be. */
export async function readFilter(
	{ areaId, number, state = 'open', ...filter }: LineFilter,
	{ db, actor, now }: { db: Db; actor: Actor; now: Date },
): Promise<ReadFilter> {
	const caseNumber = number === undefined ? undefined : readNumber(number, now);
	if (number !== undefined && !caseNumber) throw new Problem('invalid-input', { field: 'number' });
	const reach = officerRanges(actor);
	const ranges = areaId === undefined ? reach : within(reach, (await findArea(db, areaId))?.path);
	return { ...filter, state, ranges, ...(caseNumber ? { caseNumber } : {}) };
}

/** The part of some ranges of area paths that lies in an area and below it; nothing for an area that is not there. */
export function within(ranges: AreaRanges, path: string | undefined): AreaRanges {
	if (path === undefined) return { from: [], until: [] };
	const parts = ranges.from
		.map((from, index) => ({
			from: from > path ? from : path,
			until: ranges.until[index]! < `${path}/` ? ranges.until[index]! : `${path}/`,
		}))
		.filter(({ from, until }) => from < until);
	return { from: parts.map(({ from }) => from), until: parts.map(({ until }) => until) };
}
