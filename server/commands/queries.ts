import { sql } from '#platform/sql';

export interface ServerState {
	version: number;
	version_words: string;
	fsync: string;
	synchronous_commit: string;
	full_page_writes: string;
	at: Date;
}

export const selectServer = () => sql<ServerState>`
	select current_setting('server_version_num')::integer as version, current_setting('server_version') as version_words,
		current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
		current_setting('full_page_writes') as full_page_writes, clock_timestamp() as at`;

/** The tables that are cut by the day, and which of some days have no part yet. */
export const selectMissingDays = (days: readonly string[]) => sql<{ parent: string; day: string }>`
	select parent.oid::regclass::text as parent, asked.day::text as day
	from pg_partitioned_table cut
	join pg_class parent on parent.oid = cut.partrelid
	join pg_namespace schema on schema.oid = parent.relnamespace
	cross join unnest(${days}::date[]) as asked (day)
	where schema.nspname in ('audit', 'declarations', 'visits') and not exists (
		select from pg_inherits part
		join pg_class child on child.oid = part.inhrelid
		where part.inhparent = parent.oid and child.relname = parent.relname || '_' || to_char(asked.day, 'YYYYMMDD')
	)
	order by parent, day`;

export const countForms = () => sql<{ forms: number }>`select count(*)::integer as forms from forms.current_form`;

export const countDataKeys = () => sql<{ keys: number }>`select count(*)::integer as keys from platform.data_key`;

export const countStaff = () => sql<{ staff: number }>`
	select count(*)::integer as staff from identity.staff where disabled_at is null`;
