-- The ground every module stands on: what was migrated, the wrapped data keys, call counts, day partitions.
create schema if not exists platform;

create table platform.migration (
	name text primary key,
	hash text not null,
	applied_at timestamptz not null
);

create table platform.data_key (
	key_id integer primary key,
	wrapped bytea not null,
	created_at timestamptz not null default now()
);

create table platform.call_count (
	counted bytea not null,
	started_at timestamptz not null,
	ends_at timestamptz not null,
	calls integer not null,
	primary key (counted, started_at)
) with (fillfactor = 80);

create index call_count_ends on platform.call_count (ends_at);

-- Days begin at midnight in Viet Nam, where the people are who will ask for one.
create function platform.ensure_days(parent text, first_day date, last_day date) returns integer language plpgsql as $$
declare
	one_day date;
	part text;
	made integer := 0;
begin
	for one_day in select generate_series(first_day, last_day, interval '1 day')::date loop
		part := parent || '_' || to_char(one_day, 'YYYYMMDD');
		if to_regclass(part) is null then
			execute format(
				'create table %s partition of %s for values from (%L) to (%L) with (fillfactor = 90)',
				part, parent, one_day::text || ' 00:00+07', (one_day + 1)::text || ' 00:00+07'
			);
			made := made + 1;
		end if;
	end loop;
	return made;
end $$;

create function platform.drop_days_before(parent text, first_kept date) returns integer language plpgsql as $$
declare
	part regclass;
	dropped integer := 0;
begin
	for part in
		select inhrelid::regclass from pg_inherits
		where inhparent = parent::regclass and right(inhrelid::regclass::text, 8) < to_char(first_kept, 'YYYYMMDD')
	loop
		execute format('drop table %s', part);
		dropped := dropped + 1;
	end loop;
	return dropped;
end $$;
