import Type from 'typebox';
import { findArea } from '#areas';
import { maskedNames, officer, sameAs } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay } from '#shared/language';
import { isDueOn } from './assess-state.ts';
import { type PersonRow, selectWatched } from './queries-people.ts';
import { selectDays } from './queries-reports.ts';
import { type Range, rangesWithin } from './reach.ts';
import { AreaId, Day, followUp } from './shapes.ts';

export const getMatrix = operation({
	name: 'monitoring.get-matrix',
	summary: {
		vi: 'Bảng người × ngày: ai đã báo, ai chưa báo, ai có triệu chứng, tên được che',
		en: 'People by days: who reported, who did not, who had symptoms, with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			areaId: Type.Optional(AreaId),
			days: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
			cursor: Type.Optional(Type.String({ pattern: '^[0-9.]{0,200} [0-9]{1,19}$' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		days: Type.Array(Day),
		people: Type.Array(
			Type.Object({
				person: Id,
				maskedName: Type.String(),
				cells: Type.String({
					description:
						'A letter for each day: g green, a amber, r red, p part of its slots (and green), s silent, n nothing due',
				}),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, caller, now, platform: { keys }, about }, { areaId, days = 14, limit = 200, cursor = ' 0' }) => {
		const area = areaId === undefined ? undefined : await findArea(db, areaId);
		if (areaId !== undefined && !area) throw new Problem('not-found', { field: 'areaId' });
		const rows = await readPage(db, rangesWithin(caller.actor, area?.path), cursor, limit);
		const persons = rows.map((row) => row.person_id);
		about(...persons);
		const today = dayOf(now);
		const shown = Array.from({ length: days }, (_, index) => shiftDay(today, index - days + 1));
		const same = await sameAs(db, persons);
		const [names, reported] = await Promise.all([
			maskedNames({ db, keys }, persons),
			db.rows(selectDays([...same.values()].flat(), shown[0]!, today)),
		]);
		const byDay = new Map(reported.map((one) => [`${one.person_id} ${one.day}`, one]));
		const last = rows.at(-1);
		return {
			days: shown,
			people: rows.map((row) => ({
				person: row.person_id,
				maskedName: names.get(row.person_id) ?? '***',
				cells: shown
					.map((day) =>
						cellOf(row, day, worstOf(same.get(row.person_id)!.flatMap((id) => byDay.get(`${id} ${day}`) ?? []))),
					)
					.join(''),
			})),
			...(last && rows.length === limit ? { nextCursor: `${last.area_path} ${last.person_id}` } : {}),
		};
	},
});

interface Said {
	slots: number;
	worst: number;
}

/** Under several ids a day may have been reported once or each time. */
const worstOf = ([first, ...others]: readonly Said[]): Said | undefined =>
	first &&
	others.reduce(
		(one, other) => ({ slots: Math.max(one.slots, other.slots), worst: Math.max(one.worst, other.worst) }),
		first,
	);

function cellOf(row: PersonRow, day: string, said: Said | undefined): string {
	if (said?.worst) return said.worst === 2 ? 'r' : 'a';
	if (said) return said.slots < row.reports_a_day ? 'p' : 'g';
	return isDueOn({ fromOn: row.from_on, untilOn: row.until_on, isEnded: false }, day) ? 's' : 'n';
}

async function readPage(db: Db, ranges: readonly Range[], cursor: string, limit: number): Promise<PersonRow[]> {
	const [areaPath, person] = cursor.split(' ') as [string, string];
	const rows: PersonRow[] = [];
	for (const range of ranges) {
		if (range.until <= areaPath || rows.length >= limit) continue;
		rows.push(...(await db.rows(selectWatched({ range, after: { areaPath, person }, limit: limit - rows.length }))));
	}
	return rows;
}
