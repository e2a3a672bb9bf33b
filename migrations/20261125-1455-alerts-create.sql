-- Alerts to the people who met a case: drafted, approved by a second officer, sent in stages, taken back.
create schema alerts;

-- The words of each severity. Operators add a version; none is ever changed.
create table alerts.template (
	severity text not null check (severity in ('information', 'warning', 'urgent')),
	version integer not null,
	-- With {place}, {from}, {until}, {advice} and {phone}.
	vi text not null,
	en text not null,
	-- What people are usually told to do, to begin with.
	advice_vi text not null,
	advice_en text not null,
	-- Whether it goes out in the quiet hours too.
	wakes boolean not null,
	valid_from timestamptz not null,
	decision text not null,
	primary key (severity, version)
);

create table alerts.setting (
	version integer primary key,
	-- More people than this need a second officer.
	approve_above integer not null check (approve_above between 0 and 1000000),
	-- From so many people on an alert goes out in three stages.
	stage_from integer not null check (stage_from between 1 and 1000000),
	-- How many of a hundred are told when the first and the second stage are done.
	first_percent smallint not null check (first_percent between 1 and 100),
	second_percent smallint not null check (second_percent between 1 and 100),
	valid_from timestamptz not null,
	decision text not null
);

create table alerts.alert (
	alert_id bigint primary key,
	-- Under which its corrections are queued and counted.
	correction_id bigint not null,
	area_path text not null,
	severity text not null,
	template_version integer not null,
	-- Only contacts up to this level: 1 met the case themself.
	level_max smallint not null check (level_max between 1 and 3),
	purpose text not null,
	place_name text,
	seen_from timestamptz,
	seen_until timestamptz,
	advice_vi text,
	advice_en text,
	phone text,
	-- As people read it.
	vi text,
	en text,
	-- The same place, times and severity: nobody is told of the same event twice.
	event bytea,
	state text not null check (state in
		('draft', 'waiting', 'sending', 'sent', 'stopped', 'recalling', 'recalled', 'dropped')),
	drafted_by bigint,
	drafted_at timestamptz not null,
	submitted_by bigint,
	submitted_at timestamptz,
	recipients integer,
	approved_by bigint,
	approved_at timestamptz,
	stage smallint not null default 0,
	stages smallint,
	-- The next stage begins by itself so many minutes after the one before; empty: by hand.
	stage_minutes integer check (stage_minutes between 1 and 1440),
	next_stage_at timestamptz,
	ended_by bigint,
	ended_at timestamptz,
	-- Why it was stopped, dropped or taken back, for other officers.
	ended_reason text,
	correction_vi text,
	correction_en text,
	corrected_at timestamptz
);

-- A subtree of areas is one range of this index.
create index alert_newest on alerts.alert (area_path collate "C", drafted_at desc, alert_id desc);
create index alert_moving on alerts.alert (alert_id) where state in ('sending', 'recalling');

create table alerts.alert_case (
	alert_id bigint not null,
	case_id bigint not null,
	primary key (alert_id, case_id)
);

create index alert_case_case on alerts.alert_case (case_id);

-- Who is to be told, fixed when the alert is handed in.
create table alerts.recipient (
	alert_id bigint not null,
	person_id bigint not null,
	stage smallint not null check (stage between 1 and 3),
	released_at timestamptz,
	primary key (alert_id, person_id)
);

create index recipient_next on alerts.recipient (alert_id, stage, person_id) where released_at is null;

-- Who was told of an event, by whichever alert. A recall makes room for the right one.
create table alerts.told (
	person_id bigint not null,
	event bytea not null,
	alert_id bigint not null,
	primary key (person_id, event)
);

create index told_alert on alerts.told (alert_id);
