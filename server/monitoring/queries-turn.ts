import { sql } from '#platform/sql';

/** Writes what the day makes of the duties of some people, and counts it. */
export const turnDuties = (today: string, from: string, until: string) => sql`
	with turned as (
		select person_id, duty_id, area_path, leads, state as before, monitoring.state_on(duty, ${today}::date) as after
		from monitoring.duty
		where person_id >= ${from}::bigint and person_id <= ${until}::bigint and ended_at is null
			and state <> monitoring.state_on(duty, ${today}::date)
		order by person_id, duty_id
		for update
	), written as (
		update monitoring.duty d set state = t.after
		from turned t where d.person_id = t.person_id and d.duty_id = t.duty_id
	)
	insert into monitoring.tally (area_path, state, people)
	select t.area_path, moved.state, sum(moved.people)
	from turned t cross join lateral (values (t.before, -1), (t.after, 1)) as moved (state, people)
	where t.leads
	group by t.area_path, moved.state`;

export const setTurned = (today: string) => sql`
	update monitoring.turn set turned_on = ${today}::date where only_one and turned_on < ${today}::date`;

/** Adds up the differences, so that there are few to sum. What comes in meanwhile is not seen, and stays. */
export const foldTally = () => sql`
	with taken as (delete from monitoring.tally returning area_path, state, people)
	insert into monitoring.tally (area_path, state, people)
	select area_path, state, sum(people) from taken group by area_path, state having sum(people) <> 0`;
