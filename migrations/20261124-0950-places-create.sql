-- Places people go in and out of, their gates, and the codes on their posters.
create schema places;

create table places.place_type (
	type text primary key,
	name_vi text not null,
	name_en text not null,
	-- What the pages draw beside the name.
	icon text not null,
	is_vehicle boolean not null,
	-- How long people usually stay: a visit nobody ended is closed after it, and marked as inferred.
	usual_stay_minutes integer not null check (usual_stay_minutes between 5 and 1440),
	position integer not null
);

create table places.place (
	place_id bigint primary key,
	name text not null,
	-- Without diacritics and in lower case, for search.
	folded text not null,
	type text not null references places.place_type,
	-- Empty only for places that came with an import.
	area_id integer,
	area_path text,
	address text,
	-- The registrant is a person: encrypted like one.
	registrant_sealed bytea,
	-- Both empty for places that came with an import.
	registered_by bigint,
	registered_at timestamptz,
	-- For places of an import: the importing system's reference.
	reference text constraint place_reference unique,
	usual_stay_minutes integer,
	closed_at timestamptz
);

create index place_area on places.place (area_path collate "C");

create table places.gate (
	place_id bigint not null references places.place,
	gate smallint not null,
	name text not null,
	closed_at timestamptz,
	primary key (place_id, gate)
);

create table places.code (
	code text primary key,
	place_id bigint not null,
	gate smallint not null,
	issued_at timestamptz not null,
	retired_at timestamptz
);

create index code_place on places.code (place_id);

-- A gate has one code that is good; those before it only explain themselves.
create unique index code_good_once on places.code (place_id, gate) where retired_at is null;
