import { idArray, sql } from '#platform/sql';

export interface NoticeRow {
	notice_id: string;
	case_id: string;
	area_path: string;
	place_id: string;
	seen_from: Date;
	seen_until: Date;
	advice_vi: string;
	advice_en: string;
	phone: string;
	visitors: number;
	despite: string | null;
	state: string;
	proposed_by: string | null;
	proposed_at: Date;
	published_at: Date | null;
	withdrawn_at: Date | null;
	correction_vi: string | null;
	correction_en: string | null;
}

export const selectCaseArea = (caseId: string) => sql<{ area_path: string }>`
	select area_path from cases.case where case_id = ${caseId}`;

export const selectPersonOf = (caseId: string) => sql<{ person_id: string }>`
	select person_id from cases.case where case_id = ${caseId}`;

export const selectNoticeArea = (noticeId: string) => sql<{ area_path: string }>`
	select area_path from venues.notice where notice_id = ${noticeId}`;

/**
 * How many people beside the case were at a place for some of the time, as the log knows; a visit nobody ended counts
 * until the usual stay of the place.
 */
export const countVisitors = (placeId: string, from: Date, until: Date, except: readonly string[]) => sql<{
	people: number;
}>`
	select count(distinct v.person_id)::integer as people
	from visits.visit v
	join places.place p on p.place_id = v.place_id
	join places.place_type t on t.type = p.type
	where v.place_id = ${placeId} and v.entered_at > ${from}::timestamptz - interval '24 hours' and v.entered_at < ${until}
		and coalesce(v.left_at, v.entered_at + make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)))
			> ${from}
		and v.person_id <> all (${idArray(except)}::bigint[])`;

/** Of the places a case was at, as its officer chooses one. */
export const selectPlaceOfCase = (placeId: string, persons: readonly string[], from: Date, until: Date) => sql<{
	one: number;
}>`
	select 1 as one from visits.visit v
	where v.person_id = any (${idArray(persons)}::bigint[]) and v.place_id = ${placeId}
		and v.entered_at > ${from}::timestamptz - interval '24 hours' and v.entered_at < ${until}
	order by v.entered_at limit 1`;

export const insertNotice = (row: NoticeRow) => sql`
	insert into venues.notice (notice_id, case_id, area_path, place_id, seen_from, seen_until, advice_vi, advice_en, phone,
		visitors, despite, state, proposed_by, proposed_at)
	values (${row.notice_id}, ${row.case_id}, ${row.area_path}, ${row.place_id}, ${row.seen_from}, ${row.seen_until},
		${row.advice_vi}, ${row.advice_en}, ${row.phone}, ${row.visitors}, ${row.despite}, 'proposed', ${row.proposed_by},
		${row.proposed_at})`;

export const lockNotice = (noticeId: string) => sql<NoticeRow>`
	select notice_id, case_id, area_path, place_id, seen_from, seen_until, advice_vi, advice_en, phone, visitors, despite,
		state, proposed_by, proposed_at, published_at, withdrawn_at, correction_vi, correction_en
	from venues.notice where notice_id = ${noticeId} for update`;

export const updatePublished = (noticeId: string, by: string, now: Date) => sql`
	update venues.notice set state = 'published', published_by = ${by}, published_at = ${now}
	where notice_id = ${noticeId}`;

export const updateDropped = (noticeId: string, by: string | null, now: Date) => sql`
	update venues.notice set state = 'dropped', withdrawn_by = ${by}, withdrawn_at = ${now}
	where notice_id = ${noticeId}`;

export const updateWithdrawn = (withdrawn: {
	noticeId: string;
	by: string | null;
	correction: { vi: string; en: string };
	now: Date;
}) => sql`
	update venues.notice
	set state = 'withdrawn', withdrawn_by = ${withdrawn.by}, withdrawn_at = ${withdrawn.now},
		correction_vi = ${withdrawn.correction.vi}, correction_en = ${withdrawn.correction.en}
	where notice_id = ${withdrawn.noticeId}`;

/** One page of the notices in some ranges of area paths, the newest first, continuing before (proposed_at, notice_id). */
export const selectNotices = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	before: { at: Date; id: string };
	limit: number;
}) => sql<NoticeRow>`
	select n.notice_id, n.case_id, n.area_path, n.place_id, n.seen_from, n.seen_until, n.advice_vi, n.advice_en, n.phone,
		n.visitors, n.despite, n.state, n.proposed_by, n.proposed_at, n.published_at, n.withdrawn_at, n.correction_vi,
		n.correction_en
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.notice_id, k.case_id, k.area_path, k.place_id, k.seen_from, k.seen_until, k.advice_vi, k.advice_en, k.phone,
			k.visitors, k.despite, k.state, k.proposed_by, k.proposed_at, k.published_at, k.withdrawn_at, k.correction_vi,
			k.correction_en
		from venues.notice k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.proposed_at, k.notice_id) < (${page.before.at}, ${page.before.id}::bigint)
		order by k.proposed_at desc, k.notice_id desc
		limit ${page.limit}
	) n
	order by n.proposed_at desc, n.notice_id desc
	limit ${page.limit}`;

/** What stands in public, the newest first, continuing before (published_at, notice_id). */
export const selectPublished = (page: {
	since: Date;
	before: { at: Date; id: string };
	limit: number;
}) => sql<NoticeRow>`
	select notice_id, case_id, area_path, place_id, seen_from, seen_until, advice_vi, advice_en, phone, visitors, despite,
		state, proposed_by, proposed_at, published_at, withdrawn_at, correction_vi, correction_en
	from venues.notice
	where published_at is not null and seen_until > ${page.since}
		and (published_at, notice_id) < (${page.before.at}, ${page.before.id}::bigint)
	order by published_at desc, notice_id desc
	limit ${page.limit}`;

/** The published notices of places some people were at while they say. */
export const selectMet = (persons: readonly string[], since: Date, limit: number) => sql<
	NoticeRow & { person_id: string }
>`
	select distinct on (n.published_at, n.notice_id, v.person_id) n.notice_id, n.case_id, n.area_path, n.place_id,
		n.seen_from, n.seen_until, n.advice_vi, n.advice_en, n.phone, n.visitors, n.despite, n.state, n.proposed_by,
		n.proposed_at, n.published_at, n.withdrawn_at, n.correction_vi, n.correction_en, v.person_id
	from visits.visit v
	join venues.notice n on n.place_id = v.place_id and n.published_at is not null
	join places.place p on p.place_id = v.place_id
	join places.place_type t on t.type = p.type
	where v.person_id = any (${persons}::bigint[]) and v.entered_at > ${since} and n.seen_until > ${since}
		and v.entered_at < n.seen_until
		and coalesce(v.left_at, v.entered_at + make_interval(mins => coalesce(p.usual_stay_minutes, t.usual_stay_minutes)))
			> n.seen_from
	order by n.published_at desc, n.notice_id desc, v.person_id
	limit ${limit}`;
