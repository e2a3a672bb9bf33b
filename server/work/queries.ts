import { sql } from '#platform/sql';
import type { WorkName } from './kinds.ts';

interface Ranges {
	from: readonly string[];
	until: readonly string[];
}

export interface Asking {
	/** Where they are a health officer, and where they decide on isolation or propose it. */
	officer: Ranges;
	office: Ranges;
	/** Where they decide about cordons. */
	cordons: Ranges;
	/** Their own id: nobody is the second officer of what they asked for. */
	by: string;
	isAdministrator: boolean;
	/** Each count stops here. */
	limit: number;
}

export interface WorkRow {
	name: WorkName;
	count: number;
	/** When the first of them is due, or since when it waits. */
	first_at: Date | null;
	/** The case to begin with, where work is done case by case. */
	case_id: string | null;
}

/** Everything that waits for somebody, by one index range each; what does not wait is left out. */
export const selectWork = ({ officer, office, cordons, by, isAdministrator, limit }: Asking) => sql<WorkRow>`
	with reach as (
		select path_from, path_until
		from unnest(${officer.from}::text[], ${officer.until}::text[]) as r (path_from, path_until)
	), office as (
		select path_from, path_until
		from unnest(${office.from}::text[], ${office.until}::text[]) as r (path_from, path_until)
	), cordons as (
		select path_from, path_until
		from unnest(${cordons.from}::text[], ${cordons.until}::text[]) as r (path_from, path_until)
	), work as (
		select 'alarms' as name, count(*)::integer as count, min(at) as first_at, null::bigint as case_id from (
			select a.raised_at as at from reach r
			join monitoring.alarm a on a.area_path collate "C" >= r.path_from and a.area_path collate "C" < r.path_until
				and a.handled_at is null
			limit ${limit}) one
		union all
		select 'to-decide', count(*)::integer, min(at), null from (
			select p.next_due_at as at from office r
			join proposals.proposal p on p.area_path collate "C" >= r.path_from and p.area_path collate "C" < r.path_until
				and p.next_due_at is not null and p.outcome is null
			order by p.next_due_at
			limit ${limit}) one
		union all
		select 'to-tell', count(*)::integer, min(at), null from (
			select p.next_due_at as at from office r
			join proposals.proposal p on p.area_path collate "C" >= r.path_from and p.area_path collate "C" < r.path_until
				and p.next_due_at is not null and p.outcome is not null
			order by p.next_due_at
			limit ${limit}) one
		union all
		select 'cordons', count(*)::integer, min(at), null from (
			select z.proposed_at as at from cordons r
			join zones.proposal z on z.area_path collate "C" >= r.path_from and z.area_path collate "C" < r.path_until
				and z.outcome is null
			limit ${limit}) one
		union all
		select 'alerts', count(*)::integer, min(at), null from (
			select a.submitted_at as at from reach r
			join alerts.alert a on a.area_path collate "C" >= r.path_from and a.area_path collate "C" < r.path_until
				and a.state = 'waiting' and a.drafted_by is distinct from ${by} and a.submitted_by is distinct from ${by}
			limit ${limit}) one
		union all
		select 'exports', count(*)::integer, min(at), null from (
			select e.ordered_at as at from reach r
			join exports.export e on e.area_path collate "C" >= r.path_from and e.area_path collate "C" < r.path_until
				and e.state = 'to-approve' and e.ordered_by <> ${by}
			limit ${limit}) one
		union all
		select 'notices', count(*)::integer, min(at), null from (
			select n.proposed_at as at from reach r
			join venues.notice n on n.area_path collate "C" >= r.path_from and n.area_path collate "C" < r.path_until
				and n.state = 'proposed' and n.proposed_by is distinct from ${by}
			limit ${limit}) one
		union all
		select 'sightings', count(*)::integer, min(at), null from (
			select s.seen_at as at from reach r
			join isolation.sighting s on s.area_path collate "C" >= r.path_from and s.area_path collate "C" < r.path_until
				and s.handled_at is null
			limit ${limit}) one
		union all
		select 'contacts', count(*)::integer, min(at), (array_agg(one.case_id order by at))[1] from (
			select k.found_at as at, k.case_id from (
				select c.case_id from reach r
				join cases.case c on c.area_path collate "C" >= r.path_from and c.area_path collate "C" < r.path_until
					and c.closed_at is null
				order by c.opened_at desc, c.case_id desc
				limit 1000) open
			join contacts.contact k on k.case_id = open.case_id and k.state = 'found'
			limit ${limit}) one
		union all
		select t.state, sum(t.people)::integer, null, null from reach r
		join monitoring.tally t on t.area_path collate "C" >= r.path_from and t.area_path collate "C" < r.path_until
			and t.state in ('not-reported', 'needs-review')
		group by t.state
		union all
		select 'calls', count(*)::integer, min(at), null from (
			select k.opened_at as at from reach r
			join calls.call k on k.area_path collate "C" >= r.path_from and k.area_path collate "C" < r.path_until
				and k.noted_at is null
			limit ${limit}) one
		union all
		select 'groundless', count(*)::integer, min(at), null from (
			select g.since as at from reach r
			join endings.groundless_now g on g.area_path collate "C" >= r.path_from and g.area_path collate "C" < r.path_until
			limit ${limit}) one
		union all
		select 'endings', count(*)::integer, null, null from (
			select 1 from reach r
			join endings.due d on d.area_path collate "C" >= r.path_from and d.area_path collate "C" < r.path_until
				and d.missing = '{}'
			limit ${limit}) one
		union all
		select 'pauses', count(*)::integer, min(p.paused_at), null from messages.pause p
		where p.resumed_at is null and ${isAdministrator}
	)
	select name, count, first_at, case_id from work where count > 0
	order by name
	limit 50`;
