import { sql } from '#platform/sql';

/** The day, and the slot of it that is due by now. */
export interface Due {
	day: string;
	slot: number;
}

export interface GroupRow {
	group_key: string;
	group_name: string;
	dwellings: number;
	dwellings_done: number;
	people: number;
	reported: number;
	symptomatic: number;
}

/** Of each group: how many people and dwellings, and how many of them have reported what is due. */
export const selectCompletion = (cordonId: string, due: Due, group: string | null) => sql<GroupRow>`
	select group_key, min(group_name) as group_name, count(*)::integer as dwellings,
		count(*) filter (where reported = people)::integer as dwellings_done, sum(people)::integer as people,
		sum(reported)::integer as reported, sum(symptomatic)::integer as symptomatic
	from (
		select d.group_key, min(d.group_name) as group_name, count(*) as people,
			count(*) filter (where u.last_report_on = ${due.day}::date and u.last_slot >= ${due.slot}) as reported,
			count(*) filter (where u.is_symptomatic) as symptomatic
		from residents.resident r
		join residents.dwelling d on d.cordon_id = r.cordon_id and d.number = r.dwelling_number
		left join monitoring.duty u on u.person_id = r.person_id and u.kind = 'cordon' and u.source_id = r.cordon_id
			and u.ended_at is null
		where r.cordon_id = ${cordonId} and r.left_at is null and (${group}::text is null or d.group_key = ${group})
		group by d.group_key, d.number
	) as dwelling
	group by group_key
	order by group_key
	limit 1000`;

export interface ResidentRow {
	number: number;
	group_key: string;
	group_name: string;
	label_sealed: Buffer;
	person_id: string;
	how: string;
	last_report_on: string | null;
	last_slot: number | null;
	is_symptomatic: boolean;
}

/** The people of a page of dwellings, in their order, continuing after (group, number). `isMissing`: who has yet to report. */
export const selectDwellingPage = (
	cordonId: string,
	due: Due,
	page: { group: string | null; isMissing: boolean; after: { group: string; number: number }; limit: number },
) => sql<ResidentRow>`
	select d.number, d.group_key, d.group_name, d.label_sealed, r.person_id, r.how, u.last_report_on, u.last_slot,
		coalesce(u.is_symptomatic, false) as is_symptomatic
	from (
		select k.cordon_id, k.number, k.group_key, k.group_name, k.label_sealed
		from residents.dwelling k
		where k.cordon_id = ${cordonId} and (k.group_key, k.number) > (${page.after.group}, ${page.after.number}::integer)
			and (${page.group}::text is null or k.group_key = ${page.group})
			and exists (
				select from residents.resident s
				left join monitoring.duty v on v.person_id = s.person_id and v.kind = 'cordon' and v.source_id = s.cordon_id
					and v.ended_at is null
				where s.cordon_id = k.cordon_id and s.dwelling_number = k.number and s.left_at is null
					and (not ${page.isMissing}::boolean
						or not coalesce(v.last_report_on = ${due.day}::date and v.last_slot >= ${due.slot}, false))
			)
		order by k.group_key, k.number
		limit ${page.limit}
	) as d
	join residents.resident r on r.cordon_id = d.cordon_id and r.dwelling_number = d.number and r.left_at is null
	left join monitoring.duty u on u.person_id = r.person_id and u.kind = 'cordon' and u.source_id = r.cordon_id
		and u.ended_at is null
	order by d.group_key, d.number, r.joined_at, r.person_id
	limit 5000`;

/** The groups there are, for whoever joins to choose theirs. */
export const selectGroupNames = (cordonId: string) => sql<{ group_key: string; group_name: string }>`
	select group_key, min(group_name) as group_name
	from residents.dwelling
	where cordon_id = ${cordonId}
	group by group_key
	order by group_key
	limit 200`;
