import { idArray, sql } from '#platform/sql';

/** What of a case a link shows. */
export interface CaseRow {
	case_id: string;
	number: string | null;
	person_id: string;
	disease: string;
	classification: string;
	area_path: string;
	onset_on: string | null;
	sampled_on: string | null;
	isolated_at: Date | null;
	opened_at: Date;
	closed_at: Date | null;
	days_before: number;
	days_after: number;
}

export interface LinkRow {
	infectee_id: string;
	infector_id: string;
	kind: string;
	contact_on: string | null;
	relation: string;
	setting: string;
	place_id: string | null;
	note: string | null;
	set_at: Date;
}

export const selectCaseArea = (caseId: string) => sql<{ area_path: string }>`
	select area_path from cases.case where case_id = ${caseId}`;

export const selectCases = (caseIds: readonly string[], limit: number) => sql<CaseRow>`
	select c.case_id, c.number, c.person_id, c.disease, c.classification, c.area_path, c.onset_on, c.sampled_on,
		c.isolated_at, c.opened_at, c.closed_at, r.days_before, r.days_after
	from cases.case c
	join diseases.contact_rule r on r.rule = c.rule and r.version = c.rule_version
	where c.case_id = any (${caseIds}::bigint[])
	order by c.case_id
	limit ${limit}`;

/** One at a time: two officers could close a circle together. */
export const lockLinks = (disease: string) => sql`
	select pg_advisory_xact_lock(hashtextextended('chains.link ' || ${disease}, 0))`;

/** Whether a case stands anywhere before another: infected it, or infected who infected it, and so on. */
export const selectIsBefore = (before: string, after: string) => sql<{ is_before: boolean }>`
	with recursive ancestor (case_id) as (
		select infector_id from chains.link where infectee_id = ${after}
		union
		select l.infector_id from ancestor a join chains.link l on l.infectee_id = a.case_id
	)
	select exists (select from ancestor where case_id = ${before}) as is_before`;

export const upsertLink = (row: LinkRow & { disease: string; set_by: string | null }) => sql`
	insert into chains.link
		(infectee_id, infector_id, disease, kind, contact_on, relation, setting, place_id, note, set_by, set_at)
	values (${row.infectee_id}, ${row.infector_id}, ${row.disease}, ${row.kind}, ${row.contact_on}, ${row.relation},
		${row.setting}, ${row.place_id}, ${row.note}, ${row.set_by}, ${row.set_at})
	on conflict (infectee_id, infector_id) do update
	set kind = excluded.kind, contact_on = excluded.contact_on, relation = excluded.relation,
		setting = excluded.setting, place_id = excluded.place_id, note = excluded.note, set_by = excluded.set_by,
		set_at = excluded.set_at`;

export const deleteLink = (infecteeId: string, infectorId: string) => sql`
	delete from chains.link where infectee_id = ${infecteeId} and infector_id = ${infectorId}`;

/** The links of a case in both directions, those to who infected it first. */
export const selectLinksOf = (caseId: string, limit: number) => sql<LinkRow>`
	(select infectee_id, infector_id, kind, contact_on, relation, setting, place_id, note, set_at
	from chains.link where infectee_id = ${caseId}
	order by infector_id limit ${limit})
	union all
	(select infectee_id, infector_id, kind, contact_on, relation, setting, place_id, note, set_at
	from chains.link where infector_id = ${caseId}
	order by infectee_id limit ${limit})`;

export interface SuggestionRow {
	infectee_id: string;
	infector_id: string;
	/** The newest time they shared. */
	last_exposed_at: Date;
	minutes: number | null;
	origin: string;
}

/**
 * Cases of the same disease that met, as the contacts tell: the case's person stands on another's list (it may have been
 * infected there), or another's on its own. What is linked already, was dismissed or is of a discarded case is left out.
 */
export const selectSuggestions = (
	of: { caseId: string; persons: readonly string[]; disease: string },
	limit: number,
) => sql<SuggestionRow>`
	with met as (
		select k.person_id, k.last_exposed_at, k.minutes, k.origin from contacts.contact k
		where k.case_id = ${of.caseId} and k.level = 1 and k.state <> 'dismissed'
	), known_as as (
		select m.person_id as id, m.last_exposed_at, m.minutes, m.origin from met m
		union all
		select other.other_id, m.last_exposed_at, m.minutes, m.origin
		from met m
		join identity.other_id other on other.person_id = m.person_id
	)
	select s.infectee_id, s.infector_id, s.last_exposed_at, s.minutes, s.origin
	from (
		select ${of.caseId}::bigint as infectee_id, k.case_id as infector_id, k.last_exposed_at, k.minutes, k.origin
		from contacts.contact k
		join cases.case c on c.case_id = k.case_id
		where k.person_id = any (${idArray(of.persons)}::bigint[]) and k.level = 1 and k.state <> 'dismissed'
			and not c.person_id = any (${idArray(of.persons)}::bigint[])
			and c.disease = ${of.disease} and c.classification <> 'discarded'
		union all
		select c.case_id as infectee_id, ${of.caseId}::bigint as infector_id, k.last_exposed_at, k.minutes, k.origin
		from known_as k
		join cases.case c on c.person_id = k.id
		where not c.person_id = any (${idArray(of.persons)}::bigint[])
			and c.disease = ${of.disease} and c.classification <> 'discarded'
	) s
	where not exists (
		select from chains.link l
		where (l.infectee_id, l.infector_id) in ((s.infectee_id, s.infector_id), (s.infector_id, s.infectee_id))
	)
	order by s.last_exposed_at desc, s.infector_id, s.infectee_id
	limit ${limit}`;

/** Whether the contacts tell that the infected, under whichever id, met the infector in the time it could infect. */
export const selectHasMet = (infectorId: string, persons: readonly string[]) => sql<{ has_met: boolean }>`
	select exists (
		select from contacts.contact
		where case_id = ${infectorId} and person_id = any (${idArray(persons)}::bigint[]) and level = 1 and state <> 'dismissed'
	) as has_met`;

/** The cases that links join to one, itself among them, step by step outwards; stops at the limit. */
export const selectJoined = (caseId: string, kinds: readonly string[], limit: number) => sql<{ case_id: string }>`
	with recursive joined (case_id) as (
		select ${caseId}::bigint
		union
		select n.case_id
		from joined j
		cross join lateral (
			select l.infector_id as case_id from chains.link l
			where l.infectee_id = j.case_id and l.kind = any (${kinds}::text[])
			union all
			select l.infectee_id from chains.link l
			where l.infector_id = j.case_id and l.kind = any (${kinds}::text[])
		) n
	)
	select case_id from joined limit ${limit}`;

/** The links among some cases. */
export const selectLinksAmong = (caseIds: readonly string[], kinds: readonly string[], limit: number) => sql<LinkRow>`
	select infectee_id, infector_id, kind, contact_on, relation, setting, place_id, note, set_at
	from chains.link
	where infectee_id = any (${caseIds}::bigint[]) and infector_id = any (${caseIds}::bigint[])
		and kind = any (${kinds}::text[])
	order by infectee_id, infector_id
	limit ${limit}`;
