import { sql } from '#platform/sql';
import type { ExtentRow } from './extent.ts';

export interface CordonRow {
	cordon_id: string;
	area_id: number;
	area_path: string;
	part: string | null;
	shape: ExtentRow['shape'];
	stops_residents: boolean;
	disease: string;
	reports_a_day: number;
	holds_from: Date;
	decided_until: Date | null;
	holds_until: Date | null;
	decided_by: string;
	decision_number: string;
	notice_at: Date | null;
	declared_by: string | null;
	declared_at: Date;
	ended_at: Date | null;
	end_decision: string | null;
}

export const insertCordon = (row: CordonRow & ExtentRow) => sql`
	insert into zones.cordon (cordon_id, area_id, area_path, part, shape, households_sealed, outline, west, south, east,
		north, stops_residents, disease, reports_a_day, holds_from, decided_until, holds_until, decided_by,
		decision_number, notice_at, declared_by, declared_at)
	values (${row.cordon_id}, ${row.area_id}, ${row.area_path}, ${row.part}, ${row.shape}, ${row.households_sealed},
		${row.outline}, ${row.box?.west ?? null}, ${row.box?.south ?? null}, ${row.box?.east ?? null},
		${row.box?.north ?? null}, ${row.stops_residents}, ${row.disease}, ${row.reports_a_day}, ${row.holds_from},
		${row.decided_until}, ${row.holds_until}, ${row.decided_by}, ${row.decision_number}, ${row.notice_at},
		${row.declared_by}, ${row.declared_at})
	on conflict do nothing`;

export const selectSameCordon = (row: CordonRow) => sql<{ cordon_id: string }>`
	select cordon_id from zones.cordon
	where area_id = ${row.area_id} and part is not distinct from ${row.part}::text
		and decision_number = ${row.decision_number} and ended_at is null`;

export const selectCordonArea = (cordonId: string) => sql<{ area_path: string }>`
	select area_path from zones.cordon where cordon_id = ${cordonId}`;

export const selectCordon = (cordonId: string) => sql<CordonRow & Pick<ExtentRow, 'households_sealed' | 'outline'>>`
	select cordon_id, area_id, area_path, part, shape, households_sealed, outline, stops_residents, disease, reports_a_day,
		holds_from, decided_until, holds_until, decided_by, decision_number, notice_at, declared_by, declared_at, ended_at,
		end_decision
	from zones.cordon
	where cordon_id = ${cordonId}`;

/** Held still, so that two changes follow each other. */
export const lockCordon = (cordonId: string) => sql<CordonRow>`
	select cordon_id, area_id, area_path, part, shape, stops_residents, disease, reports_a_day, holds_from, decided_until,
		holds_until, decided_by, decision_number, notice_at, declared_by, declared_at, ended_at, end_decision
	from zones.cordon
	where cordon_id = ${cordonId}
	for update`;

export const updateNotice = (cordonId: string, noticeAt: Date) => sql`
	update zones.cordon set notice_at = ${noticeAt}
	where cordon_id = ${cordonId}`;

/** Without an extent it stays as it was. */
export const updateCordon = (change: {
	cordonId: string;
	until: Date | null;
	extent: ExtentRow | null;
	stopsResidents: boolean;
}) => {
	const { cordonId, until, stopsResidents } = change;
	if (!change.extent)
		return sql`
			update zones.cordon set holds_until = ${until}, decided_until = ${until}, stops_residents = ${stopsResidents}
			where cordon_id = ${cordonId}`;
	const { part, shape, households_sealed, outline, box } = change.extent;
	return sql`
		update zones.cordon
		set holds_until = ${until}, decided_until = ${until}, stops_residents = ${stopsResidents}, part = ${part},
			shape = ${shape}, households_sealed = ${households_sealed}, outline = ${outline}, west = ${box?.west ?? null},
			south = ${box?.south ?? null}, east = ${box?.east ?? null}, north = ${box?.north ?? null}
		where cordon_id = ${cordonId}`;
};

/** Ends a cordon that is not over; one that has not begun never holds. */
export const endCordon = (end: { cordonId: string; by: string | null; decision: string; now: Date }) => sql`
	update zones.cordon
	set ended_at = ${end.now}, ended_by = ${end.by}, end_decision = ${end.decision},
		holds_until = greatest(holds_from, ${end.now})
	where cordon_id = ${end.cordonId} and ended_at is null and (holds_until is null or holds_until > ${end.now})`;

/**
 * One page of the cordons in some ranges of area paths, the newest first, continuing before (declared_at, cordon_id).
 * `isOver`: true, false, or null for both.
 */
export const selectCordons = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	isOver: boolean | null;
	now: Date;
	before: { at: Date; id: string };
	limit: number;
}) => sql<CordonRow>`
	select c.cordon_id, c.area_id, c.area_path, c.part, c.shape, c.stops_residents, c.disease, c.reports_a_day, c.holds_from, c.decided_until, c.holds_until, c.decided_by,
		c.decision_number, c.notice_at, c.declared_by, c.declared_at, c.ended_at, c.end_decision
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.cordon_id, k.area_id, k.area_path, k.part, k.shape, k.stops_residents, k.disease, k.reports_a_day, k.holds_from, k.decided_until, k.holds_until, k.decided_by,
			k.decision_number, k.notice_at, k.declared_by, k.declared_at, k.ended_at, k.end_decision
		from zones.cordon k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.declared_at, k.cordon_id) < (${page.before.at}, ${page.before.id}::bigint)
			and (${page.isOver}::boolean is null
				or coalesce(k.holds_until <= ${page.now}, false) = ${page.isOver})
		order by k.declared_at desc, k.cordon_id desc
		limit ${page.limit}
	) c
	order by c.declared_at desc, c.cordon_id desc
	limit ${page.limit}`;

/** One page of what is cordoned at a moment, the newest first, continuing before (holds_from, cordon_id). */
export const selectHolding = (at: Date, before: { at: Date; id: string }, limit: number) => sql<CordonRow>`
	select cordon_id, area_id, area_path, part, shape, stops_residents, disease, reports_a_day, holds_from, decided_until, holds_until, decided_by, decision_number,
		notice_at, declared_by, declared_at, ended_at, end_decision
	from zones.cordon
	where holds_from <= ${at} and (holds_until is null or holds_until > ${at})
		and (holds_from, cordon_id) < (${before.at}, ${before.id}::bigint)
	order by holds_from desc, cordon_id desc
	limit ${limit}`;

/** Until when any whole area is cordoned, for all that is known. */
export const selectLastEnd = () => sql<{ last: Date | null }>`
	select max(coalesce(holds_until, '9999-12-31T00:00:00Z')) as last from zones.cordon where part is null`;

export interface HomeCordonRow {
	person_id: string;
	cordon_id: string;
	area_path: string;
	holds_from: Date;
	holds_until: Date | null;
}

/** The cordons around the homes of some people within [from, until]. Asked in every batch while there are any. */
export const selectHomeCordons = (persons: readonly string[], from: Date, until: Date) => sql<HomeCordonRow>`
	select p.person_id, c.cordon_id, c.area_path, c.holds_from, c.holds_until
	from unnest(${persons}::bigint[]) as asked (person_id)
	join identity.person p on p.person_id = asked.person_id
	join areas.unit u on u.area_id = p.area_id
	join zones.cordon c on c.area_id = any (string_to_array(u.path, '.')::integer[])
	where c.part is null and c.holds_from <= ${until} and (c.holds_until is null or c.holds_until > ${from})`;

/** Who lives in what is cordoned at a moment, each once. */
export const selectCordoned = (at: Date, limit: number) => sql<{ person_id: string }>`
	select p.person_id
	from identity.person p
	where p.area_id in (
		select u.area_id
		from zones.cordon c
		join areas.unit u on u.path collate "C" >= c.area_path and u.path collate "C" < c.area_path || '/'
			and (u.path = c.area_path or starts_with(u.path, c.area_path || '.'))
		where c.part is null and c.holds_from <= ${at} and (c.holds_until is null or c.holds_until > ${at})
	)
	order by p.person_id
	limit ${limit}`;

/** The cordons that hold at a moment and whose box holds a position. */
export const selectAround = ({ latitude, longitude }: { latitude: number; longitude: number }, at: Date) => sql<
	CordonRow & { outline: string }
>`
	select cordon_id, area_id, area_path, part, shape, stops_residents, disease, reports_a_day, holds_from, decided_until,
		holds_until, decided_by, decision_number, notice_at, declared_by, declared_at, ended_at, end_decision, outline
	from zones.cordon
	where outline is not null and west <= ${longitude} and east >= ${longitude} and south <= ${latitude}
		and north >= ${latitude} and holds_from <= ${at} and (holds_until is null or holds_until > ${at})
	order by holds_from desc, cordon_id
	limit 50`;

/** Cordons that are over and whose residents may still have a duty. */
export const selectWithDuties = (now: Date) => sql<{ cordon_id: string }>`
	select cordon_id
	from zones.cordon
	where duties_ended_at is null and holds_until <= ${now}
	order by holds_until, cordon_id
	limit 500`;

export const markDutiesEnded = (cordonId: string, now: Date) => sql`
	update zones.cordon set duties_ended_at = ${now}
	where cordon_id = ${cordonId} and holds_until <= ${now}`;
