-- Cordons are proposed, decided, told, changed and ended, each step kept; and what part of an area they cover is said.

-- Before this the product watched one disease.
alter table zones.cordon add column disease text not null default 'covid-19';

alter table zones.cordon add column reports_a_day smallint not null default 1 check (reports_a_day between 1 and 4);

-- How a part is drawn: as a list of households or as an outline; empty where the part's name says it all.
alter table zones.cordon add column shape text check (shape in ('households', 'outline'));

-- The households are addresses, so they are encrypted.
alter table zones.cordon add column households_sealed bytea;

-- GeoJSON, WGS 84, and the box around it in degrees.
alter table zones.cordon add column outline text;

alter table zones.cordon add column west double precision;

alter table zones.cordon add column south double precision;

alter table zones.cordon add column east double precision;

alter table zones.cordon add column north double precision;

-- Whether a cordon of a part stops at every door those whom its roster names. One of a whole area always does.
alter table zones.cordon add column stops_residents boolean not null default false;

-- When the duties to report that followed from it were ended, once it was over.
alter table zones.cordon add column duties_ended_at timestamptz;

create index cordon_duties on zones.cordon (holds_until) where duties_ended_at is null and holds_until is not null;

create index cordon_box on zones.cordon (west, east) where outline is not null;

-- What a health station asks the commune's chair to decide.
create table zones.proposal (
	proposal_id bigint primary key,
	area_id integer not null,
	area_path text not null,
	part text,
	shape text check (shape in ('households', 'outline')),
	households_sealed bytea,
	outline text,
	disease text not null,
	reason text not null,
	proposed_by bigint,
	authority text not null,
	proposed_at timestamptz not null,
	outcome text check (outcome in ('declared', 'refused')),
	decided_at timestamptz,
	-- Who refused it and why; a declared one has its cordon.
	decided_by text,
	refusal text,
	cordon_id bigint
);

create index proposal_newest on zones.proposal (area_path collate "C", proposed_at desc, proposal_id desc);

-- What became of a cordon, step by step. Nothing here is ever changed.
create table zones.cordon_step (
	cordon_id bigint not null,
	-- Counted from 1.
	number integer not null,
	at timestamptz not null,
	kind text not null check (kind in ('proposed', 'declared', 'told', 'changed', 'ended')),
	by_id bigint,
	authority text not null,
	-- Number of the decision and why, or when people were told.
	words text not null,
	-- What was changed, from what to what; never an address.
	changes jsonb not null default '{}'::jsonb,
	primary key (cordon_id, number)
);
