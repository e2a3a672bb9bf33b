import { sql } from '#platform/sql';

export interface SettingRow {
	version: number;
	quiet_from: number;
	quiet_until: number;
	unaccents: boolean;
	stop_ends: string[];
	push_first: string[];
	attempts_max: number;
	breaker_percent: number;
	breaker_least: number;
	breaker_minutes: number;
	valid_from: Date;
	decision: string;
}

export const selectSetting = (now: Date) => sql<SettingRow>`
	select version, quiet_from, quiet_until, unaccents, stop_ends, push_first, attempts_max, breaker_percent,
		breaker_least, breaker_minutes, valid_from, decision
	from messages.setting
	where valid_from <= ${now} or version = 1
	order by version desc limit 1`;

/** The next version, unless somebody made it meanwhile. */
export const insertSetting = (row: SettingRow) => sql`
	insert into messages.setting (version, quiet_from, quiet_until, unaccents, stop_ends, push_first, attempts_max,
		breaker_percent, breaker_least, breaker_minutes, valid_from, decision)
	values (${row.version}, ${row.quiet_from}, ${row.quiet_until}, ${row.unaccents}, ${row.stop_ends},
		${row.push_first}, ${row.attempts_max}, ${row.breaker_percent}, ${row.breaker_least}, ${row.breaker_minutes}, ${row.valid_from},
		${row.decision})
	on conflict (version) do nothing`;

export interface PauseRow {
	pause_id: string;
	kind: string;
	paused_at: Date;
	taken: number;
	failed: number;
	resumed_at: Date | null;
}

export const selectPausedKinds = () => sql<{ kind: string }>`
	select kind from messages.pause where resumed_at is null order by kind limit 10`;

export const selectPauses = (limit: number) => sql<PauseRow>`
	select pause_id, kind, paused_at, taken, failed, resumed_at
	from messages.pause
	order by resumed_at desc nulls first, paused_at desc, pause_id
	limit ${limit}`;

export const insertPause = (row: { pauseId: string; kind: string; now: Date; taken: number; failed: number }) => sql`
	insert into messages.pause (pause_id, kind, paused_at, taken, failed)
	values (${row.pauseId}, ${row.kind}, ${row.now}, ${row.taken}, ${row.failed})
	on conflict do nothing`;

export const resumePause = (pauseId: string, by: string | null, now: Date) => sql<{ kind: string }>`
	update messages.pause set resumed_at = ${now}, resumed_by = ${by}
	where pause_id = ${pauseId} and resumed_at is null
	returning kind`;

/** What failed before a pause says nothing of what comes after it. */
export const deleteTally = (kind: string) => sql`delete from messages.tally where kind = ${kind}`;

export const deleteOldTally = (before: Date) => sql`delete from messages.tally where minute < ${before}`;

export const addTally = (tally: { kind: string; minute: Date; taken: number; failed: number }) => sql`
	insert into messages.tally (kind, minute, taken, failed)
	values (${tally.kind}, ${tally.minute}, ${tally.taken}, ${tally.failed})
	on conflict (kind, minute) do update
	set taken = messages.tally.taken + excluded.taken, failed = messages.tally.failed + excluded.failed`;

export const sumTally = (kind: string, since: Date) => sql<{ taken: number; failed: number }>`
	select coalesce(sum(taken), 0)::integer as taken, coalesce(sum(failed), 0)::integer as failed
	from messages.tally where kind = ${kind} and minute > ${since}`;
