import Type, { type Static } from 'typebox';
import { findArea, getAreas } from '#areas';
import { maskedNames, officer } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { lastHeardOn } from './assess-state.ts';
import { type PersonRow, selectDepartures, selectHousehold, selectPeople, selectPeopleOn } from './queries-people.ts';
import { type Range, rangesWithin } from './reach.ts';
import { AreaId, Day, followUp, Kind, ListState, Moment, Words } from './shapes.ts';
import { isTurned } from './turn-day.ts';

export const Watched = Type.Object({
	person: Id,
	maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
	household: Type.Optional(Id),
	areaId: Type.Integer(),
	areaName: Words,
	state: ListState,
	kind: Type.Optional(Kind),
	disease: Type.Optional(Type.String()),
	form: Type.Optional(Type.String()),
	reportsADay: Type.Optional(Type.Integer()),
	fromOn: Type.Optional(Day),
	untilOn: Type.Optional(Day),
	lastReportOn: Type.Optional(Day),
	silentDays: Type.Optional(Type.Integer({ description: 'Whole days without a report' })),
	onsetOn: Type.Optional(Day),
	movedTo: Type.Optional(Words),
	changedAt: Type.Optional(Moment),
});
export type Watched = Static<typeof Watched>;

const cursorPattern = '^[0-9.]{0,200} [0-9]{1,19}$';
/** For so many days an area sees who has left it. */
export const departedDays = 7;

export const listPeople = operation({
	name: 'monitoring.list-people',
	summary: {
		vi: 'Người đang được theo dõi sức khoẻ, theo tình trạng và địa bàn, tên được che',
		en: 'Who is watched, by state, area or household, with masked names, in the order of areas',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(ListState),
			areaId: Type.Optional(AreaId),
			household: Type.Optional({ ...Id, description: 'Everybody of one household, whatever their state' }),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			cursor: Type.Optional(Type.String({ pattern: cursorPattern, description: 'Where the page before ended' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ people: Type.Array(Watched), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, caller, now, platform: { keys }, about }, input) => {
		const { state = 'not-reported', areaId, household, limit = 50, cursor } = input;
		const area = areaId === undefined ? undefined : await findArea(db, areaId);
		if (areaId !== undefined && !area) throw new Problem('not-found', { field: 'areaId' });
		const ranges = rangesWithin(caller.actor, area?.path);
		const rows = household
			? (await db.rows(selectHousehold(household, dayOf(now)))).filter((row) => isInside(row.area_path, ranges))
			: await readPage(db, { state, ranges, cursor, limit, now });
		about(...new Set(rows.map((row) => row.person_id)));
		const last = rows.at(-1);
		return {
			people: await toWatched({ db, keys, now }, rows),
			...(last && !household && rows.length === limit ? { nextCursor: `${last.area_path} ${last.person_id}` } : {}),
		};
	},
});

/** A row of a list, and of those who left, where they went. */
export type Listed = Pick<PersonRow, 'person_id' | 'area_path'> &
	Partial<PersonRow> & { to_area_path?: string; moved_at?: Date };

interface Asked {
	state: Watched['state'];
	ranges: readonly Range[];
	cursor: string | undefined;
	limit: number;
	now: Date;
}

/** Each range by itself: within one the index has the order of the page. */
async function readPage(db: Db, { state, ranges, cursor = ' 0', limit, now }: Asked): Promise<Listed[]> {
	const [areaPath, person] = cursor.split(' ') as [string, string];
	const today = dayOf(now);
	const turned = await isTurned(db, today);
	const rows: Listed[] = [];
	for (const range of ranges) {
		if (range.until <= areaPath) continue;
		const page = { range, after: { areaPath, person }, limit: limit - rows.length };
		if (state === 'moved') {
			const since = startOfDay(shiftDay(today, -departedDays));
			rows.push(...(await db.rows(selectDepartures(page, since))));
		} else rows.push(...(await db.rows(turned ? selectPeople(state, page) : selectPeopleOn(state, today, page))));
		if (rows.length >= limit) break;
	}
	return rows;
}

const isInside = (path: string, ranges: readonly Range[]) =>
	ranges.some(({ from, until }) => path >= from && path < until);

const areaIdOf = (path: string) => Number(path.split('.').at(-1));

export async function toWatched(
	{ db, keys, now }: { db: Db; keys: Keys; now: Date },
	rows: readonly Listed[],
): Promise<Watched[]> {
	const paths = rows.flatMap((row) => [row.area_path, ...(row.to_area_path ? [row.to_area_path] : [])]);
	const [areas, names] = await Promise.all([
		getAreas(db, [...new Set(paths.map(areaIdOf))]),
		maskedNames({ db, keys }, [...new Set(rows.map((row) => row.person_id))]),
	]);
	const nameOf = (path: string) => areas.get(areaIdOf(path))?.fullName ?? { vi: '', en: '' };
	return rows.map((row) => ({
		person: row.person_id,
		maskedName: names.get(row.person_id) ?? '***',
		...(row.household_id ? { household: row.household_id } : {}),
		areaId: areaIdOf(row.area_path),
		areaName: nameOf(row.area_path),
		state: row.state ?? 'moved',
		...(row.kind ? toDuty(row as PersonRow, dayOf(now)) : {}),
		...(row.to_area_path ? { movedTo: nameOf(row.to_area_path), changedAt: row.moved_at!.toISOString() } : {}),
		...(row.ended_at ? { changedAt: row.ended_at.toISOString() } : {}),
	}));
}

const dayLong = 86_400_000;

function toDuty(row: PersonRow, today: string) {
	const heard = lastHeardOn({ fromOn: row.from_on, lastReportOn: row.last_report_on });
	const silent = (Date.parse(today) - Date.parse(heard)) / dayLong - 1;
	return {
		kind: row.kind,
		disease: row.disease,
		form: row.form,
		reportsADay: row.reports_a_day,
		fromOn: row.from_on,
		...(row.until_on ? { untilOn: row.until_on } : {}),
		...(row.last_report_on ? { lastReportOn: row.last_report_on } : {}),
		silentDays: Math.max(0, silent),
		...(row.onset_on ? { onsetOn: row.onset_on } : {}),
	};
}
