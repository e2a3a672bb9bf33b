import { sql } from '#platform/sql';

/**
 * Set in the transaction before a search: the plan is made once for a connection, and by indexes. Left alone, the planner
 * plans anew for each case, which takes as long as the search itself, and reads a day from end to end when it saw that day
 * still empty.
 */
export const planByKey = () => sql`
	select set_config(name, value, true)
	from (values ('plan_cache_mode', 'force_generic_plan'), ('enable_seqscan', 'off'), ('jit', 'off'),
		('max_parallel_workers_per_gather', '0')) as setting (name, value)`;

/** A visit of the case, and those of others that overlap it. Times are in milliseconds. */
export interface MetRow {
	/** Counted from 1 in the order of time. */
	visit: number;
	place_id: string;
	entered_at: number;
	/** Recorded or inferred, see left_known. */
	left_at: number;
	left_known: number;
	/**
	 * `person entered_at left_at left_known,…`; null when nobody was there. A thousand rows of columns would take the driver
	 * longer to read than PostgreSQL takes to find them.
	 */
	met: string | null;
}

export interface Search {
	personId: string;
	from: Date;
	until: Date;
	/** Only this person, to know whether they shared a place with the case. */
	only?: string;
	/** Visits of others at most. */
	limit: number;
}

/**
 * The case's visits that touch [from, until), and all visits of others that overlap one of them for longer than nothing.
 * One statement: the case's visits by person and time, from each into its place's visits by primary key, no earlier than
 * a stay can last. The ordered subquery keeps it so, whatever the planner believes of a day. A visit nobody ended counts until
 * the usual stay of its place (left_known 1).
 */
export const selectMet = ({ personId, from, until, only, limit }: Search) => sql<MetRow>`
	with own as materialized (
		select row_number() over (order by v.entered_at, v.place_id)::integer as visit, v.place_id, v.entered_at,
			coalesce(v.left_at, v.entered_at + stay.usual) as left_at,
			case when v.left_at is null then 1 else v.left_known end as left_known,
			greatest(v.entered_at, ${from}) as begins_at,
			least(coalesce(v.left_at, v.entered_at + stay.usual), ${until}) as ends_at,
			stay.usual
		from visits.visit v
		cross join lateral (
			select make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)) as usual
			from places.place p
			join places.place_type t on t.type = p.type
			where p.place_id = v.place_id
			offset 0
		) stay
		where v.person_id = ${personId}
			and v.entered_at > ${from}::timestamptz - interval '24 hours' and v.entered_at < ${until}
			and least(coalesce(v.left_at, v.entered_at + stay.usual), ${until}) > greatest(v.entered_at, ${from})
	), met as (
		select own.visit, other.person_id, round(date_part('epoch', other.entered_at) * 1000) as entered_at,
			round(date_part('epoch', other.left_at) * 1000) as left_at, other.left_known
		from own
		cross join lateral (
			select v.person_id, v.entered_at, coalesce(v.left_at, v.entered_at + own.usual) as left_at,
				case when v.left_at is null then 1 else v.left_known end as left_known
			from visits.visit v
			where v.place_id = own.place_id
				and v.entered_at > own.begins_at - interval '24 hours' and v.entered_at < own.ends_at
				and coalesce(v.left_at, v.entered_at + own.usual) > greatest(own.begins_at, v.entered_at)
				and v.person_id <> ${personId} and (${only ?? null}::bigint is null or v.person_id = ${only ?? null})
			order by v.entered_at
		) other
		limit ${limit}
	)
	select own.visit, own.place_id, round(date_part('epoch', own.entered_at) * 1000) as entered_at,
		round(date_part('epoch', own.left_at) * 1000) as left_at, own.left_known, others.met
	from own
	left join (
		select visit, string_agg(person_id || ' ' || entered_at || ' ' || left_at || ' ' || left_known, ',') as met
		from met
		group by visit
	) others on others.visit = own.visit
	order by own.visit`;

/**
 * All pairs of people who were at the same place at the same time for at least `minutesMin` in all, place by place, so
 * that any number of them can be streamed. Each visit is compared with those that began while it lasted, found by
 * primary key (`offset 0` keeps it so), and not with all of its place.
 */
export const selectCoPresence = ({ minutesMin, from, until }: { minutesMin: number; from: Date; until: Date }) => sql<{
	place: string;
	person_a: string;
	person_b: string;
	minutes: number;
}>`
	select coalesce(p.reference, p.place_id::text) as place, pair.person_a, pair.person_b,
		floor(extract(epoch from pair.together) / 60)::integer as minutes
	from places.place p
	join places.place_type t on t.type = p.type
	cross join lateral (
		select make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)) as usual
	) stay
	cross join lateral (
		select counted.person_a, counted.person_b, sum(counted.added) as together
		from (
			select met.person_a, met.person_b,
				greatest(interval '0', met.parted_at - greatest(met.met_at, max(met.parted_at) over earlier)) as added
			from (
				select least(a.person_id, b.person_id) as person_a, greatest(a.person_id, b.person_id) as person_b,
					greatest(b.entered_at, ${from}) as met_at,
					least(coalesce(a.left_at, a.entered_at + stay.usual), b.left_at, ${until}) as parted_at
				from visits.visit a
				cross join lateral (
					select v.person_id, v.entered_at, coalesce(v.left_at, v.entered_at + stay.usual) as left_at
					from visits.visit v
					where v.place_id = p.place_id and v.entered_at >= a.entered_at
						and v.entered_at < least(coalesce(a.left_at, a.entered_at + stay.usual), ${until})
						and (v.entered_at > a.entered_at or v.person_id > a.person_id) and v.person_id <> a.person_id
					offset 0
				) b
				where a.place_id = p.place_id
					and a.entered_at > ${from}::timestamptz - interval '24 hours' and a.entered_at < ${until}
			) met
			where met.parted_at > met.met_at
			window earlier as (
				partition by met.person_a, met.person_b order by met.met_at, met.parted_at
				rows between unbounded preceding and 1 preceding
			)
		) counted
		group by counted.person_a, counted.person_b
		having sum(counted.added) >= make_interval(mins => ${minutesMin})
		offset 0
	) pair
	order by p.place_id`;
