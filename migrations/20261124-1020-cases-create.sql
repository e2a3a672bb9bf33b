-- Cases, and the rules by which the people who met them are found.
create schema cases;

create table cases.contact_rule (
	rule text not null,
	version integer not null,
	disease text not null,
	name_vi text not null,
	name_en text not null,
	-- The infectious window, in days around the onset (or the sampling, when there were no symptoms).
	days_before integer not null check (days_before between 0 and 60),
	days_after integer not null check (days_after between 0 and 60),
	-- Sharing a place for less is not listed; 0 lists every overlap longer than nothing.
	minutes_min integer not null check (minutes_min between 0 and 1440),
	valid_from date not null,
	decision text not null,
	primary key (rule, version)
);

create table cases.case (
	case_id bigint primary key,
	person_id bigint not null,
	disease text not null,
	classification text not null check (classification in ('suspected', 'probable', 'confirmed', 'discarded')),
	-- The commune or province that leads the investigation.
	area_path text not null,
	onset_on date,
	sampled_on date,
	isolated_at timestamptz,
	rule text not null,
	rule_version integer not null,
	opened_by bigint,
	opened_at timestamptz not null,
	closed_at timestamptz,
	foreign key (rule, rule_version) references cases.contact_rule (rule, version)
);

-- A subtree of areas is one range of this index.
create index case_area on cases.case (area_path collate "C", opened_at desc, case_id desc);
create index case_newest on cases.case (opened_at desc, case_id desc);

-- One area investigates a person's illness once at a time: opening it twice is the same case.
create unique index case_open on cases.case (person_id, disease, area_path) where closed_at is null;
