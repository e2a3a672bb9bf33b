import { sql } from '#platform/sql';

/** Until when any cordon that stops the people of its roster holds, for all that is known. */
export const selectLastEnd = () => sql<{ last: Date | null }>`
	select max(coalesce(holds_until, '9999-12-31T00:00:00Z')) as last
	from zones.cordon
	where stops_residents and part is not null`;

export interface RosterCordonRow {
	person_id: string;
	cordon_id: string;
	area_path: string;
	holds_from: Date;
	holds_until: Date | null;
}

/** Asked in every batch while there is such a cordon: one index look-up a person. */
export const selectRosterCordons = (persons: readonly string[], from: Date, until: Date) => sql<RosterCordonRow>`
	select r.person_id, c.cordon_id, c.area_path, greatest(c.holds_from, r.joined_at) as holds_from, c.holds_until
	from unnest(${persons}::bigint[]) as asked (person_id)
	join residents.resident r on r.person_id = asked.person_id and r.left_at is null
	join zones.cordon c on c.cordon_id = r.cordon_id
	where c.stops_residents and c.part is not null and r.joined_at <= ${until}
		and c.holds_from <= ${until} and (c.holds_until is null or c.holds_until > ${from})`;

/** Who is on the roster of such a cordon at a moment, each once. */
export const selectRostered = (at: Date, limit: number) => sql<{ person_id: string }>`
	select distinct r.person_id
	from zones.cordon c
	join residents.resident r on r.cordon_id = c.cordon_id and r.left_at is null
	where c.stops_residents and c.part is not null and c.holds_from <= ${at}
		and (c.holds_until is null or c.holds_until > ${at})
	order by r.person_id
	limit ${limit}`;
