import { sql } from '#platform/sql';

export interface ViewRow {
	view_id: string;
	owner_id: string;
	area_path: string | null;
	name: string;
	filter: Record<string, unknown>;
	saved_at: Date;
}

/** One name is one view of its owner: saved again it is replaced. */
export const upsertView = (row: ViewRow) => sql<{ view_id: string }>`
	insert into views.saved_view (view_id, owner_id, area_path, name, filter, saved_at)
	values (${row.view_id}, ${row.owner_id}, ${row.area_path}, ${row.name}, ${JSON.stringify(row.filter)}::jsonb,
		${row.saved_at})
	on conflict on constraint view_name
	do update set area_path = excluded.area_path, filter = excluded.filter, saved_at = excluded.saved_at
	returning view_id`;

/** The views of an officer and those shared in some areas, by name. */
export const selectViews = (ownerId: string, areas: readonly string[], limit: number) => sql<ViewRow>`
	select view_id, owner_id, area_path, name, filter, saved_at
	from views.saved_view
	where owner_id = ${ownerId} or area_path = any (${areas}::text[])
	order by name, view_id
	limit ${limit}`;

export const countViews = (ownerId: string) => sql<{ views: number }>`
	select count(*)::integer as views from views.saved_view where owner_id = ${ownerId}`;

export const deleteView = (viewId: string, ownerId: string) => sql`
	delete from views.saved_view where view_id = ${viewId} and owner_id = ${ownerId}`;
