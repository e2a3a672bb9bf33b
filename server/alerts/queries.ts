import { idArray, sql } from '#platform/sql';

export interface AlertRow {
	alert_id: string;
	correction_id: string;
	area_path: string;
	/** Of an alert to all who met the cases of an outbreak. */
	outbreak_id: string | null;
	severity: string;
	template_version: number;
	level_max: number;
	purpose: string;
	place_name: string | null;
	seen_from: Date | null;
	seen_until: Date | null;
	advice_vi: string | null;
	advice_en: string | null;
	phone: string | null;
	vi: string | null;
	en: string | null;
	event: Buffer | null;
	state: string;
	drafted_by: string | null;
	drafted_at: Date;
	submitted_by: string | null;
	submitted_at: Date | null;
	recipients: number | null;
	approved_by: string | null;
	approved_at: Date | null;
	stage: number;
	stages: number | null;
	stage_minutes: number | null;
	next_stage_at: Date | null;
	ended_at: Date | null;
	ended_reason: string | null;
	correction_vi: string | null;
	correction_en: string | null;
	corrected_at: Date | null;
}

export const selectAlertArea = (alertId: string) => sql<{ area_path: string }>`
	select area_path from alerts.alert where alert_id = ${alertId}`;

export const selectCaseAreas = (cases: readonly string[]) => sql<{ case_id: string; area_path: string }>`
	select case_id, area_path from cases.case where case_id = any (${cases}::bigint[])`;

export const selectAlert = (alertId: string) => sql<AlertRow>`
	select alert_id, correction_id, area_path, outbreak_id, severity, template_version, level_max, purpose, place_name, seen_from, seen_until,
		advice_vi, advice_en, phone, vi, en, event, state, drafted_by, drafted_at, submitted_by, submitted_at, recipients,
		approved_by, approved_at, stage, stages, stage_minutes, next_stage_at, ended_at, ended_reason, correction_vi,
		correction_en, corrected_at
	from alerts.alert where alert_id = ${alertId}`;

export const lockAlert = (alertId: string) => sql<AlertRow>`
	select alert_id, correction_id, area_path, outbreak_id, severity, template_version, level_max, purpose, place_name, seen_from, seen_until,
		advice_vi, advice_en, phone, vi, en, event, state, drafted_by, drafted_at, submitted_by, submitted_at, recipients,
		approved_by, approved_at, stage, stages, stage_minutes, next_stage_at, ended_at, ended_reason, correction_vi,
		correction_en, corrected_at
	from alerts.alert where alert_id = ${alertId} for update`;

export const insertAlert = (
	row: Pick<
		AlertRow,
		| ('alert_id' | 'correction_id' | 'area_path' | 'outbreak_id' | 'severity' | 'template_version' | 'level_max')
		| ('purpose' | 'drafted_by' | 'drafted_at')
	>,
) => sql`
	insert into alerts.alert (alert_id, correction_id, area_path, outbreak_id, severity, template_version, level_max, purpose, state,
		drafted_by, drafted_at)
	values (${row.alert_id}, ${row.correction_id}, ${row.area_path}, ${row.outbreak_id}, ${row.severity}, ${row.template_version},
		${row.level_max}, ${row.purpose}, 'draft', ${row.drafted_by}, ${row.drafted_at})`;

export const insertAlertCases = (alertId: string, cases: readonly string[]) => sql`
	insert into alerts.alert_case (alert_id, case_id)
	select ${alertId}, case_id from unnest(${cases}::bigint[]) as chosen (case_id)
	on conflict do nothing`;

export const selectCasesOf = (alertId: string, limit: number) => sql<{ case_id: string }>`
	select case_id from alerts.alert_case where alert_id = ${alertId} order by case_id limit ${limit}`;

export const countCasesOf = (alertId: string) => sql<{ cases: number }>`
	select count(*)::integer as cases from alerts.alert_case where alert_id = ${alertId}`;

/** Takes out every case but some. */
export const deleteAlertCases = (alertId: string, kept: readonly string[]) => sql`
	delete from alerts.alert_case where alert_id = ${alertId} and case_id <> all (${idArray(kept)}::bigint[])`;

/** The people whose cases an alert is about, whether or not those are still open. */
export const selectPersonsOf = (alertId: string) => sql<{ person_id: string }>`
	select c.person_id from alerts.alert_case a join cases.case c on c.case_id = a.case_id
	where a.alert_id = ${alertId} order by c.person_id limit 5000`;

export const updateWords = (
	row: Pick<
		AlertRow,
		| ('alert_id' | 'place_name' | 'seen_from' | 'seen_until' | 'advice_vi' | 'advice_en')
		| ('phone' | 'vi' | 'en' | 'event' | 'stage_minutes')
	>,
) => sql`
	update alerts.alert
	set place_name = ${row.place_name}, seen_from = ${row.seen_from}, seen_until = ${row.seen_until}, advice_vi = ${row.advice_vi},
		advice_en = ${row.advice_en}, phone = ${row.phone}, vi = ${row.vi}, en = ${row.en}, event = ${row.event},
		stage_minutes = ${row.stage_minutes}
	where alert_id = ${row.alert_id}`;

export const updateSubmitted = (submitted: {
	alertId: string;
	state: 'waiting' | 'sending';
	recipients: number;
	stages: number;
	by: string | null;
	now: Date;
}) => sql`
	update alerts.alert
	set state = ${submitted.state}, recipients = ${submitted.recipients}, stages = ${submitted.stages},
		submitted_by = ${submitted.by}, submitted_at = ${submitted.now}
	where alert_id = ${submitted.alertId}`;

export const updateApproved = (alertId: string, by: string | null, now: Date) => sql`
	update alerts.alert set state = 'sending', approved_by = ${by}, approved_at = ${now} where alert_id = ${alertId}`;

export const updateStage = (alertId: string, stage: number, nextStageAt: Date | null) => sql`
	update alerts.alert set stage = ${stage}, next_stage_at = ${nextStageAt} where alert_id = ${alertId}`;

export const updateSent = (alertId: string) => sql`
	update alerts.alert set state = 'sent', next_stage_at = null where alert_id = ${alertId} and state = 'sending'`;

export const updateEnded = (ended: {
	alertId: string;
	state: 'stopped' | 'dropped' | 'recalling';
	by: string | null;
	reason: string;
	correction: { vi: string; en: string } | null;
	now: Date;
}) => sql`
	update alerts.alert
	set state = ${ended.state}, ended_by = ${ended.by}, ended_at = ${ended.now}, ended_reason = ${ended.reason},
		correction_vi = ${ended.correction?.vi ?? null}, correction_en = ${ended.correction?.en ?? null}, next_stage_at = null
	where alert_id = ${ended.alertId}`;

export const updateCorrected = (alertId: string, now: Date) => sql`
	update alerts.alert set state = 'recalled', corrected_at = ${now} where alert_id = ${alertId} and state = 'recalling'`;

export const selectMoving = (limit: number) => sql<{ alert_id: string }>`
	select alert_id from alerts.alert where state in ('sending', 'recalling') order by alert_id limit ${limit}`;

/** One page of the alerts in some ranges of area paths, the newest first, continuing before (drafted_at, alert_id). */
export const selectAlerts = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	before: { at: Date; id: string };
	limit: number;
}) => sql<AlertRow>`
	select o.alert_id, o.severity, o.state, o.place_name, o.recipients, o.drafted_at, o.submitted_at, o.approved_at, o.ended_at
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.alert_id, k.severity, k.state, k.place_name, k.recipients, k.drafted_at, k.submitted_at, k.approved_at, k.ended_at
		from alerts.alert k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.drafted_at, k.alert_id) < (${page.before.at}, ${page.before.id}::bigint)
		order by k.drafted_at desc, k.alert_id desc
		limit ${page.limit}
	) o
	order by o.drafted_at desc, o.alert_id desc
	limit ${page.limit}`;
