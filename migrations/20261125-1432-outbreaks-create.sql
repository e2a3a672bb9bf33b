-- Outbreaks as the law knows them: determined, made public within 24 hours, ended; cases belong to one or to none.
create schema outbreaks;

create table outbreaks.outbreak (
	outbreak_id bigint primary key,
	name text not null,
	disease text not null,
	area_path text not null,
	-- Days of Viet Nam, the last one included; empty while it goes on.
	from_on date not null,
	until_on date check (until_on >= from_on),
	determined_at timestamptz not null,
	-- Where in the area: Thông tư 15/2026 Đ2 knows outbreaks below the commune, a hamlet, a school, an office.
	location text not null,
	advice text not null,
	decision text not null,
	note text,
	declared_by bigint,
	declared_at timestamptz not null,
	ended_by bigint,
	ended_at timestamptz,
	end_decision text
);

-- A subtree of areas is one range of this index.
create index outbreak_area on outbreaks.outbreak (area_path collate "C", declared_at desc, outbreak_id desc);

create index outbreak_newest on outbreaks.outbreak (declared_at desc, outbreak_id desc);

-- The forms to publish with. Operators add a version; none is ever changed.
create table outbreaks.notice_template (
	form text not null check (form in ('beginning', 'end')),
	version integer not null,
	title text not null,
	body text not null,
	-- The official texts of the forms are not public yet: what is shipped says of itself that it is a sample.
	is_sample boolean not null,
	source text not null,
	primary key (form, version)
);

create table outbreaks.notice (
	outbreak_id bigint not null,
	form text not null check (form in ('beginning', 'end')),
	template_version integer not null,
	title text not null,
	body text not null,
	published_by bigint,
	published_at timestamptz not null,
	primary key (outbreak_id, form)
);
