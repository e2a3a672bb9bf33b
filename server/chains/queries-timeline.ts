import { idArray, sql } from '#platform/sql';

export interface StayRow {
	place_id: string;
	entered_at: Date;
	left_at: Date | null;
	left_known: number;
}

/** Where a person was, under whichever id, between two moments, the earliest first. */
export const selectStays = (persons: readonly string[], from: Date, until: Date, limit: number) => sql<StayRow>`
	select place_id, entered_at, left_at, left_known
	from visits.visit
	where person_id = any (${idArray(persons)}::bigint[]) and entered_at >= ${from} and entered_at < ${until}
	order by entered_at, place_id
	limit ${limit}`;

export interface HeldRow {
	kind: string;
	holds_from: Date;
	holds_until: Date;
}

/** When orders held that somebody stays where they are. */
export const selectHeld = (persons: readonly string[], from: Date, until: Date, limit: number) => sql<HeldRow>`
	select kind, holds_from, holds_until
	from isolation.isolation_order
	where person_id = any (${idArray(persons)}::bigint[]) and holds_until > ${from} and holds_from < ${until}
	order by holds_from
	limit ${limit}`;
