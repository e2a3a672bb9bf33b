import { sql, sqlRows } from '#platform/sql';
import type { NewDuty } from './duties.ts';

const dutyTypes = [
	...['bigint', 'bigint', 'text', 'bigint', 'text', 'text', 'smallint', 'date', 'date', 'timestamptz'],
] as const;

export const insertDuties = (duties: readonly NewDuty[], newId: () => string, now: Date) =>
	sqlRows(
		`insert into monitoring.duty
			(person_id, duty_id, kind, source_id, area_path, disease, reports_a_day, from_on, until_on, begun_at) values`,
		dutyTypes,
		duties.map((duty) => [
			...[duty.personId, newId(), duty.kind, duty.sourceId, duty.areaPath, duty.disease, duty.reportsADay],
			...[duty.fromOn, duty.untilOn ?? null, now],
		]),
		// An officer who dismissed a contact and confirms them again means it.
		`on conflict on constraint duty_once do update set
			from_on = excluded.from_on, until_on = excluded.until_on, begun_at = excluded.begun_at, ended_at = null,
			ended_reason = null
		where duty.ended_at is not null`,
	);

export const updateEnded = (
	source: { kind: string; sourceId: string; personId?: string },
	reason: string,
	now: Date,
) => sql`
	update monitoring.duty set ended_at = ${now}, ended_reason = ${reason}
	where source_id = ${source.sourceId} and kind = ${source.kind} and ended_at is null
		and (${source.personId ?? null}::bigint is null or person_id = ${source.personId ?? null})`;
