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

/** A visit of somebody who is searched for, and those of others that overlap it. Times are in milliseconds. */
export interface MetRow {
	/** Which of the sources it is a visit of, counted from 0. */
	source: number;
	/** Counted from 1 in the order of time. */
	visit: number;
	place_id: string;
	entered_at: number;
	/** Recorded or inferred, see left_known. */
	left_at: number;
	left_known: number;
	seat: string | null;
	/**
	 * Those who were there, each list in the same order and joined by commas; null when nobody was. A thousand rows of columns
	 * would take the driver longer to read than PostgreSQL takes to find them.
	 */
	persons: string | null;
	/** Milliseconds after the own `entered_at`, or before it. */
	entered: string | null;
	/** Milliseconds after they entered. */
	stayed: string | null;
	left_knowns: string | null;
	/** Empty where none was noted; null where the own seat was not. */
	seats: string | null;
}

/** Whose visits are searched for who shared them: of those that touch [from, until). */
export interface Source {
	personId: string;
	from: Date;
	until: Date;
	/** Only who used the same gate. */
	sameGate: boolean;
	/** Where both trips were noted, only who was on the same. */
	sameTrip: boolean;
}

const textArray = (values: readonly (string | boolean)[]): string => `{${values.join(',')}}`;

/**
 * The visits of each source that touch its [from, until), and all visits of others that overlap one of them for longer than
 * nothing; `limit` of these at most for each visit. One statement for one case as for hundreds: the sources' visits by person
 * and time, from each into its place's visits by primary key: no earlier than the usual stay or three hours, and on to a day
 * back only for those who stayed longer, who have an index of their own on rewritten days. The ordered subqueries keep it so,
 * whatever the planner believes of a day; the others of a visit are joined where they are found, which spares a second sort.
 * A visit nobody ended counts until the usual stay of its place (left_known 1). `only` asks about one person, by all their ids.
 */
export const selectMet = (
	sources: readonly Source[],
	{ only, limit }: { only?: readonly string[] | undefined; limit: number },
) => sql<MetRow>`
	with own as materialized (
		select source.number as source, source.person_id, v.place_id, v.entered_at,
			coalesce(v.left_at, v.entered_at + stay.usual) as left_at,
			case when v.left_at is null then 1 else v.left_known end as left_known,
			greatest(v.entered_at, source.starts_at) as begins_at,
			least(coalesce(v.left_at, v.entered_at + stay.usual), source.ends_at) as ends_at,
			row_number() over (partition by source.number order by v.entered_at, v.place_id)::integer as visit,
			case when source.same_gate then v.gate end as gate, case when source.same_trip then v.trip_id end as trip_id,
			v.seat, stay.usual, greatest(v.entered_at, source.starts_at) - greatest(stay.usual, interval '3 hours') as looks_back_to
		from unnest(${textArray(sources.map((_one, index) => String(index)))}::integer[],
			${textArray(sources.map((one) => one.personId))}::bigint[],
			${textArray(sources.map((one) => one.from.toISOString()))}::timestamptz[],
			${textArray(sources.map((one) => one.until.toISOString()))}::timestamptz[],
			${textArray(sources.map((one) => one.sameGate))}::boolean[],
			${textArray(sources.map((one) => one.sameTrip))}::boolean[]
		) as source (number, person_id, starts_at, ends_at, same_gate, same_trip)
		cross join lateral (
			select place_id, entered_at, left_at, left_known, gate, trip_id, seat
			from visits.visit
			where person_id = source.person_id
				and entered_at > source.starts_at - interval '24 hours' and entered_at < source.ends_at
			offset 0
		) v
		cross join lateral (
			select make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)) as usual
			from places.place p
			join places.place_type t on t.type = p.type
			where p.place_id = v.place_id
			offset 0
		) stay
		where least(coalesce(v.left_at, v.entered_at + stay.usual), source.ends_at) > greatest(v.entered_at, source.starts_at)
	)
	select own.source, own.visit, own.place_id, round(date_part('epoch', own.entered_at) * 1000) as entered_at,
		round(date_part('epoch', own.left_at) * 1000) as left_at, own.left_known, own.seat,
		met.persons, met.entered, met.stayed, met.left_knowns, met.seats
	from own
	cross join lateral (
		select array_to_string(array_agg(other.person_id), ',') as persons,
			array_to_string(array_agg((date_part('epoch', other.entered_at - own.entered_at) * 1000)::integer), ',') as entered,
			array_to_string(array_agg((date_part('epoch', other.left_at - other.entered_at) * 1000)::integer), ',') as stayed,
			array_to_string(array_agg(other.left_known), ',') as left_knowns,
			array_to_string(array_agg(translate(other.seat, ',', ' ')) filter (where own.seat is not null), ',', '') as seats
		from (
			(
				select v.person_id, v.entered_at, coalesce(v.left_at, v.entered_at + own.usual) as left_at,
					case when v.left_at is null then 1 else v.left_known end as left_known, v.seat
				from visits.visit v
				where v.place_id = own.place_id and v.entered_at > own.looks_back_to and v.entered_at < own.ends_at
					and coalesce(v.left_at, v.entered_at + own.usual) > greatest(own.begins_at, v.entered_at)
					and v.person_id <> own.person_id and (${only ?? null}::bigint[] is null or v.person_id = any (${only ?? null}))
					and (own.gate is null or v.gate = own.gate)
					and (own.trip_id is null or v.trip_id is null or v.trip_id = own.trip_id)
				order by v.entered_at
				limit ${limit}
			)
			union all
			(
				select v.person_id, v.entered_at, v.left_at, v.left_known, v.seat
				from visits.visit v
				where v.place_id = own.place_id
					and v.entered_at > own.begins_at - interval '24 hours' and v.entered_at <= own.looks_back_to
					and v.left_at - v.entered_at > interval '3 hours' and v.left_at > own.begins_at
					and v.person_id <> own.person_id and (${only ?? null}::bigint[] is null or v.person_id = any (${only ?? null}))
					and (own.gate is null or v.gate = own.gate)
					and (own.trip_id is null or v.trip_id is null or v.trip_id = own.trip_id)
				order by v.entered_at
				limit ${limit}
			)
		) other
	) met
	order by own.source, own.visit`;

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
