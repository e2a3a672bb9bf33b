-- People who may be one: found by keyed hashes, compared and merged by an officer, and parted again.
create schema duplicates;

-- Keyed hashes of names with birth years or communes: equal ones are worth comparing, and none can be read.
create table duplicates.block (
	hash bytea not null,
	person_id bigint not null,
	primary key (hash, person_id)
);

create index block_person on duplicates.block (person_id);

-- Up to whom people were compared, in the order in which they were added or changed.
create table duplicates.progress (
	name text primary key,
	changed_at timestamptz not null,
	person_id bigint not null
);

create table duplicates.candidate (
	candidate_id bigint primary key,
	low_id bigint not null,
	high_id bigint not null check (high_id > low_id),
	score smallint not null,
	reasons text[] not null,
	-- The smallest area in which both live, as far as is known.
	area_path text not null,
	found_at timestamptz not null,
	state text not null check (state in ('open', 'merged', 'dismissed')),
	decided_at timestamptz,
	decided_by bigint,
	note text,
	constraint candidate_once unique (low_id, high_id)
);

create index candidate_open on duplicates.candidate (score desc, candidate_id desc) where state = 'open';

create table duplicates.merge (
	merge_id bigint primary key,
	candidate_id bigint not null,
	stays_id bigint not null,
	dropped_id bigint not null,
	reason text not null,
	merged_by bigint,
	merged_at timestamptz not null,
	undone_at timestamptz,
	undone_by bigint,
	undone_reason text
);

create index merge_candidate on duplicates.merge (candidate_id);
