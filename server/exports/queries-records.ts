import { idArray, type Sql, sql, sqlFor } from '#platform/sql';
import type { ExportRow } from './queries.ts';
import { casesOf } from './scope.ts';

type Scope = Pick<ExportRow, 'case_id' | 'filter'>;

export interface CaseLine {
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
	closed_reason: string | null;
	outcome: string | null;
	outcome_on: string | null;
	source: string | null;
	occupation: string | null;
	outbreak_name: string | null;
	rule: string;
	rule_version: number;
}

/** To be read as a stream: the cases of an export, the newest first. */
export const streamCases = (scope: Scope): Sql<CaseLine> =>
	sqlFor(
		(value) => `select k.case_id, k.number, k.person_id, k.disease, k.classification, k.area_path, k.onset_on,
	k.sampled_on, k.isolated_at, k.opened_at, k.closed_at, k.closed_reason, k.outcome, k.outcome_on, k.source, k.occupation,
	o.name as outbreak_name, k.rule, k.rule_version
from cases.case k
left join outbreaks.outbreak o on o.outbreak_id = k.outbreak_id
where ${casesOf(scope, value)}
order by k.opened_at desc, k.case_id desc`,
	);

export interface ContactLine {
	contact_id: string;
	case_id: string;
	case_number: string | null;
	disease: string;
	person_id: string;
	level: number;
	origin: string;
	state: string;
	first_exposed_at: Date | null;
	last_exposed_at: Date;
	minutes: number | null;
	rule: string | null;
	rule_version: number | null;
	reviewed_at: Date | null;
	follow_up_days: number;
	/** Of the case itself: whether there are grounds to tell who met it. */
	case_person_id: string;
	classification: string;
	onset_on: string | null;
	sampled_on: string | null;
	opened_at: Date;
}

const contactColumns = `c.contact_id, c.case_id, k.number as case_number, k.disease, c.person_id, c.level, c.origin, c.state,
	c.first_exposed_at, c.last_exposed_at, c.minutes, c.rule, c.rule_version, c.reviewed_at, r.follow_up_days,
	k.person_id as case_person_id, k.classification, k.onset_on, k.sampled_on, k.opened_at`;
const contactTables = `from cases.case k
join contacts.contact c on c.case_id = k.case_id
join diseases.contact_rule r on r.rule = k.rule and r.version = k.rule_version`;

/** The people who met the open cases of an export, case by case. */
export const streamContacts = (scope: Scope): Sql<ContactLine> =>
	sqlFor(
		(value) => `select ${contactColumns}
${contactTables}
where k.closed_at is null and ${casesOf(scope, value)}
order by c.case_id, c.contact_id`,
	);

/**
 * The watch that follows from a contact. Of a case's contacts that turned out to be one person one row is told: whose
 * watch is open, and was recorded first.
 */
const watchOnce = `join monitoring.duty d on d.source_id = c.contact_id and d.person_id = c.person_id and d.kind = 'contact'
	and not exists (
		select from identity.other_id same
		join contacts.contact o on o.case_id = c.case_id and o.person_id = same.other_id
		join monitoring.duty e on e.source_id = o.contact_id and e.person_id = o.person_id and e.kind = 'contact'
		where same.person_id = c.person_id
			and (e.ended_at is not null, o.contact_id) < (d.ended_at is not null, c.contact_id)
	)`;

export interface FollowedLine extends ContactLine {
	from_on: string;
	until_on: string;
	reports_a_day: number;
}

/** Those of them who report each day, with the days they do. */
export const streamFollowed = (scope: Scope, today: string): Sql<FollowedLine> =>
	sqlFor(
		(
			value,
		) => `select ${contactColumns}, d.from_on, least(d.until_on, d.ended_at::date, ${value(today)}::date + 60) as until_on,
	d.reports_a_day
${contactTables}
${watchOnce}
where k.closed_at is null and ${casesOf(scope, value)}
order by c.case_id, c.contact_id`,
	);

const counted = {
	cases: { from: 'from cases.case k', isOpenOnly: false },
	contacts: { from: 'from cases.case k join contacts.contact c on c.case_id = k.case_id', isOpenOnly: true },
	'follow-up': {
		from: `from cases.case k join contacts.contact c on c.case_id = k.case_id ${watchOnce}`,
		isOpenOnly: true,
	},
};

/** How many rows an export would have: cases, contacts, or people followed. */
export const countRows = (subject: keyof typeof counted, scope: Scope): Sql<{ rows: number }> =>
	sqlFor(
		(value) => `select count(*)::integer as rows ${counted[subject].from}
where ${counted[subject].isOpenOnly ? 'k.closed_at is null and ' : ''}${casesOf(scope, value)}`,
	);

/** How many there are in each area that leads a case. */
export const countByArea = (
	subject: keyof typeof counted,
	scope: Scope,
): Sql<{ area_path: string; disease: string; people: number }> =>
	sqlFor(
		(value) => `select k.area_path, k.disease, count(*)::integer as people ${counted[subject].from}
where ${counted[subject].isOpenOnly ? 'k.closed_at is null and ' : ''}${casesOf(scope, value)}
group by k.area_path, k.disease
order by k.area_path collate "C", k.disease
limit 100000`,
	);

export interface ReportLine {
	person_id: string;
	day: string;
	slot: number;
	reported_at: Date;
	channel: string;
	level: string;
	answers_sealed: Buffer;
	form_url: string;
	form_version: string;
}

/** What counts of what some people reported in some days: of each slot what was said last. */
export const selectReports = (persons: readonly string[], from: string, until: string) => sql<ReportLine>`
	select distinct on (person_id, day, slot) person_id, day, slot, reported_at, channel, level, answers_sealed, form_url,
		form_version
	from (
		select person_id, day, slot, reported_at, recorded_at, channel, level, answers_sealed, form_url, form_version,
			false as is_correction
		from monitoring.report
		where person_id = any (${idArray(persons)}::bigint[]) and day between ${from}::date and ${until}::date
		union all
		select person_id, day, slot, reported_at, recorded_at, channel, level, answers_sealed, form_url, form_version, true
		from monitoring.report_correction
		where person_id = any (${idArray(persons)}::bigint[]) and day between ${from}::date and ${until}::date
	) said
	order by person_id, day, slot, recorded_at desc, is_correction desc`;

/** How many days the longest follow-up among them has had. */
export const longestFollowUp = (scope: Scope, today: string): Sql<{ days: number | null }> =>
	sqlFor(
		(value) => `select max(least(d.until_on, d.ended_at::date, ${value(today)}::date + 60) - d.from_on) + 1 as days
${counted['follow-up'].from}
where k.closed_at is null and ${casesOf(scope, value)}`,
	);

/** Some contacts of a case, those a tracer goes to first: most minutes first. */
export const selectContactsOf = (caseId: string, contactIds: readonly string[]): Sql<ContactLine> =>
	sqlFor(
		(value) => `select ${contactColumns}
${contactTables}
where c.case_id = ${value(caseId)} and c.contact_id = any (${value(idArray(contactIds))}::bigint[])
order by coalesce(c.minutes, 100000) desc, c.contact_id`,
	);

/** More places than one contact shares with a case. */
const placesMax = 100;

/** Where some contacts were together with their case, the longest first. */
export const selectPlacesOf = (contactIds: readonly string[]) => sql<{
	contact_id: string;
	place_id: string;
	minutes: number;
}>`
	select contact_id, place_id, minutes
	from contacts.shared_place
	where contact_id = any (${idArray(contactIds)}::bigint[])
	order by contact_id, minutes desc, place_id
	limit ${contactIds.length * placesMax}`;
