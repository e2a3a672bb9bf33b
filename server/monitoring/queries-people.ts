import { idArray, sql } from '#platform/sql';
import type { State } from './assess-state.ts';
import type { Range } from './reach.ts';

export interface PersonRow {
	person_id: string;
	duty_id: string;
	household_id: string | null;
	kind: 'isolation' | 'cordon' | 'contact';
	area_path: string;
	disease: string;
	form: string;
	reports_a_day: number;
	from_on: string;
	until_on: string | null;
	state: State;
	last_report_on: string | null;
	last_slot: number | null;
	onset_on: string | null;
	last_symptom_on: string | null;
	positive_on: string | null;
	ended_at: Date | null;
	ended_reason: string | null;
}

export interface Page {
	range: Range;
	after: { areaPath: string; person: string };
	limit: number;
}

export const selectTurn = () => sql<{ turned_on: string }>`select turned_on from monitoring.turn where only_one`;

/** One page of those in a state in an area and all below it, in the order of areas, when the day's turn is written. */
export const selectPeople = (state: State, { range, after, limit }: Page) => sql<PersonRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on, state,
		last_report_on, last_slot, onset_on, last_symptom_on, positive_on, ended_at, ended_reason
	from monitoring.duty
	where leads and state = ${state} and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
		and (area_path collate "C", person_id) > (${after.areaPath}, ${after.person}::bigint)
	order by area_path collate "C", person_id
	limit ${limit}`;

/** The same by the day alone, whatever is written: for the minute after midnight. */
export const selectPeopleOn = (state: State, today: string, { range, after, limit }: Page) => sql<PersonRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on,
		monitoring.state_on(duty, ${today}::date) as state,
		last_report_on, last_slot, onset_on, last_symptom_on, positive_on, ended_at, ended_reason
	from monitoring.duty
	where leads and monitoring.state_on(duty, ${today}::date) = ${state}
		and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
		and (area_path collate "C", person_id) > (${after.areaPath}, ${after.person}::bigint)
	order by area_path collate "C", person_id
	limit ${limit}`;

/** Everybody of a household who is watched, by the day. */
export const selectHousehold = (householdId: string, today: string) => sql<PersonRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on,
		monitoring.state_on(duty, ${today}::date) as state,
		last_report_on, last_slot, onset_on, last_symptom_on, positive_on, ended_at, ended_reason
	from monitoring.duty
	where household_id = ${householdId} and leads and ended_at is null
	order by person_id, duty_id
	limit 200`;

/** Every watch of a person by all their ids, the open ones first. */
export const selectWatches = (persons: readonly string[], today: string) => sql<PersonRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on,
		monitoring.state_on(duty, ${today}::date) as state,
		last_report_on, last_slot, onset_on, last_symptom_on, positive_on, ended_at, ended_reason
	from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[])
	order by ended_at desc nulls first, duty_id
	limit 50`;

export const selectDepartures = ({ range, after, limit }: Page, since: Date) => sql<{
	person_id: string;
	area_path: string;
	to_area_path: string;
	moved_at: Date;
}>`
	select person_id, area_path, to_area_path, moved_at from monitoring.departure
	where area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until} and moved_at >= ${since}
		and not (to_area_path collate "C" >= ${range.from} and to_area_path collate "C" < ${range.until})
		and (area_path collate "C", person_id) > (${after.areaPath}, ${after.person}::bigint)
	order by area_path collate "C", person_id, moved_at
	limit ${limit}`;

export const countDepartures = (range: Range, since: Date) => sql<{ people: number }>`
	select count(*)::integer as people from monitoring.departure
	where area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until} and moved_at >= ${since}
		and not (to_area_path collate "C" >= ${range.from} and to_area_path collate "C" < ${range.until})`;

/** How many are in each state, from the tally. */
export const countTally = (range: Range) => sql<{ state: State; people: number }>`
	select state, sum(people)::integer as people from monitoring.tally
	where area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
	group by state`;

/** The same by counting, by the day alone. */
export const countOn = (range: Range, today: string) => sql<{ state: State; people: number }>`
	select monitoring.state_on(duty, ${today}::date) as state, count(*)::integer as people
	from monitoring.duty
	where leads and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
	group by 1`;

/** Which areas watch each person, and which did until when. */
export const selectPersonAreas = (persons: readonly string[]) => sql<{
	person_id: string;
	area_path: string;
	ended_at: Date | null;
}>`
	select distinct on (person_id, area_path) person_id, area_path, ended_at from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[])
	order by person_id, area_path, ended_at desc nulls first
	limit 2000`;

export const selectAreasOf = (persons: readonly string[]) => sql<{ area_path: string }>`
	select distinct area_path from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[])
	order by area_path
	limit 100`;

/** One page of everybody who is watched in an area, in the order of areas. */
export const selectWatched = ({ range, after, limit }: Page) => sql<PersonRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on, state,
		last_report_on, last_slot, onset_on, last_symptom_on, positive_on, ended_at, ended_reason
	from monitoring.duty
	where leads and ended_at is null and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
		and (area_path collate "C", person_id) > (${after.areaPath}, ${after.person}::bigint)
	order by area_path collate "C", person_id
	limit ${limit}`;

/** How many are to report on a day, up to a limit. `slots`: those of now by how many reports a day are due, the first for one. */
export const countDue = (
	range: Range,
	{ day, slots }: { day: string; slots: readonly number[] },
	limit: number,
) => sql<{
	people: number;
	waiting: number;
}>`
	select count(*)::integer as people, count(*) filter (where not has_reported)::integer as waiting
	from (
		select coalesce(last_report_on = ${day}::date and last_slot >= (${slots}::integer[])[reports_a_day], false)
			as has_reported
		from monitoring.duty
		where leads and ended_at is null and area_path collate "C" >= ${range.from} and area_path collate "C" < ${range.until}
			and from_on <= ${day}::date and (until_on is null or until_on >= ${day}::date)
		limit ${limit}
	) due`;
