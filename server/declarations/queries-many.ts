import { chunks, type Sql, sql, sqlRows } from '#platform/sql';
import type { Level } from './judge.ts';
import type { DeclarationRow } from './queries.ts';

const insertMany = `insert into declarations.declaration (person_id, declared_at, declaration_id, declared_by, is_proxy,
	place_id, confirms, form_url, form_version, form_settings, answers_sealed, rule, rule_version, level, reasons,
	valid_until) values`;
const types = [
	...['bigint', 'timestamptz', 'uuid', 'bigint', 'boolean', 'bigint', 'uuid', 'text', 'text', 'jsonb', 'bytea'],
	...['text', 'integer', 'text', 'text[]', 'timestamptz'],
];

/** Many declarations of one moment. */
export const insertDeclarations = (rows: readonly DeclarationRow[]): Sql[] =>
	chunks(rows.map(toValues)).map((part) => sqlRows(insertMany, types, part));

// biome-ignore format: as the columns are.
const toValues = (row: DeclarationRow) => [
	row.person_id, row.declared_at, row.declaration_id, row.declared_by, row.is_proxy, row.place_id, row.confirms,
	row.form_url, row.form_version, JSON.stringify(row.form_settings), row.answers_sealed, row.rule, row.rule_version,
	row.level, row.reasons, row.valid_until,
];

const upsertMany = {
	before: `insert into declarations.standing
		(person_id, declaration_id, declared_at, level, reasons, valid_until, rule, rule_version) values`,
	types: ['bigint', 'uuid', 'timestamptz', 'text', 'text[]', 'timestamptz', 'text', 'integer'],
	after: `on conflict (person_id) do update set declaration_id = excluded.declaration_id,
		declared_at = excluded.declared_at, level = excluded.level, reasons = excluded.reasons,
		valid_until = excluded.valid_until, rule = excluded.rule, rule_version = excluded.rule_version
		where declarations.standing.declared_at <= excluded.declared_at`,
};

/** In the order of people, so that two statements never wait for each other. */
export const upsertStandings = (rows: readonly DeclarationRow[]): Sql[] =>
	chunks(
		rows
			.toSorted((one, other) => (one.person_id < other.person_id ? -1 : 1))
			.map((row) => [
				...[row.person_id, row.declaration_id, row.declared_at, row.level, row.reasons, row.valid_until],
				...[row.rule, row.rule_version],
			]),
	).map((part) => sqlRows(upsertMany.before, upsertMany.types, part, upsertMany.after));

/** Those of whom something graver stands that still holds and that another has declared. */
export const selectGraver = (asked: {
	persons: readonly string[];
	level: Level;
	declaredBy: string;
	now: Date;
}) => sql<{
	person_id: string;
}>`
	select s.person_id
	from declarations.standing s
	left join declarations.declaration d
		on d.person_id = s.person_id and d.declared_at = s.declared_at and d.declaration_id = s.declaration_id
	where s.person_id = any (${asked.persons}::bigint[]) and s.valid_until > ${asked.now}
		and array_position(array['green', 'amber', 'red'], s.level)
			> array_position(array['green', 'amber', 'red'], ${asked.level}::text)
		and d.declared_by is distinct from ${asked.declaredBy}`;

export const selectRepeats = (persons: readonly string[], ids: readonly string[], since: Date) => sql<{
	person_id: string;
	level: Level;
	reasons: string[];
}>`
	select person_id, level, reasons
	from declarations.declaration
	where declaration_id = any (${ids}::uuid[]) and person_id = any (${persons}::bigint[]) and declared_at >= ${since}`;

export const selectDeclaredAt = (asked: {
	placeId: string;
	persons: readonly string[];
	declaredBy: string;
	since: Date;
}) => sql<{ person_id: string; declared_at: Date; level: Level }>`
	select distinct on (person_id) person_id, declared_at, level
	from declarations.declaration
	where person_id = any (${asked.persons}::bigint[]) and declared_at >= ${asked.since}
		and place_id = ${asked.placeId} and declared_by = ${asked.declaredBy}
	order by person_id, declared_at desc`;
