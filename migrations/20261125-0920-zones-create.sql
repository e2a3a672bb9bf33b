-- Areas an authority has cordoned off (khoanh vùng), and until when.
create schema zones;

create table zones.cordon (
	cordon_id bigint primary key,
	area_id integer not null,
	area_path text not null,
	-- A part of the area: a tổ dân phố, a thôn, a building. Homes are known by commune, so it stops nobody at a door.
	part text,
	-- Half-open; an empty end is open. What was decided, and until when it really held.
	holds_from timestamptz not null,
	decided_until timestamptz,
	holds_until timestamptz,
	decided_by text not null,
	decision_number text not null,
	-- When the people and organisations concerned were told.
	notice_at timestamptz,
	declared_by bigint,
	declared_at timestamptz not null,
	ended_at timestamptz,
	ended_by bigint,
	end_decision text,
	check (holds_until >= holds_from)
);

create index cordon_area on zones.cordon (area_id);
-- A subtree of areas is one range of this index.
create index cordon_newest on zones.cordon (area_path collate "C", declared_at desc, cordon_id desc);

-- Declaring it twice is the same cordon.
create unique index cordon_once on zones.cordon (area_id, part, decision_number) nulls not distinct
	where ended_at is null;
