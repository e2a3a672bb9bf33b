import { type Sql, sql } from '#platform/sql';
import type { Alias } from './gazetteer.ts';
import type { LinkRow } from './plan-links.ts';
import type { Level } from './unit-name.ts';

export interface UnitRow {
	area_id: number;
	code: string;
	level: Level;
	parent_id: number | null;
	path: string;
	name: string;
	name_en: string;
	kind: string | null;
	folded: string;
	folded_bare: string;
	sort_key: string;
	valid_from: string;
	valid_until: string | null;
}

/** One import at a time: two servers may start together. */
export const lockImport = () => sql`select pg_advisory_xact_lock(hashtext('vaora areas import'))`;

export const selectStoredUnits = () => sql<UnitRow>`
	select area_id, code, level, parent_id, path, name, name_en, kind, folded, folded_bare, sort_key, valid_from, valid_until
	from areas.unit
	order by area_id`;

export const selectAliases = () => sql<Alias>`
	select level, code, area_id as "areaId"
	from areas.alias`;

export const selectLinks = () => sql<LinkRow>`
	select old_id, new_id, extent
	from areas.succession`;

export const insertUnits = (rows: readonly UnitRow[]): Sql => sql`
	insert into areas.unit (
		area_id, code, level, parent_id, path, name, name_en, kind, folded, folded_bare, sort_key, valid_from, valid_until
	)
	select
		area_id, code, level, parent_id, path, name, name_en, kind, folded, folded_bare, sort_key, valid_from, valid_until
	from jsonb_populate_recordset(null::areas.unit, ${JSON.stringify(rows)}::jsonb)`;

export const updateUnits = (rows: readonly UnitRow[]): Sql => sql`
	update areas.unit
	set code = given.code, parent_id = given.parent_id, path = given.path, name = given.name, name_en = given.name_en,
		kind = given.kind, folded = given.folded, folded_bare = given.folded_bare, sort_key = given.sort_key
	from jsonb_populate_recordset(null::areas.unit, ${JSON.stringify(rows)}::jsonb) as given
	where unit.area_id = given.area_id`;

export const insertAliases = (aliases: readonly Alias[]): Sql => sql`
	insert into areas.alias (level, code, area_id)
	select level, code, "areaId"
	from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as given (level text, code text, "areaId" integer)
	on conflict do nothing`;

export const deleteLinksOf = (oldIds: readonly number[]): Sql => sql`
	delete from areas.succession
	where old_id = any(${oldIds}::integer[])`;

export const insertLinks = (rows: readonly LinkRow[]): Sql => sql`
	insert into areas.succession (old_id, new_id, extent)
	select old_id, new_id, extent
	from jsonb_populate_recordset(null::areas.succession, ${JSON.stringify(rows)}::jsonb)`;

/** Districts under a code of our own making whose communes the office's table knows to lie elsewhere. */
export const deleteEmptyOwnDistricts = (): Sql => sql`
	delete from areas.unit
	where level = 'district'
		and code ~ '[a-z]'
		and not exists (select 1 from areas.unit as child where child.parent_id = unit.area_id)
		and not exists (select 1 from areas.alias where alias.area_id = unit.area_id)
		and not exists (select 1 from areas.succession where unit.area_id in (old_id, new_id))`;
