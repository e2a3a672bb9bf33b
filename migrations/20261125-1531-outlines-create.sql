-- The edges of areas as an operator loads them, made coarse enough for the one map each is drawn on.
create schema outlines;

create table outlines.outline (
	area_id integer primary key,
	-- Rings of each polygon and what is too small to be one, in ten thousandths of a degree (shared/geo/coarse.ts).
	coarse text not null,
	loaded_at timestamptz not null
);
