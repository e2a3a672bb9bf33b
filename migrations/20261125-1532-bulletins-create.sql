-- What each area is told in the morning about the day before: written once and never changed.
create schema bulletins;

create table bulletins.bulletin (
	area_path text not null,
	-- The day it tells of.
	day date not null,
	written_at timestamptz not null,
	content jsonb not null,
	primary key (area_path, day)
);

create index bulletin_day on bulletins.bulletin (day);
