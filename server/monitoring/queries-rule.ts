import { sql } from '#platform/sql';

export interface RuleRow {
	version: number;
	morning_from: number;
	afternoon_from: number;
	window_hours: number;
	night_from: number;
	keep_days: number;
}

export const selectRule = (now: Date) => sql<RuleRow>`
	select version, morning_from, afternoon_from, window_hours, night_from, keep_days from monitoring.rule
	where valid_from <= ${now} order by version desc limit 1`;

export const insertFirstRule = () => sql`
	insert into monitoring.rule
		(version, morning_from, afternoon_from, window_hours, night_from, keep_days, valid_from, decision)
	values (1, 8, 14, 4, 20, 90, '2026-01-01', 'Initial setting: an isolation of 21 days, and two months to look back')
	on conflict (version) do nothing`;

export const ensureReportDays = (from: string, until: string) =>
	sql`select platform.ensure_days('monitoring.report', ${from}::date, ${until}::date)`;

export const ensureCorrectionDays = (from: string, until: string) =>
	sql`select platform.ensure_days('monitoring.report_correction', ${from}::date, ${until}::date)`;

export const dropReportDays = (firstKept: string) =>
	sql`select platform.drop_days_before('monitoring.report', ${firstKept}::date)`;

export const dropCorrectionDays = (firstKept: string) =>
	sql`select platform.drop_days_before('monitoring.report_correction', ${firstKept}::date)`;

export const deleteAlarms = (before: Date) => sql`
	delete from monitoring.alarm where raised_at < ${before} and handled_at is not null`;

export const deleteAttempts = (before: Date) => sql`delete from monitoring.contact_attempt where at < ${before}`;

export const deleteReviews = (before: Date) => sql`delete from monitoring.review where at < ${before}`;

export const deleteDepartures = (before: Date) => sql`delete from monitoring.departure where moved_at < ${before}`;

/** What follows from reports goes with them: a duty that ended long ago stays as a line of what it followed from. */
export const deleteEndedDuties = (before: Date) => sql`
	with gone as (
		delete from monitoring.duty where state = 'ended' and ended_at < ${before} returning area_path, leads
	)
	insert into monitoring.tally (area_path, state, people)
	select area_path, 'ended', -count(*)::integer from gone where leads group by area_path`;
