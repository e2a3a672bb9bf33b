import { sql } from '#platform/sql';

export interface FloorRoundRow {
	building: string;
	floor: string;
	people: number;
	waiting: number;
}

/**
 * Of each floor somebody lies on: who is to report on a day, and who has yet to for the slot of now. `slots` are the slots
 * by how many reports a day are due, the first for one.
 */
export const selectFloorRounds = (
	siteId: string,
	{ day, slots }: { day: string; slots: readonly number[] },
	limit: number,
) => sql<FloorRoundRow>`
	select b.building, b.floor, count(u.due)::integer as people,
		count(u.due) filter (where not u.has_reported)::integer as waiting
	from sites.stay t
	join sites.bed b on b.site_id = t.site_id and b.bed_id = t.bed_id
	left join lateral (
		select 1 as due,
			coalesce(bool_or(d.last_report_on = ${day}::date and d.last_slot >= (${slots}::integer[])[d.reports_a_day]), false) as has_reported
		from monitoring.duty d
		where d.person_id = t.person_id and d.ended_at is null and d.from_on <= ${day}::date
			and (d.until_on is null or d.until_on >= ${day}::date)
		having count(*) > 0
	) u on true
	where t.site_id = ${siteId} and t.left_at is null
	group by b.building, b.floor
	order by b.building collate "vi-x-icu", length(b.floor), b.floor
	limit ${limit}`;

export interface LyingRow {
	bed_id: string;
	room: string;
	bed: string;
	person_id: string;
}

/** Who lies on a floor, in the order one walks: room by room, bed by bed. */
export const selectLying = (
	siteId: string,
	{ building, floor }: { building: string; floor: string },
	limit: number,
) => sql<LyingRow>`
	select b.bed_id, b.room, b.bed, t.person_id
	from sites.stay t
	join sites.bed b on b.site_id = t.site_id and b.bed_id = t.bed_id
	where t.site_id = ${siteId} and t.left_at is null and b.building = ${building} and b.floor = ${floor}
	order by length(b.room), b.room, length(b.bed), b.bed, b.bed_id
	limit ${limit}`;
