import { isoText } from '#platform/iso-text';
import { idArray, type Sql, sql } from '#platform/sql';
import type { State } from './assess-state.ts';

/** A duty with all that its state follows from. */
export interface DutyRow {
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
	leads: boolean;
	state: State;
	last_report_on: string | null;
	last_slot: number | null;
	is_symptomatic: boolean;
	onset_on: string | null;
	last_symptom_on: string | null;
	clear_on: string | null;
	positive_on: string | null;
	reviewed_on: string | null;
	ended_at: Date | null;
}

/**
 * Those that are open, and those that ended a short time ago: what was said before may come after. Whoever reports at the same time
 * through another server waits: what follows from both must count both.
 */
export const selectDuties = (persons: readonly string[], endedAfter: Date) => sql<DutyRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on, leads, state,
		last_report_on, last_slot, is_symptomatic, onset_on, last_symptom_on, clear_on, positive_on, reviewed_on, ended_at
	from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[]) and (ended_at is null or ended_at > ${endedAfter})
	order by person_id, duty_id
	for update`;

/** The open ones to look at. */
export const readOpenDuties = (persons: readonly string[]) => sql<DutyRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on, leads, state,
		last_report_on, last_slot, is_symptomatic, onset_on, last_symptom_on, clear_on, positive_on, reviewed_on, ended_at
	from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[]) and ended_at is null
	order by person_id, duty_id
	limit 2000`;

/** The open duties of those who share a phone, for some phones. */
export const readHouseholds = (households: readonly string[]) => sql<DutyRow>`
	select person_id, duty_id, household_id, kind, area_path, disease, form, reports_a_day, from_on, until_on, leads, state,
		last_report_on, last_slot, is_symptomatic, onset_on, last_symptom_on, clear_on, positive_on, reviewed_on, ended_at
	from monitoring.duty
	where household_id = any (${idArray(households)}::bigint[]) and ended_at is null
	order by person_id, duty_id
	limit 20000`;

export interface SlotRow {
	person_id: string;
	day: string;
	slot: number;
	report_id: string;
	level: 'green' | 'amber' | 'red';
}

/** What was reported of some people on some days, with what was said later about it. */
export const selectSlots = (persons: readonly string[], days: readonly string[]) => sql<SlotRow>`
	select person_id, day, slot, report_id, level, recorded_at, false as is_correction from monitoring.report
	where person_id = any (${idArray(persons)}::bigint[]) and day = any (${days}::date[])
	union all
	select person_id, day, slot, report_id, level, recorded_at, true from monitoring.report_correction
	where person_id = any (${idArray(persons)}::bigint[]) and day = any (${days}::date[])
	order by recorded_at, is_correction`;

export interface SaidRow {
	person_id: string;
	day: string;
	slot: number;
	report_id: string;
	reported_at: Date;
	recorded_at: Date;
	channel: string;
	form_url: string;
	form_version: string;
	answers_sealed: Buffer;
	rule: string;
	rule_version: number;
	level: 'green' | 'amber' | 'red';
	reasons: string[];
	is_correction: boolean;
}

/** All that was said of a person, the newest first; what is kept under several ids each time. */
export const selectSaid = (persons: readonly string[], limit: number) => sql<SaidRow>`
	select person_id, day, slot, report_id, reported_at, recorded_at, channel, form_url, form_version, answers_sealed,
		rule, rule_version, level, reasons, false as is_correction
	from monitoring.report where person_id = any (${idArray(persons)}::bigint[])
	union all
	select person_id, day, slot, report_id, reported_at, recorded_at, channel, form_url, form_version, answers_sealed,
		rule, rule_version, level, reasons, true
	from monitoring.report_correction where person_id = any (${idArray(persons)}::bigint[])
	order by day desc, slot desc, recorded_at desc, is_correction desc
	limit ${limit}`;

/** What each of some people reported on each of some days: how many slots, and the worst of what counts. */
export const selectDays = (persons: readonly string[], from: string, until: string) => sql<{
	person_id: string;
	day: string;
	slots: number;
	worst: number;
}>`
	select person_id, day, count(*)::integer as slots,
		max(case level when 'red' then 2 when 'amber' then 1 else 0 end)::integer as worst
	from (
		select distinct on (person_id, day, slot) person_id, day, slot, level
		from (
			select person_id, day, slot, level, recorded_at, false as is_correction from monitoring.report
			where person_id = any (${idArray(persons)}::bigint[]) and day between ${from}::date and ${until}::date
			union all
			select person_id, day, slot, level, recorded_at, true from monitoring.report_correction
			where person_id = any (${idArray(persons)}::bigint[]) and day between ${from}::date and ${until}::date
		) said
		order by person_id, day, slot, recorded_at desc, is_correction desc
	) counted
	group by person_id, day`;

/** A report as it is stored. */
export interface ReportRow {
	personId: string;
	day: string;
	slot: number;
	reportId: string;
	reportedAt: Date;
	channel: string;
	reportedBy: string | null;
	formUrl: string;
	formVersion: string;
	answersSealed: Buffer;
	rule: string;
	ruleArea: string;
	ruleVersion: number;
	level: string;
	reasons: readonly string[];
}

const columns = `(person_id, day, slot, report_id, reported_at, recorded_at, channel, reported_by, form_url, form_version,
	answers_sealed, rule, rule_area, rule_version, level, reasons)
	select person_id, day, slot, report_id, reported_at, $1::timestamptz, channel, reported_by, form_url, form_version,
		decode(answers, 'hex'), rule, rule_area, rule_version, level, reasons::text[]
	from unnest($2::bigint[], $3::date[], $4::smallint[], $5::uuid[], $6::timestamptz[], $7::text[], $8::bigint[], $9::text[],
		$10::text[], $11::text[], $12::text[], $13::text[], $14::integer[], $15::text[], $16::text[])
		as r (person_id, day, slot, report_id, reported_at, channel, reported_by, form_url, form_version, answers, rule,
			rule_area, rule_version, level, reasons)`;

/**
 * Any number of reports, each column one parameter: the driver takes longer over sixteen parameters a report than
 * PostgreSQL over storing it. What may hold a comma or a quote is an array the driver writes.
 */
const insertInto = (table: string) => {
	const text = `insert into ${table} ${columns}`;
	return (rows: readonly ReportRow[], now: Date): Sql => ({
		name: `insert ${table}`,
		text,
		values: [
			now,
			idArray(rows.map(({ personId }) => personId)),
			idArray(rows.map(({ day }) => day)),
			idArray(rows.map(({ slot }) => String(slot))),
			idArray(rows.map(({ reportId }) => reportId)),
			idArray(rows.map(({ reportedAt }) => isoText(reportedAt))),
			idArray(rows.map(({ channel }) => channel)),
			idArray(rows.map(({ reportedBy }) => reportedBy ?? 'null')),
			rows.map(({ formUrl }) => formUrl),
			rows.map(({ formVersion }) => formVersion),
			idArray(rows.map(({ answersSealed }) => answersSealed.toString('hex'))),
			rows.map(({ rule }) => rule),
			rows.map(({ ruleArea }) => ruleArea),
			idArray(rows.map(({ ruleVersion }) => String(ruleVersion))),
			idArray(rows.map(({ level }) => level)),
			rows.map(({ reasons }) => `{${reasons}}`),
		],
	});
};

export const insertReports = insertInto('monitoring.report');
export const insertCorrections = insertInto('monitoring.report_correction');

/** What well people's reports change, of any number of duties: seven columns of text rather than a parameter a value. */
export const updateReported = (duties: readonly DutyRow[]) => sql`
	update monitoring.duty d set last_report_on = r.last_report_on, last_slot = r.last_slot, state = r.state,
		is_symptomatic = r.is_symptomatic
	from unnest(${idArray(duties.map((duty) => duty.person_id))}::bigint[],
		${idArray(duties.map((duty) => duty.duty_id))}::bigint[],
		${idArray(duties.map((duty) => duty.last_report_on!))}::date[],
		${idArray(duties.map((duty) => String(duty.last_slot)))}::smallint[],
		${idArray(duties.map((duty) => duty.state))}::text[],
		${idArray(duties.map((duty) => String(duty.is_symptomatic)))}::boolean[])
		as r (person_id, duty_id, last_report_on, last_slot, state, is_symptomatic)
	where d.person_id = r.person_id and d.duty_id = r.duty_id`;

/** The same where symptoms were told. */
export const updateSymptoms = {
	before: `update monitoring.duty d set last_report_on = r.last_report_on, last_slot = r.last_slot, state = r.state,
		is_symptomatic = r.is_symptomatic, onset_on = r.onset_on, last_symptom_on = r.last_symptom_on,
		clear_on = r.clear_on from (values`,
	types: ['bigint', 'bigint', 'date', 'smallint', 'text', 'boolean', 'date', 'date', 'date'],
	after: `) as r (person_id, duty_id, last_report_on, last_slot, state, is_symptomatic, onset_on, last_symptom_on, clear_on)
		where d.person_id = r.person_id and d.duty_id = r.duty_id`,
};

export const insertTally = 'insert into monitoring.tally (area_path, state, people) values';
export const tallyTypes = ['text', 'text', 'integer'];

export const insertAlarms = `insert into monitoring.alarm
	(alarm_id, person_id, area_path, day, slot, raised_at, is_urgent, reasons) values`;
export const alarmTypes = ['bigint', 'bigint', 'text', 'date', 'smallint', 'timestamptz', 'boolean', 'text[]'];
