-- Lists of a cordon's people from one file: checked first, then added bit by bit, so that a stopped job goes on.
create schema rosters;

create table rosters.roster (
	roster_id bigint primary key,
	cordon_id bigint not null,
	area_path text not null,
	sent_by bigint,
	state text not null check (state in ('checked', 'running', 'done', 'stopped')),
	rows_total integer not null,
	rows_good integer not null,
	rows_faulty integer not null,
	-- Cells of tổ and address that were left empty and read as those above.
	filled_down integer not null,
	ignored_columns text[] not null,
	-- Rows up to this one are dealt with.
	reached integer not null default 0,
	rows_added integer not null default 0,
	rows_known integer not null default 0,
	sent_at timestamptz not null,
	moved_at timestamptz not null,
	finished_at timestamptz,
	-- When the rows, which hold names and phones, were dropped.
	rows_dropped_at timestamptz
);

create index roster_cordon on rosters.roster (cordon_id, sent_at desc, roster_id desc);

create index roster_running on rosters.roster (moved_at) where state = 'running';

create index roster_rows on rosters.roster (sent_at) where rows_dropped_at is null;

-- The rows of a file while it is being dealt with, a day at most.
create table rosters.sheet_row (
	roster_id bigint not null,
	-- As the spreadsheet counts.
	number integer not null,
	is_good boolean not null,
	cells_sealed bytea not null,
	-- Codes of what is to be mended by column; never what stands in the file.
	faults jsonb not null,
	primary key (roster_id, number)
);
