-- Makes daily reports possible: what people answered, what follows from it for each duty, and whom it must reach.

-- The forms and rules by which a duty is kept: the form's name in forms.current_form.
alter table monitoring.duty add column form text not null default 'daily-report';

-- Everybody one reminder goes to: those who share a phone.
alter table monitoring.duty add column household_id bigint;

-- Of several open duties of one person in one area one is on the lists, so that nobody is there twice.
alter table monitoring.duty add column leads boolean not null default true;

-- What follows from the columns below and the day (server/monitoring/assess-state.ts); the turn of the day rewrites it.
alter table monitoring.duty add column state text not null default 'coming' check (state in
	('coming', 'asymptomatic', 'symptomatic', 'not-reported', 'needs-review', 'due-to-end', 'ended'));

-- The newest report, by its day in Viet Nam and its slot of the day.
alter table monitoring.duty add column last_report_on date;

alter table monitoring.duty add column last_slot smallint;

alter table monitoring.duty add column is_symptomatic boolean not null default false;

-- The first day with symptoms of this watch, and the last one.
alter table monitoring.duty add column onset_on date;

alter table monitoring.duty add column last_symptom_on date;

-- A report without symptoms on or after this day shows that they are over.
alter table monitoring.duty add column clear_on date;

alter table monitoring.duty add column positive_on date;

alter table monitoring.duty add column reviewed_on date;

-- A report changes no indexed column while somebody stays well: room for its new version on the same page.
alter table monitoring.duty set (fillfactor = 75);

create index duty_list on monitoring.duty (state, area_path collate "C", person_id) where leads;

create index duty_household on monitoring.duty (household_id) where ended_at is null;

-- How many people are in which state where, as differences: they are summed up when asked, and folded by a job.
create table monitoring.tally (
	area_path text not null,
	state text not null,
	people integer not null
);

create index tally_area on monitoring.tally (area_path collate "C");

-- The day whose turn has been written into every duty's state.
create table monitoring.turn (
	only_one boolean primary key default true check (only_one),
	turned_on date not null
);

create table monitoring.report (
	person_id bigint not null,
	-- The day in Viet Nam the report is about.
	day date not null,
	-- 0 where one report a day is due; else 1 to 4 in the order of the day.
	slot smallint not null check (slot between 0 and 4),
	-- Made by the client: the same report sent twice is one.
	report_id uuid not null,
	reported_at timestamptz not null,
	recorded_at timestamptz not null,
	channel text not null check (channel in
		('self', 'household', 'sms-link', 'sms-answer', 'staff-round', 'phone-call')),
	-- The account or staff that sent it; empty when it came through a link or a message.
	reported_by bigint,
	form_url text not null,
	form_version text not null,
	answers_sealed bytea not null,
	rule text not null,
	rule_area text not null,
	rule_version integer not null,
	level text not null check (level in ('green', 'amber', 'red')),
	reasons text[] not null,
	primary key (person_id, day, slot)
) partition by range (day);

-- What was said later about the same slot. The first report stays as it was; the newest of these counts.
create table monitoring.report_correction (
	person_id bigint not null,
	day date not null,
	slot smallint not null,
	report_id uuid not null,
	reported_at timestamptz not null,
	recorded_at timestamptz not null,
	channel text not null,
	reported_by bigint,
	form_url text not null,
	form_version text not null,
	answers_sealed bytea not null,
	rule text not null,
	rule_area text not null,
	rule_version integer not null,
	level text not null,
	reasons text[] not null,
	primary key (person_id, day, slot, report_id)
) partition by range (day);

-- A red answer, for the station of each area that watches the person, until somebody did something about it.
create table monitoring.alarm (
	alarm_id bigint primary key,
	person_id bigint not null,
	area_path text not null,
	day date not null,
	slot smallint not null,
	raised_at timestamptz not null,
	is_urgent boolean not null,
	reasons text[] not null,
	handled_at timestamptz,
	handled_by bigint,
	handled_authority text,
	handled_note text,
	constraint alarm_once unique (person_id, day, slot, area_path)
);

create index alarm_open on monitoring.alarm (area_path collate "C", raised_at) where handled_at is null;

-- Who has left an area whose station watched them, and for which area.
create table monitoring.departure (
	duty_id bigint not null,
	person_id bigint not null,
	area_path text not null,
	to_area_path text not null,
	moved_at timestamptz not null,
	primary key (duty_id, moved_at)
);

create index departure_list on monitoring.departure (area_path collate "C", person_id);

-- What those who share a phone chose, and the link they report by. A new version makes the old link void.
create table monitoring.household (
	household_id bigint primary key,
	remind_from smallint check (remind_from between 6 and 19),
	link_version integer not null default 1
);

create table monitoring.link (
	token_hash bytea primary key,
	household_id bigint not null,
	link_version integer not null
);

-- Whom a reminder was handed over for, once for each slot.
create table monitoring.reminder (
	household_id bigint not null,
	day date not null,
	slot smallint not null,
	queued_at timestamptz not null,
	primary key (household_id, day, slot)
) partition by range (day);

-- When reminders go out, and how long reports are kept. Operators add a version; none is ever changed.
create table monitoring.rule (
	version integer primary key,
	-- Hours of the day in Viet Nam; nobody is reminded before the first or from the last on.
	morning_from smallint not null check (morning_from between 6 and 11),
	afternoon_from smallint not null check (afternoon_from between 12 and 19),
	window_hours smallint not null check (window_hours between 1 and 6),
	night_from smallint not null check (night_from between 18 and 22),
	keep_days integer not null check (keep_days between 1 and 3650),
	valid_from timestamptz not null,
	decision text not null
);

insert into monitoring.turn (turned_on) values ('2026-01-01');

-- The same as assessState in server/monitoring/assess-state.ts, for a million rows at once; a test holds the two together.
create function monitoring.state_on(d monitoring.duty, today date) returns text language sql immutable as $$
	select case
		when (d).ended_at is not null then 'ended'
		when today < (d).from_on then 'coming'
		when (d).is_symptomatic then 'symptomatic'
		when (d).positive_on is not null and ((d).reviewed_on is null or (d).reviewed_on < (d).positive_on)
			then 'needs-review'
		when (d).last_report_on < (d).clear_on and (d).last_symptom_on is not null
			and ((d).reviewed_on is null or (d).reviewed_on < (d).last_symptom_on) then 'needs-review'
		when (d).last_report_on >= (d).until_on then 'due-to-end'
		when today > (d).until_on then 'needs-review'
		when today > greatest((d).last_report_on, (d).from_on - 1) + 1 then 'not-reported'
		else 'asymptomatic'
	end
$$;

-- Who was called or visited because they had not reported, or for what they had, and what came of it.
create table monitoring.contact_attempt (
	person_id bigint not null,
	attempt_id bigint not null,
	at timestamptz not null,
	tried_by bigint,
	authority text not null,
	outcome text not null check (outcome in ('reached', 'no-answer', 'wrong-number', 'visited')),
	note text not null,
	primary key (person_id, attempt_id)
);

-- What an officer found after looking: from then on nothing of it needs review.
create table monitoring.review (
	person_id bigint not null,
	review_id bigint not null,
	at timestamptz not null,
	reviewed_by bigint,
	authority text not null,
	note text not null,
	primary key (person_id, review_id)
);
