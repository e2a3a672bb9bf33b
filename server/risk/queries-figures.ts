import { chunks, type Sql, sql, sqlRows } from '#platform/sql';

export const upsertPopulations = (
	rows: readonly { areaId: number; since: string; people: number }[],
	source: string,
): Sql[] =>
	chunks(rows.map(({ areaId, since, people }) => [areaId, since, people, source])).map((part) =>
		sqlRows(
			'insert into risk.population (area_id, since, people, source) values',
			['integer', 'date', 'integer', 'text'],
			part,
			'on conflict (area_id, since) do update set people = excluded.people, source = excluded.source',
		),
	);

export const upsertCaseCounts = (
	disease: string,
	rows: readonly { areaId: number; span: string; beginsOn: string; cases: number; isEpidemic: boolean }[],
	source: string,
): Sql[] =>
	chunks(
		rows.map(({ areaId, span, beginsOn, cases, isEpidemic }) => [
			disease,
			areaId,
			span,
			beginsOn,
			cases,
			isEpidemic,
			source,
		]),
	).map((part) =>
		sqlRows(
			'insert into risk.case_count (disease, area_id, span, begins_on, cases, is_epidemic, source) values',
			['text', 'integer', 'text', 'date', 'integer', 'boolean', 'text'],
			part,
			`on conflict (disease, area_id, span, begins_on) do update set cases = excluded.cases,
				is_epidemic = excluded.is_epidemic, source = excluded.source`,
		),
	);

/** The units of codes of the statistics office that are or were in force on any day, the newest of a code first. */
export const selectAreasByCode = (codes: readonly string[]) => sql<{
	code: string;
	area_id: number;
	valid_from: string;
}>`
	select code, area_id, valid_from
	from areas.unit
	where code = any (${codes}::text[]) and level in ('province', 'commune')
	order by code, valid_from desc
	limit 200000`;

export const insertFacts = (row: {
	disease: string;
	areaId: number;
	asOf: string;
	facts: object;
	by: string | null;
	authority: string;
	now: Date;
}) => sql`
	insert into risk.facts (disease, area_id, as_of, facts, told_by, authority, told_at)
	values (${row.disease}, ${row.areaId}, ${row.asOf}, ${JSON.stringify(row.facts)}::jsonb, ${row.by}, ${row.authority},
		${row.now})
	on conflict (disease, area_id, as_of) do update set facts = excluded.facts, told_by = excluded.told_by,
		authority = excluded.authority, told_at = excluded.told_at`;
