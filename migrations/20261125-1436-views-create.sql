-- Filters that officers come back to, by name; their own, or shared with the officers of an area.
create schema views;

create table views.saved_view (
	view_id bigint primary key,
	owner_id bigint not null,
	-- With whom it is shared: the officers of this area and below; empty while it is the owner's alone.
	area_path text,
	name text not null,
	filter jsonb not null,
	saved_at timestamptz not null,
	constraint view_name unique (owner_id, name)
);

create index view_area on views.saved_view (area_path) where area_path is not null;
