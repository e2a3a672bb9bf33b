import { sql } from '#platform/sql';

export const ensureDays = (from: string, until: string) =>
	sql`select platform.ensure_days('visits.visit', ${from}::date, ${until}::date)`;

export const keepDaysUntil = (days: readonly string[], keepUntil: string) => sql`
	insert into visits.day (day, keep_until)
	select kept.day, ${keepUntil}::date from unnest(${days}::date[]) as kept (day)
	on conflict (day) do update set keep_until = greatest(visits.day.keep_until, excluded.keep_until)`;

/** The days there are partitions for. */
export const selectDays = () => sql<{ day: string; rewritten_at: Date | null; keep_until: string | null }>`
	select to_date(right(c.relname, 8), 'YYYYMMDD')::text as day, d.rewritten_at, d.keep_until::text as keep_until
	from pg_inherits i
	join pg_class c on c.oid = i.inhrelid
	left join visits.day d on d.day = to_date(right(c.relname, 8), 'YYYYMMDD')
	where i.inhparent = 'visits.visit'::regclass
	order by day`;

export const markRewritten = (day: string, now: Date) => sql`
	insert into visits.day (day, rewritten_at) values (${day}::date, ${now})
	on conflict (day) do update set rewritten_at = excluded.rewritten_at`;

export const forgetDay = (day: string) => sql`delete from visits.day where day = ${day}::date`;

/** Ends visits that nobody ended, after the usual stay of their place. */
export const closeOverdue = (from: Date, now: Date) => sql`
	update visits.visit v
	set left_at = v.entered_at + make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)), left_known = 1
	from places.place p
	join places.place_type t on t.type = p.type
	where v.place_id = p.place_id and v.left_at is null and v.entered_at >= ${from} and v.entered_at < ${now}
		and v.entered_at + make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)) < ${now}`;
