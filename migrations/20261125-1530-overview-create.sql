-- How many report their health each day, by area: counted each minute for today and once more for days that are over.
create schema overview;

create table overview.area_day (
	-- The area and everything below it; the country included.
	area_path text not null,
	-- The path of the area it lies in; empty for the country.
	parent_path text not null,
	day date not null,
	-- Who was to report that day, who did, whose answer was red, and how many cases were opened.
	due integer not null,
	reported integer not null,
	red integer not null,
	cases integer not null,
	-- How it stood at the last count of that day; empty where nobody counted that day itself.
	watched integer,
	silent integer,
	symptomatic integer,
	needs_review integer,
	due_to_end integer,
	red_waiting integer,
	beds integer,
	beds_free integer,
	primary key (area_path, day)
);

-- Written anew each minute without touching an index.
alter table overview.area_day set (fillfactor = 60);

-- The table of an area: those right below it on a day; and all of a day.
create index area_day_below on overview.area_day (day, parent_path);

-- When each day was counted last.
create table overview.counted (
	day date primary key,
	counted_at timestamptz not null
);

-- How small a number may be that an analyst sees, and how long days are kept. Operators add a version; none is ever changed.
create table overview.setting (
	version integer primary key,
	smallest integer not null check (smallest between 1 and 1000),
	keep_days integer not null check (keep_days between 14 and 3650),
	valid_from timestamptz not null,
	decision text not null
);

-- The red answers of a day, whatever became of them.
create index alarm_day on monitoring.alarm (day);

-- What waits for a second officer, for the list of what to do now.
create index alert_waiting on alerts.alert (area_path collate "C", submitted_at) where state = 'waiting';

create index list_request_waiting on contacts.list_request (requested_at) where decided_at is null;

create index notice_proposed on venues.notice (area_path collate "C", proposed_at) where state = 'proposed';

create index contact_found on contacts.contact (case_id) where state = 'found';
