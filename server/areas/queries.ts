import { type Sql, sql } from '#platform/sql';
import type { Extent } from './source.ts';
import type { Level } from './unit-name.ts';

export interface AreaRow {
	area_id: number;
	code: string;
	level: Level;
	parent_id: number | null;
	path: string;
	name: string;
	name_en: string;
	kind: string | null;
	valid_from: string;
	valid_until: string | null;
	/** Names, in Vietnamese and English, of the units it lies in: the nearest first, the country left out. */
	above: [string, string][];
}

/** The rows of the view `areas.area`, which adds the names above. */
export const selectAreas = (ids: readonly number[]): Sql<AreaRow> => sql<AreaRow>`
	select area_id, code, level, parent_id, path, name, name_en, kind, valid_from, valid_until, above
	from areas.area
	where area_id = any(${ids}::integer[])`;

export const selectAreaByCode = (level: Level, code: string, onDay: string): Sql<AreaRow> => sql<AreaRow>`
	select area_id, code, level, parent_id, path, name, name_en, kind, valid_from, valid_until, above
	from areas.area
	where level = ${level}
		and (code = ${code} or area_id in (select alias.area_id from areas.alias where alias.level = ${level} and alias.code = ${code}))
		and valid_from <= ${onDay}
		and (valid_until is null or valid_until > ${onDay})
	order by (code = ${code}) desc, valid_from desc
	limit 1`;

/** Without a parent: the provinces. */
export const selectChildren = (parentId: number | null, onDay: string): Sql<AreaRow> => sql<AreaRow>`
	select area_id, code, level, parent_id, path, name, name_en, kind, valid_from, valid_until, above
	from areas.area
	where (parent_id = ${parentId}::integer or (${parentId}::integer is null and level = 'province'))
		and valid_from <= ${onDay}
		and (valid_until is null or valid_until > ${onDay})
	order by sort_key collate "C", code
	limit 1000`;

/** The name is the text, begins with it, or has it inside; what agrees in its diacritics too comes first. */
export const searchAreas = (search: {
	folded: string;
	text: string;
	level: Level | null;
	withinPath: string | null;
	onDay: string;
	limit: number;
}): Sql<AreaRow> => sql<AreaRow>`
	select area_id, code, level, parent_id, path, name, name_en, kind, valid_from, valid_until, above
	from areas.area
	where strpos(folded, ${search.folded}) > 0
		and level <> 'country'
		and (${search.level}::text is null or level = ${search.level})
		and (${search.withinPath}::text is null or starts_with(path, ${search.withinPath}::text || '.'))
		and valid_from <= ${search.onDay}
		and (valid_until is null or valid_until > ${search.onDay})
	order by
		case
			when ${search.folded} in (folded_bare, folded) then 0
			when starts_with(folded_bare, ${search.folded}) or starts_with(folded, ${search.folded}) then 1
			else 2
		end,
		(strpos(lower(name), ${search.text}) > 0) desc,
		case level when 'province' then 0 when 'district' then 1 else 2 end,
		sort_key collate "C",
		code
	limit ${search.limit}`;

export interface SuccessionRow extends AreaRow {
	extent: Extent;
}

/**
 * What a unit became. For a commune the recorded links; for a district the communes its own became, for a province the
 * provinces these lie in.
 */
export const selectSuccessors = (unit: {
	areaId: number;
	path: string;
	level: Level;
}): Sql<SuccessionRow> => sql<SuccessionRow>`
	with link as (
		select
			case when ${unit.level} = 'province' then successor.parent_id else successor.area_id end as area_id,
			succession.extent
		from areas.succession
		join areas.unit as old on old.area_id = succession.old_id
		join areas.unit as successor on successor.area_id = succession.new_id
		where old.area_id = ${unit.areaId} or starts_with(old.path, ${unit.path}::text || '.')
	), successor as (
		select
			area_id,
			case when bool_or(extent = 'unknown') then 'unknown' when count(*) over () > 1 then 'part' else min(extent) end as extent
		from link
		group by area_id
	)
	select area.area_id, code, level, parent_id, path, name, name_en, kind, valid_from, valid_until, above, successor.extent
	from successor
	join areas.area on area.area_id = successor.area_id
	order by sort_key collate "C", code
	limit 500`;

/** What a unit was made of. For a province the old provinces of its communes' predecessors. */
export const selectPredecessors = (unit: {
	areaId: number;
	path: string;
	level: Level;
}): Sql<SuccessionRow> => sql<SuccessionRow>`
	with link as (
		select
			case when ${unit.level} = 'province' then split_part(old.path, '.', 2)::integer else old.area_id end as area_id,
			succession.extent
		from areas.succession
		join areas.unit as old on old.area_id = succession.old_id
		join areas.unit as successor on successor.area_id = succession.new_id
		where successor.area_id = ${unit.areaId} or starts_with(successor.path, ${unit.path}::text || '.')
	), predecessor as (
		select
			area_id,
			case when bool_or(extent = 'unknown') then 'unknown' when bool_or(extent = 'part') then 'part' else 'whole' end as extent
		from link
		group by area_id
	)
	select area.area_id, code, level, parent_id, path, name, name_en, kind, valid_from, valid_until, above, predecessor.extent
	from predecessor
	join areas.area on area.area_id = predecessor.area_id
	order by sort_key collate "C", code
	limit 500`;

export const selectIsEmpty = () => sql<{ empty: boolean }>`
	select not exists (select 1 from areas.unit) as empty`;
