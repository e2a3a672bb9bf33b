import { type Sql, sql } from '#platform/sql';

export interface NameRow {
	area_id: number;
	level: 'province' | 'commune';
	path: string;
	name: string;
	name_en: string;
	/** The name without what sort of unit it is. */
	bare: string;
	folded: string;
	folded_bare: string;
	/** Names, in Vietnamese and English, of the units it lies in: the nearest first. */
	above: [string, string][];
	/** For a commune in force: the paths of the provinces its land lay in before. */
	before: string[];
}

/** All communes and provinces in force on a day, or all that had ended by it. */
export const selectNames = (onDay: string, isInForce: boolean): Sql<NameRow> => sql<NameRow>`
	select
		area_id, level, path, name, name_en,
		case when kind is null then name else substr(name, length(kind) + 2) end as bare,
		folded, folded_bare, above,
		case when ${isInForce} and level = 'commune' then coalesce(former.paths, '{}') else '{}'::text[] end as before
	from areas.area
	left join (
		select succession.new_id, array_agg(distinct province.path) as paths
		from areas.succession
		join areas.unit as old on old.area_id = succession.old_id
		join areas.unit as province on province.area_id = split_part(old.path, '.', 2)::integer
		group by succession.new_id
	) as former on former.new_id = area.area_id
	where level in ('province', 'commune')
		and (valid_from <= ${onDay} and (valid_until is null or valid_until > ${onDay})) = ${isInForce}
	order by sort_key collate "C", code
	limit 30000`;

export const selectSuccessions = () => sql<{ old_id: number; new_id: number }>`
	select old_id, new_id
	from areas.succession
	order by old_id, new_id
	limit 50000`;
