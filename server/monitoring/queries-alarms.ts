import { sql } from '#platform/sql';
import type { Range } from './reach.ts';

export interface AlarmRow {
	alarm_id: string;
	person_id: string;
	area_path: string;
	day: string;
	slot: number;
	raised_at: Date;
	is_urgent: boolean;
	reasons: string[];
	handled_at: Date | null;
	handled_authority: string | null;
	handled_note: string | null;
}

export const selectAlarm = (alarmId: string) => sql<{ person_id: string; area_path: string }>`
	select person_id, area_path from monitoring.alarm where alarm_id = ${alarmId}`;

/** Those that wait, the oldest first. */
export const selectOpenAlarms = (range: Range, after: { at: Date; id: string }, limit: number) => sql<AlarmRow>`
	select alarm_id, person_id, area_path, day, slot, raised_at, is_urgent, reasons, handled_at, handled_authority,
		handled_note
	from monitoring.alarm
	where handled_at is null and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
		and (raised_at, alarm_id) > (${after.at}, ${after.id}::bigint)
	order by raised_at, alarm_id
	limit ${limit}`;

export const selectAlarmsOf = (personId: string) => sql<AlarmRow>`
	select alarm_id, person_id, area_path, day, slot, raised_at, is_urgent, reasons, handled_at, handled_authority,
		handled_note
	from monitoring.alarm
	where person_id = ${personId}
	order by raised_at desc, alarm_id
	limit 200`;

/** How many wait, up to a limit. */
export const countOpenAlarms = (range: Range, limit: number) => sql<{ open: number }>`
	select count(*)::integer as open from (
		select 1 from monitoring.alarm
		where handled_at is null and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
		limit ${limit}
	) waiting`;

/** Marks an alarm and those before it of the same person in the same area. */
export const handleAlarms = (handled: {
	alarmId: string;
	by: string | null;
	authority: string;
	note: string;
	now: Date;
}) => sql`
	update monitoring.alarm a
	set handled_at = ${handled.now}, handled_by = ${handled.by}, handled_authority = ${handled.authority},
		handled_note = ${handled.note}
	from monitoring.alarm one
	where one.alarm_id = ${handled.alarmId} and a.person_id = one.person_id and a.area_path = one.area_path
		and a.raised_at <= one.raised_at and a.handled_at is null`;
