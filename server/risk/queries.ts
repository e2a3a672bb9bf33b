import { chunks, type Sql, sql, sqlRows } from '#platform/sql';
import type { Facts } from './assess/facts.ts';

type Reason = { vi: string; en: string };

export interface ProposalRow {
	disease: string;
	rule_set: string;
	area_id: number;
	area_path: string;
	rule_version: number;
	level: number;
	reasons: Reason[];
	facts: Facts;
	proposed_at: Date;
}

export const upsertProposals = (rows: readonly ProposalRow[]): Sql[] =>
	chunks(
		rows.map((row) => [
			...[row.disease, row.rule_set, row.area_id, row.area_path, row.rule_version, row.level],
			...[JSON.stringify(row.reasons), JSON.stringify(row.facts), row.proposed_at],
		]),
	).map((part) =>
		sqlRows(
			`insert into risk.proposal (disease, rule_set, area_id, area_path, rule_version, level, reasons, facts, proposed_at)
			values`,
			['text', 'text', 'integer', 'text', 'integer', 'smallint', 'jsonb', 'jsonb', 'timestamptz'],
			part,
			`on conflict (disease, rule_set, area_id) do update set rule_version = excluded.rule_version,
				level = excluded.level, reasons = excluded.reasons, facts = excluded.facts, proposed_at = excluded.proposed_at`,
		),
	);

/** What is proposed again every night: whatever was proposed once. */
export const selectProposedPairs = () => sql<{ disease: string; rule_set: string }>`
	select distinct disease, rule_set from risk.proposal order by disease, rule_set limit 100`;

export const selectProposal = (areaId: number, disease: string, ruleSet: string) => sql<ProposalRow>`
	select disease, rule_set, area_id, area_path, rule_version, level, reasons, facts, proposed_at
	from risk.proposal
	where area_id = ${areaId} and disease = ${disease} and rule_set = ${ruleSet}`;

/** One page of the proposals within reach, the gravest first, continuing after (level, area). */
export const selectProposals = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	disease: string;
	ruleSet: string;
	isChange: boolean;
	/** Only this area's; null for all. */
	areaId: number | null;
	now: Date;
	after: { level: number; areaId: number };
	limit: number;
}) => sql<ProposalRow & { current: number | null }>`
	select p.disease, p.rule_set, p.area_id, p.area_path, p.rule_version, p.level, p.reasons, p.facts, p.proposed_at,
		d.level as current
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	join risk.proposal p on p.area_path collate "C" >= reach.path_from and p.area_path collate "C" < reach.path_until
	left join lateral (
		select k.level from risk.decision k
		where k.area_id = p.area_id and k.disease = p.disease and k.holds_from <= ${page.now}
		order by k.holds_from desc, k.decision_id desc limit 1
	) d on true
	where p.disease = ${page.disease} and p.rule_set = ${page.ruleSet}
		and (${page.areaId}::integer is null or p.area_id = ${page.areaId})
		and (not ${page.isChange}::boolean or p.level <> coalesce(d.level, 1))
		and (-p.level, p.area_id) > (-${page.after.level}::integer, ${page.after.areaId}::integer)
	order by p.level desc, p.area_id
	limit ${page.limit}`;

export interface DecisionRow {
	decision_id: string;
	disease: string;
	rule_set: string;
	rule_version: number;
	area_id: number;
	area_path: string;
	level: number;
	proposed_level: number | null;
	reasons: Reason[];
	differs_because: string | null;
	decided_by: string;
	decision_number: string;
	holds_from: Date;
	published_at: Date;
	recorded_by: string | null;
	authority: string;
}

/** The same decision about the same area, sent again, is the same. */
export const insertDecision = (row: DecisionRow) => sql`
	insert into risk.decision (decision_id, disease, rule_set, rule_version, area_id, area_path, level, proposed_level, reasons,
		differs_because, decided_by, decision_number, holds_from, published_at, recorded_by, authority)
	values (${row.decision_id}, ${row.disease}, ${row.rule_set}, ${row.rule_version}, ${row.area_id}, ${row.area_path},
		${row.level}, ${row.proposed_level}, ${JSON.stringify(row.reasons)}::jsonb, ${row.differs_because}, ${row.decided_by},
		${row.decision_number}, ${row.holds_from}, ${row.published_at}, ${row.recorded_by}, ${row.authority})
	on conflict (area_id, disease, decision_number) do nothing`;

export const selectSameDecision = (row: DecisionRow) => sql<{ decision_id: string; level: number }>`
	select decision_id, level from risk.decision
	where area_id = ${row.area_id} and disease = ${row.disease} and decision_number = ${row.decision_number}`;

/** What was decided of some areas, the newest first. */
export const selectDecisionsOf = (areas: readonly number[], limit: number) => sql<DecisionRow>`
	select decision_id, disease, rule_set, rule_version, area_id, area_path, level, proposed_level, reasons, differs_because,
		decided_by, decision_number, holds_from, published_at, recorded_by, authority
	from risk.decision
	where area_id = any (${areas}::integer[])
	order by holds_from desc, decision_id desc
	limit ${limit}`;

/** One page of what was decided anywhere, the newest first, continuing before (holds_from, decision_id). */
export const selectNewest = (before: { at: Date; id: string }, limit: number) => sql<DecisionRow>`
	select decision_id, disease, rule_set, rule_version, area_id, area_path, level, proposed_level, reasons, differs_because,
		decided_by, decision_number, holds_from, published_at, recorded_by, authority
	from risk.decision
	where (holds_from, decision_id) < (${before.at}, ${before.id}::bigint)
	order by holds_from desc, decision_id desc
	limit ${limit}`;

/** How many communes there are below each province, and how many hold which level. */
export const selectShares = (provinces: readonly number[], disease: string, day: string, now: Date) => sql<{
	parent_id: number;
	communes: number;
	very_high: number;
	high: number;
	at_risk: number;
}>`
	select u.parent_id, count(*)::integer as communes, count(*) filter (where d.level = 4)::integer as very_high,
		count(*) filter (where d.level >= 3)::integer as high, count(*) filter (where d.level >= 2)::integer as at_risk
	from areas.unit u
	left join lateral (
		select k.level from risk.decision k
		where k.area_id = u.area_id and k.disease = ${disease} and k.holds_from <= ${now}
		order by k.holds_from desc, k.decision_id desc limit 1
	) d on true
	where u.parent_id = any (${provinces}::integer[]) and u.level = 'commune' and u.valid_from <= ${day}::date and (u.valid_until is null or u.valid_until > ${day}::date)
	group by u.parent_id
	order by u.parent_id
	limit 1000`;
