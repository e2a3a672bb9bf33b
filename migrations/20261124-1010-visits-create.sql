-- Who was where, from when to when: random ids only.
create schema visits;

create table visits.visit (
	place_id bigint not null,
	-- When the person went in: the clock of whoever noted it, corrected by the difference it knew of.
	entered_at timestamptz not null,
	person_id bigint not null,
	left_at timestamptz,
	-- Made by the client: the same call sent twice is the same visit.
	visit_id uuid not null,
	-- The server's own clock, so that a wrong device clock can be seen.
	recorded_at timestamptz not null,
	-- What was added to the device's clock.
	skew_seconds integer not null default 0,
	gate smallint not null default 1,
	-- What the person was told: 0 green, 1 amber, 2 red, 3 not declared, 4 imported without a decision.
	verdict smallint not null,
	-- How left_at is known: 0 recorded, 1 after the usual stay, 2 by entering another place, 3 closed by the place.
	left_known smallint not null default 0,
	-- Who noted it: 0 the visitor, 1 a controller, 2 an import.
	noted_by smallint not null default 0,
	primary key (place_id, entered_at, person_id),
	-- Finding contacts looks no further back than a day: a longer stay is a visit for each day of it.
	constraint stay_of_a_day check (left_at between entered_at and entered_at + interval '24 hours')
) partition by range (entered_at);

create index visit_person on visits.visit (person_id, entered_at);

-- Days whose rows lie in the order of their places, and days kept longer than the rule says.
create table visits.day (
	day date primary key,
	rewritten_at timestamptz,
	keep_until date
);

-- How visits are kept. Operators add a version; none is ever changed.
create table visits.rule (
	version integer primary key,
	-- Whether going in somewhere ends a visit that is still open elsewhere.
	closes_elsewhere boolean not null,
	-- A day is dropped when it is older than this.
	keep_days integer not null check (keep_days between 1 and 3650),
	valid_from timestamptz not null,
	decision text not null
);
