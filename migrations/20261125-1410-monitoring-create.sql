-- Who is to report their health every day: in isolation, in a cordoned area, or after meeting a case.
create schema monitoring;

create table monitoring.duty (
	person_id bigint not null,
	duty_id bigint not null,
	-- What it follows from: the isolation order, the cordon, or the contact with a case.
	kind text not null check (kind in ('isolation', 'cordon', 'contact')),
	source_id bigint not null,
	-- Whose officers look after the person.
	area_path text not null,
	disease text not null,
	reports_a_day smallint not null check (reports_a_day between 1 and 4),
	-- Days of Viet Nam, the last one included; a cordon may have no last day yet.
	from_on date not null,
	until_on date check (until_on >= from_on),
	begun_at timestamptz not null,
	ended_at timestamptz,
	ended_reason text,
	primary key (person_id, duty_id),
	constraint duty_once unique (person_id, kind, source_id)
);

create index duty_source on monitoring.duty (source_id);
-- A subtree of areas is one range of this index.
create index duty_area on monitoring.duty (area_path collate "C", person_id) where ended_at is null;
