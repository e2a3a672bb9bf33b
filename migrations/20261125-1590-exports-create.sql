-- Line lists that leave as files: who took what for which purpose, who approved it, and the file until its time is over.
create schema exports;

create table exports.export (
	export_id bigint primary key,
	subject text not null check (subject in ('cases', 'contacts', 'follow-up')),
	format text not null check (format in ('csv', 'xlsx', 'geojson', 'fhir', 'go-data')),
	-- A row for each day of a follow-up, or a column.
	layout text not null check (layout in ('long', 'wide')),
	names text not null check (names in ('masked', 'revealed')),
	purpose text not null,
	-- One case, or a filter of the line list with the areas whoever ordered it could see.
	case_id bigint,
	filter jsonb,
	-- The smallest area that holds all of it: whoever approves must reach it.
	area_path text not null,
	ordered_by bigint not null,
	ordered_kind text not null check (ordered_kind in ('staff', 'partner')),
	ordered_authority text not null,
	ordered_at timestamptz not null,
	state text not null check (state in
		('to-approve', 'refused', 'waiting', 'writing', 'ready', 'failed', 'cancelled', 'over')),
	decided_by bigint,
	decided_authority text,
	decided_at timestamptz,
	rows_expected bigint not null,
	rows_done bigint not null default 0,
	parts integer not null default 0,
	bytes bigint not null default 0,
	sha256 text,
	-- Which run of the job may write: one that takes over shuts out the one before it.
	run_id bigint,
	tries smallint not null default 0,
	moved_at timestamptz not null,
	kept_until timestamptz,
	constraint two_officers check (decided_by <> ordered_by)
);

create index export_ordered_by on exports.export (ordered_by, ordered_at desc, export_id desc);
create index export_to_approve on exports.export (area_path collate "C", ordered_at) where state = 'to-approve';
create index export_unfinished on exports.export (moved_at) where state in ('waiting', 'writing');
create index export_kept on exports.export (kept_until) where state = 'ready';

-- The file piece by piece, each encrypted.
create table exports.part (
	export_id bigint not null,
	number integer not null,
	sealed bytea not null,
	primary key (export_id, number)
);

-- It is encrypted, which nothing makes smaller.
alter table exports.part alter column sealed set storage external;

-- How long files are kept, how long an order waits for its second officer, and from how many on an area's number is told.
create table exports.rule (
	version integer primary key,
	keep_hours integer not null check (keep_hours between 1 and 720),
	approve_hours integer not null check (approve_hours between 1 and 720),
	cell_min integer not null check (cell_min between 1 and 100),
	valid_from timestamptz not null,
	decision text not null
);
