-- Line lists of cases, contacts, links, tests and follow-ups that come in from another system as a file.
create schema imports;

create table imports.import (
	import_id bigint primary key,
	kind text not null check (kind in ('cases', 'contacts', 'links', 'tests', 'follow-ups')),
	-- Which system or office the file is from: an id of it is the same person each time.
	source text not null,
	-- The area that leads what the file holds, unless a row names another.
	area_path text not null,
	disease text not null,
	rule text not null,
	sent_by bigint,
	state text not null check (state in ('read', 'checked', 'running', 'done', 'stopped')),
	-- Headings and three sample values of each column.
	columns_sealed bytea not null,
	-- What the officer said the columns are.
	mapping jsonb,
	-- Words of the file nobody knows the meaning of, and the days it spans.
	findings_sealed bytea,
	rows_total integer not null,
	rows_good integer not null default 0,
	rows_faulty integer not null default 0,
	-- Steps that are done: one for each block, and once more for the links of cases.
	steps_total integer not null default 0,
	steps_done integer not null default 0,
	rows_added integer not null default 0,
	rows_known integer not null default 0,
	links_added integer not null default 0,
	rows_refused integer not null default 0,
	sent_at timestamptz not null,
	moved_at timestamptz not null,
	finished_at timestamptz,
	-- When the rows, which hold names, were dropped.
	rows_dropped_at timestamptz
);

create index import_area on imports.import (area_path collate "C", sent_at desc, import_id desc);

create index import_newest on imports.import (sent_at desc, import_id desc);

create index import_running on imports.import (moved_at) where state = 'running';

create index import_rows on imports.import (sent_at) where rows_dropped_at is null;

-- The rows of a file, some hundred in one sealed piece, while it is being dealt with: a day at most.
create table imports.block (
	import_id bigint not null,
	block integer not null,
	rows_sealed bytea not null,
	primary key (import_id, block)
);

-- What is to be mended: codes by column, never what stands in the file.
create table imports.row_fault (
	import_id bigint not null,
	-- As the spreadsheet counts.
	number integer not null,
	block integer not null,
	faults jsonb not null,
	primary key (import_id, number)
);

-- Who an id of a source is here, so that the same file sent twice adds nothing. Keyed hash of area, source and id.
create table imports.known (
	external_hash bytea primary key,
	person_id bigint not null,
	case_id bigint
);

-- How an officer read the columns and words of such files before.
create table imports.habit (
	officer_id bigint not null,
	kind text not null,
	headings jsonb not null,
	meanings jsonb not null,
	primary key (officer_id, kind)
);
