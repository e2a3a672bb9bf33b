import Type from 'typebox';
import { getAreas } from '#areas';
import { maskedNames, officer } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { type AlarmRow, selectOpenAlarms } from './queries-alarms.ts';
import { rangesWithin } from './reach.ts';
import { Day, followUp, Moment, Words } from './shapes.ts';

const first = '0-0';

export const listAlarms = operation({
	name: 'monitoring.list-alarms',
	summary: {
		vi: 'Các câu trả lời đỏ chờ xử lý trong địa bàn, lâu nhất trước, tên được che',
		en: 'The red answers that wait within reach, the oldest first, with masked names',
	},
	who: officer,
	input: Type.Object(
		{ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cursor: PageCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({
		alarms: Type.Array(
			Type.Object({
				alarmId: Id,
				person: Id,
				maskedName: Type.String(),
				areaName: Words,
				day: Day,
				raisedAt: Moment,
				isUrgent: Type.Boolean({ description: 'Somebody is needed at once' }),
				reasons: Type.Array(Type.String({ description: 'The signs that were told' })),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, caller, platform: { keys }, about }, { limit = 50, cursor = first }) => {
		const after = readPageCursor(cursor);
		const found: AlarmRow[] = [];
		for (const range of rangesWithin(caller.actor, undefined))
			found.push(...(await db.rows(selectOpenAlarms(range, after, limit))));
		const rows = found
			.sort((one, other) => one.raised_at.getTime() - other.raised_at.getTime() || compare(one, other))
			.slice(0, limit);
		const persons = [...new Set(rows.map((row) => row.person_id))];
		about(...persons);
		const areaOf = (row: AlarmRow) => Number(row.area_path.split('.').at(-1));
		const [names, areas] = await Promise.all([
			maskedNames({ db, keys }, persons),
			getAreas(db, [...new Set(rows.map(areaOf))]),
		]);
		const last = rows.at(-1);
		return {
			alarms: rows.map((row) => ({
				alarmId: row.alarm_id,
				person: row.person_id,
				maskedName: names.get(row.person_id) ?? '***',
				areaName: areas.get(areaOf(row))?.fullName ?? { vi: '', en: '' },
				day: row.day,
				raisedAt: row.raised_at.toISOString(),
				isUrgent: row.is_urgent,
				reasons: row.reasons,
			})),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.raised_at, last.alarm_id) } : {}),
		};
	},
});

const compare = (one: AlarmRow, other: AlarmRow) => (BigInt(one.alarm_id) < BigInt(other.alarm_id) ? -1 : 1);
