-- What was ordered to be printed for many places: drawn by a job into one file, kept for a day.
create schema posters;

create table posters.print (
	print_id bigint primary key,
	-- The account or staff member who ordered it and alone may fetch it.
	ordered_by bigint not null,
	format text not null,
	seats text[] not null,
	copies smallint not null,
	place_ids bigint[] not null,
	state text not null check (state in ('waiting', 'drawing', 'ready', 'failed', 'cancelled')),
	signs_total integer not null,
	signs_done integer not null default 0,
	pages integer not null default 0,
	parts integer not null default 0,
	bytes bigint not null default 0,
	-- Which run of the job may write: one that takes over shuts out the one before it.
	run_id bigint,
	tries smallint not null default 0,
	ordered_at timestamptz not null,
	moved_at timestamptz not null,
	finished_at timestamptz
);

create index print_ordered_by on posters.print (ordered_by, ordered_at);
create index print_unfinished on posters.print (moved_at) where state in ('waiting', 'drawing');
create index print_ordered_at on posters.print (ordered_at);

create table posters.print_part (
	print_id bigint not null,
	number integer not null,
	content bytea not null,
	primary key (print_id, number)
);

-- A PDF is compressed already.
alter table posters.print_part alter column content set storage external;
