-- Isolation sites: their beds, and who lies in which, since when.
create schema sites;

create table sites.site (
	site_id bigint primary key,
	area_path text not null,
	name text not null,
	address text not null,
	contact text,
	opened_at timestamptz not null,
	opened_by bigint,
	closed_at timestamptz
);

create index site_area on sites.site (area_path collate "C", site_id);

create table sites.bed (
	site_id bigint not null,
	bed_id bigint not null,
	building text not null,
	floor text not null,
	room text not null,
	bed text not null,
	-- Whom the room is for.
	sex text not null check (sex in ('any', 'female', 'male')),
	-- Only a usable bed is taken.
	state text not null default 'usable' check (state in ('usable', 'cleaning', 'broken')),
	primary key (site_id, bed_id),
	constraint bed_once unique (site_id, building, floor, room, bed)
);

-- Somebody lay in a bed from a moment until a moment. Rows end and are never removed.
create table sites.stay (
	site_id bigint not null,
	stay_id bigint not null,
	bed_id bigint not null,
	person_id bigint not null,
	-- The isolation order that keeps them there.
	order_id bigint not null,
	begun_at timestamptz not null,
	begun_by bigint,
	left_at timestamptz,
	primary key (site_id, stay_id)
);

-- No bed has two people, and nobody two beds of a site.
create unique index stay_bed_once on sites.stay (site_id, bed_id) where left_at is null;
create unique index stay_person_once on sites.stay (site_id, order_id) where left_at is null;
create index stay_order on sites.stay (order_id, begun_at);
create index stay_newest on sites.stay (site_id, begun_at desc, stay_id desc);
