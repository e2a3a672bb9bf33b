-- Risk levels of areas: rule sets as data, facts and case counts by area, what a rule proposed and a person decided.
create schema risk;

-- What a rule set says, by version; none is ever changed.
create table risk.rule_set (
	rule_set text not null,
	version integer not null,
	content jsonb not null,
	valid_from date not null,
	decision text not null,
	primary key (rule_set, version)
);

-- How many people live in an area, since when it is known.
create table risk.population (
	area_id integer not null,
	since date not null,
	people integer not null check (people >= 0),
	source text not null,
	primary key (area_id, since)
);

-- New cases of a disease in an area by week (the Monday it begins on) or by month (its first day).
create table risk.case_count (
	disease text not null,
	area_id integer not null,
	span text not null check (span in ('week', 'month')),
	begins_on date not null,
	cases integer not null check (cases >= 0),
	-- Part of an epidemic, so not of what is usual.
	is_epidemic boolean not null default false,
	source text not null,
	primary key (disease, area_id, span, begins_on)
);

-- What is known of an area beside its counted cases: linked cases, coverage, capacity, adjacency. The newest counts.
create table risk.facts (
	disease text not null,
	area_id integer not null,
	as_of date not null,
	facts jsonb not null,
	told_by bigint,
	authority text not null,
	told_at timestamptz not null,
	primary key (disease, area_id, as_of)
);

-- What a rule set made of the facts on a day. It is no level until somebody decides it.
create table risk.proposal (
	disease text not null,
	rule_set text not null,
	area_id integer not null,
	area_path text not null,
	rule_version integer not null,
	level smallint not null check (level between 1 and 4),
	reasons jsonb not null,
	facts jsonb not null,
	proposed_at timestamptz not null,
	primary key (disease, rule_set, area_id)
);

-- Those that differ from what holds, the gravest first, within a subtree of areas.
create index proposal_list on risk.proposal (area_path collate "C", disease, rule_set, level desc, area_id);

-- What was decided, when and why. Published with it; the newest of an area holds.
create table risk.decision (
	decision_id bigint primary key,
	disease text not null,
	rule_set text not null,
	rule_version integer not null,
	area_id integer not null,
	area_path text not null,
	level smallint not null check (level between 1 and 4),
	-- What the rule proposed then; empty where nothing was.
	proposed_level smallint,
	reasons jsonb not null,
	-- Why it differs from what was proposed.
	differs_because text,
	decided_by text not null,
	decision_number text not null,
	holds_from timestamptz not null,
	published_at timestamptz not null,
	recorded_by bigint,
	authority text not null
);

create index decision_area on risk.decision (area_id, disease, holds_from desc, decision_id desc);

create index decision_newest on risk.decision (holds_from desc, decision_id desc);

create unique index decision_once on risk.decision (area_id, disease, decision_number);
