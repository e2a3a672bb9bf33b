-- Many places registered from one file: checked first, then registered bit by bit, so that a stopped job goes on.
create schema registrations;

create table registrations.registration (
	registration_id bigint primary key,
	-- The account or staff member who sent the file.
	made_by bigint not null,
	-- The account that manages the places.
	manager_id bigint not null,
	registrant_sealed bytea not null,
	-- Paths of the areas in which whoever sent it may register; empty in the whole country.
	reach text[] not null,
	state text not null check (state in ('checked', 'running', 'done', 'cancelled')),
	rows_total integer not null,
	rows_good integer not null,
	rows_faulty integer not null,
	rows_known integer not null,
	notes integer not null,
	ignored_columns text[] not null,
	-- Rows up to this one are dealt with.
	reached integer not null default 0,
	rows_registered integer not null default 0,
	made_at timestamptz not null,
	moved_at timestamptz not null,
	finished_at timestamptz,
	-- When the rows, which hold phone numbers, were dropped.
	rows_dropped_at timestamptz
);

create index registration_made_by on registrations.registration (made_by, made_at);
create index registration_running on registrations.registration (moved_at) where state = 'running';
create index registration_rows on registrations.registration (made_at) where rows_dropped_at is null;

-- The rows of a file while it is being dealt with, a day at most.
create table registrations.sheet_row (
	registration_id bigint not null,
	-- As the spreadsheet counts.
	number integer not null,
	-- good: to be registered; known: its own code was registered before; faulty: to be mended.
	state text not null check (state in ('good', 'known', 'faulty')),
	cells_sealed bytea not null,
	-- Codes of what is wrong or was understood, by column; never what stands in the file.
	faults jsonb not null,
	primary key (registration_id, number)
);

-- Which place a row became. The last guard against registering one twice.
create table registrations.registered_place (
	manager_id bigint not null,
	registration_id bigint not null,
	number integer not null,
	reference text,
	place_id bigint not null,
	primary key (manager_id, registration_id, number)
);

create unique index registered_once on registrations.registered_place (manager_id, reference) where reference is not null;
create index registered_by_registration on registrations.registered_place (registration_id, number);
