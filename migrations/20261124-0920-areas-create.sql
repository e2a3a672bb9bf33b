-- Viet Nam's units, each with the days it was in force, so that any question can be asked as of a date.
create schema areas;

create table areas.unit (
	area_id integer primary key,
	code text not null,
	level text not null check (level in ('country', 'province', 'district', 'commune')),
	parent_id integer references areas.unit,
	-- Ids from the country down, joined by dots: a subtree is one range of this column.
	path text not null,
	name text not null,
	name_en text not null,
	-- What sort of unit the name says it is (Phường, Xã, Quận …); the country has none.
	kind text,
	-- The name, and the name without its kind, without diacritics and in lower case, for search.
	folded text not null,
	folded_bare text not null,
	-- Orders names as a Vietnamese dictionary does.
	sort_key text not null,
	valid_from date not null,
	-- The first day it was no longer in force.
	valid_until date
);

create unique index unit_code on areas.unit (level, code, valid_from);
create unique index unit_path on areas.unit (path collate "C");
create index unit_parent on areas.unit (parent_id);

-- Other codes under which sources know a unit.
create table areas.alias (
	level text not null,
	code text not null,
	area_id integer not null references areas.unit,
	primary key (level, code, area_id)
);

-- Which old unit became which new one. An old unit with several rows was split.
create table areas.succession (
	old_id integer not null references areas.unit,
	new_id integer not null references areas.unit,
	-- 'unknown' where the source gives one successor without saying whether there are others.
	extent text not null check (extent in ('whole', 'part', 'unknown')),
	primary key (old_id, new_id)
);

create index succession_new on areas.succession (new_id);

-- A unit with the names of those it lies in, the nearest first and the country left out.
create view areas.area as
select
	unit.area_id, unit.code, unit.level, unit.parent_id, unit.path, unit.name, unit.name_en, unit.kind,
	unit.folded, unit.folded_bare, unit.sort_key, unit.valid_from, unit.valid_until,
	case
		when parent.area_id is null or parent.level = 'country' then '[]'::jsonb
		when grandparent.level = 'country'
			then jsonb_build_array(jsonb_build_array(parent.name, parent.name_en))
		else jsonb_build_array(
			jsonb_build_array(parent.name, parent.name_en),
			jsonb_build_array(grandparent.name, grandparent.name_en)
		)
	end as above
from areas.unit
left join areas.unit as parent on parent.area_id = unit.parent_id
left join areas.unit as grandparent on grandparent.area_id = parent.parent_id;
