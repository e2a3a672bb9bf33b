import { idArray, sql } from '#platform/sql';
import type { DeclarationRule, Level } from './judge.ts';

export const insertRule = (rule: DeclarationRule) => sql`
	insert into declarations.rule (rule, version, body, valid_from, decision)
	values (${rule.rule}, ${rule.version}, ${JSON.stringify(rule)}::jsonb, ${rule.validFrom}, ${rule.decision})
	on conflict (rule, version) do nothing`;

export const selectRule = (name: string, now: Date) => sql<{ body: DeclarationRule }>`
	select body from declarations.rule
	where rule = ${name} and valid_from <= ${now}
	order by valid_from desc, version desc
	limit 1`;

export const selectAllRules = () => sql<{ body: DeclarationRule }>`
	select body from declarations.rule order by rule, version limit 1000`;

export interface StandingRow {
	person_id: string;
	declaration_id: string;
	declared_at: Date;
	level: Level;
	reasons: string[];
	valid_until: Date;
}

/** Asked in every batch of check-ins: one index look-up a person, and only what a verdict needs. */
export const selectVerdicts = (persons: readonly string[]) => sql<{
	person_id: string;
	declared_at: Date;
	level: Level;
	reasons: string;
	valid_until: Date;
}>`
	select s.person_id, s.declared_at, s.level, array_to_string(s.reasons, ',') as reasons, s.valid_until
	from declarations.standing s
	where s.person_id = any (${idArray(persons)}::bigint[])`;

export const selectStandings = (persons: readonly string[]) => sql<StandingRow>`
	select person_id, declaration_id, declared_at, level, reasons, valid_until
	from declarations.standing where person_id = any (${persons}::bigint[])`;

export interface DeclarationRow {
	person_id: string;
	declared_at: Date;
	declaration_id: string;
	/** The account that declared. */
	declared_by: string;
	is_proxy: boolean;
	/** The place whose controller declared for a visitor. */
	place_id: string | null;
	/** The declaration whose answers were repeated. */
	confirms: string | null;
	form_url: string;
	form_version: string;
	form_settings: unknown;
	answers_sealed: Buffer;
	rule: string;
	rule_version: number;
	level: Level;
	reasons: string[];
	valid_until: Date;
}

export const insertDeclaration = (row: DeclarationRow) => sql`
	insert into declarations.declaration (person_id, declared_at, declaration_id, declared_by, is_proxy, place_id, confirms, form_url,
		form_version, form_settings, answers_sealed, rule, rule_version, level, reasons, valid_until)
	values (${row.person_id}, ${row.declared_at}, ${row.declaration_id}, ${row.declared_by}, ${row.is_proxy}, ${row.place_id},
		${row.confirms}, ${row.form_url},
		${row.form_version}, ${JSON.stringify(row.form_settings)}::jsonb, ${row.answers_sealed}, ${row.rule},
		${row.rule_version}, ${row.level}, ${row.reasons}::text[], ${row.valid_until})`;

/** The newest declaration stands; one that arrives late changes nothing. */
export const upsertStanding = (row: DeclarationRow) => sql`
	insert into declarations.standing
		(person_id, declaration_id, declared_at, level, reasons, valid_until, rule, rule_version)
	values (${row.person_id}, ${row.declaration_id}, ${row.declared_at}, ${row.level}, ${row.reasons}::text[],
		${row.valid_until}, ${row.rule}, ${row.rule_version})
	on conflict (person_id) do update set declaration_id = excluded.declaration_id, declared_at = excluded.declared_at,
		level = excluded.level, reasons = excluded.reasons, valid_until = excluded.valid_until, rule = excluded.rule,
		rule_version = excluded.rule_version
	where declarations.standing.declared_at <= excluded.declared_at`;

/** A person's declarations, the newest first, continuing before a moment. */
export const selectDeclarations = (persons: readonly string[], before: Date, limit: number) => sql<DeclarationRow>`
	select person_id, declared_at, declaration_id, declared_by, is_proxy, place_id, confirms, form_url, form_version, form_settings,
		answers_sealed, rule, rule_version, level, reasons, valid_until
	from declarations.declaration
	where person_id = any (${persons}::bigint[]) and declared_at < ${before}
	order by declared_at desc, person_id desc
	limit ${limit}`;

/** A declaration of somebody, under whichever of their ids. */
export const selectDeclaration = (persons: readonly string[], declarationId: string) => sql<DeclarationRow>`
	select person_id, declared_at, declaration_id, declared_by, is_proxy, place_id, confirms, form_url, form_version, form_settings,
		answers_sealed, rule, rule_version, level, reasons, valid_until
	from declarations.declaration
	where person_id = any (${persons}::bigint[]) and declaration_id = ${declarationId}
	order by declared_at
	limit 1`;

/** A declaration sent twice: by whom it was made and its id. */
export const selectRepeat = (persons: readonly string[], declarationId: string, since: Date) => sql<DeclarationRow>`
	select person_id, declared_at, declaration_id, declared_by, is_proxy, place_id, confirms, form_url, form_version, form_settings,
		answers_sealed, rule, rule_version, level, reasons, valid_until
	from declarations.declaration
	where person_id = any (${persons}::bigint[]) and declaration_id = ${declarationId} and declared_at >= ${since}
	order by declared_at
	limit 1`;

/** What one account sends at the same time is taken one after another: a form sent twice is one declaration. */
export const lockAccount = (accountId: string) => sql`select pg_advisory_xact_lock(${accountId}::bigint)`;
