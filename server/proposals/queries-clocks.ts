import { sql } from '#platform/sql';

export interface ClockRow {
	kind: string;
	version: number;
	list_minutes: number;
	decision_minutes: number;
	notice_minutes: number | null;
	hold_minutes: number;
	office: string;
	told: string[];
	form: string;
	valid_from: string;
	decision: string;
}

export const selectClocks = () => sql<ClockRow>`
	select kind, version, list_minutes, decision_minutes, notice_minutes, hold_minutes, office, told, form, valid_from,
		decision
	from proposals.clock
	order by kind, version desc
	limit 1000`;

export const insertClock = (row: ClockRow) => sql`
	insert into proposals.clock (kind, version, list_minutes, decision_minutes, notice_minutes, hold_minutes, office,
		told, form, valid_from, decision)
	values (${row.kind}, ${row.version}, ${row.list_minutes}, ${row.decision_minutes}, ${row.notice_minutes},
		${row.hold_minutes}, ${row.office}, ${row.told}, ${row.form}, ${row.valid_from}, ${row.decision})
	on conflict (kind, version) do nothing`;

/** Adds the next version of a kind's clocks. Two at once: one breaks the primary key. */
export const insertNextClock = (row: Omit<ClockRow, 'version'>) => sql<{ version: number }>`
	insert into proposals.clock (kind, version, list_minutes, decision_minutes, notice_minutes, hold_minutes, office,
		told, form, valid_from, decision)
	select ${row.kind}, coalesce(max(version), 0) + 1, ${row.list_minutes}::integer, ${row.decision_minutes}::integer,
		${row.notice_minutes}::integer, ${row.hold_minutes}::integer, ${row.office}, ${row.told}::text[], ${row.form},
		${row.valid_from}::date, ${row.decision}
	from proposals.clock
	where kind = ${row.kind}
	returning version`;
