import { idArray, sql, sqlRows } from '#platform/sql';
import { alarmTypes, insertAlarms } from './queries-reports.ts';
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

export const selectAlarmsOf = (persons: readonly string[]) => sql<AlarmRow>`
	select alarm_id, person_id, area_path, day, slot, raised_at, is_urgent, reasons, handled_at, handled_authority,
		handled_note
	from monitoring.alarm
	where person_id = any (${idArray(persons)}::bigint[])
	order by raised_at desc, alarm_id
	limit 200`;

/** How many wait, up to a limit. */
export const countOpenAlarms = (range: Range, limit: number) => sql<{ open: number }>`
	select count(*)::integer as open from (
		select 1 from monitoring.alarm
		where handled_at is null and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
		limit ${limit}
	) waiting`;

/** Marks an alarm and those before it of the same person, by all their ids, in the same area. */
export const handleAlarms = (handled: {
	alarmId: string;
	persons: readonly string[];
	by: string | null;
	authority: string;
	note: string;
	now: Date;
}) => sql`
	update monitoring.alarm a
	set handled_at = ${handled.now}, handled_by = ${handled.by}, handled_authority = ${handled.authority},
		handled_note = ${handled.note}
	from monitoring.alarm one
	where one.alarm_id = ${handled.alarmId} and a.person_id = any (${idArray(handled.persons)}::bigint[])
		and a.area_path = one.area_path and a.raised_at <= one.raised_at and a.handled_at is null`;

/** Of a test, which no report is about: reports have slots up to 4. */
const testSlot = 9;

/** Which areas watch people whose test was positive. */
export const selectStations = (tests: readonly { personId: string; takenOn: string }[]) => sql<{
	person_id: string;
	area_path: string;
	taken_on: string;
}>`
	select distinct d.person_id, d.area_path, test.taken_on
	from unnest(${idArray(tests.map((one) => one.personId))}::bigint[], ${tests.map((one) => one.takenOn)}::date[])
		as test (person_id, taken_on)
	join monitoring.duty d on d.person_id = test.person_id and d.ended_at is null
	order by d.person_id, d.area_path
	limit 10000`;

/** One for each sample's day and station; a day whose positive test was taken back and stands again waits again. */
export const insertTestAlarms = (
	stations: readonly { person_id: string; area_path: string; taken_on: string }[],
	newId: () => string,
	now: Date,
) =>
	sqlRows(
		insertAlarms,
		alarmTypes,
		stations.map(({ person_id, area_path, taken_on }) => [
			...[newId(), person_id, area_path, taken_on, testSlot, now, false, '{positive-test}'],
		]),
		`on conflict on constraint alarm_once do update
			set raised_at = excluded.raised_at, handled_at = null, handled_authority = null, handled_note = null
			where alarm.handled_at is not null and alarm.handled_by is null`,
	);

/** Alarms of a positive test that stands no more: closed by nobody, saying so. */
export const closeTestAlarms = (tests: readonly { personId: string; takenOn: string | null }[], now: Date) => sql`
	update monitoring.alarm a
	set handled_at = ${now}, handled_authority = 'Phòng xét nghiệm · Laboratory',
		handled_note = 'Kết quả xét nghiệm đã được sửa · The test was corrected'
	from unnest(${idArray(tests.map((one) => one.personId))}::bigint[], ${tests.map((one) => one.takenOn)}::date[])
		as test (person_id, taken_on)
	where a.person_id = test.person_id and a.slot = ${testSlot} and a.handled_at is null
		and a.day is distinct from test.taken_on`;
