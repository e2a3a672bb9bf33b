import { chunks, type Sql, sql, sqlRows } from '#platform/sql';
import type { Fault } from './file/faults.ts';

export const insertBlocks = (importId: string, sealed: readonly Buffer[]): Sql[] =>
	chunks(sealed.map((rows, block) => [importId, block, rows])).map((part) =>
		sqlRows('insert into imports.block (import_id, block, rows_sealed) values', ['bigint', 'integer', 'bytea'], part),
	);

export const selectBlock = (importId: string, block: number) => sql<{ rows_sealed: Buffer }>`
	select rows_sealed from imports.block where import_id = ${importId} and block = ${block}`;

export const deleteBlocks = (importId: string) => sql`delete from imports.block where import_id = ${importId}`;

export const deleteFaults = (importId: string) => sql`delete from imports.row_fault where import_id = ${importId}`;

export const insertFaults = (
	importId: string,
	rows: readonly { number: number; block: number; faults: readonly Fault[] }[],
	after = '',
): Sql[] =>
	chunks(rows.map(({ number, block, faults }) => [importId, number, block, JSON.stringify(faults)])).map((part) =>
		sqlRows(
			'insert into imports.row_fault (import_id, number, block, faults) values',
			['bigint', 'integer', 'integer', 'jsonb'],
			part,
			after,
		),
	);

export interface FaultRow {
	number: number;
	block: number;
	faults: Fault[];
}

export const selectFaults = (importId: string, after: number, limit: number) => sql<FaultRow>`
	select number, block, faults
	from imports.row_fault
	where import_id = ${importId} and number > ${after}
	order by number
	limit ${limit}`;

export const selectFaultsOfBlock = (importId: string, block: number, limit: number) => sql<{ number: number }>`
	select number from imports.row_fault
	where import_id = ${importId} and block = ${block}
	order by number
	limit ${limit}`;

/** One at a time of a source: two files with the same people could make them twice. */
export const lockSource = (scope: string) => sql`
	select pg_advisory_xact_lock(hashtextextended('imports ' || ${scope}, 0))`;

export interface KnownRow {
	external_hash: Buffer;
	person_id: string;
	case_id: string | null;
}

export const selectKnown = (hashes: readonly Buffer[]) => sql<KnownRow>`
	select external_hash, person_id, case_id
	from imports.known
	where external_hash = any (${hashes}::bytea[])
	order by external_hash
	limit 5000`;

/** Somebody who was only a person becomes a case; who is one stays the first. */
export const upsertKnown = (rows: readonly KnownRow[]): Sql[] =>
	chunks(rows.map((row) => [row.external_hash, row.person_id, row.case_id])).map((part) =>
		sqlRows(
			'insert into imports.known (external_hash, person_id, case_id) values',
			['bytea', 'bigint', 'bigint'],
			part,
			'on conflict (external_hash) do update set case_id = coalesce(known.case_id, excluded.case_id)',
		),
	);

export const selectHabit = (officerId: string, kind: string) => sql<{
	headings: Record<string, never>;
	meanings: Record<string, never>;
}>`
	select headings, meanings from imports.habit where officer_id = ${officerId} and kind = ${kind}`;

export const upsertHabit = (officerId: string, kind: string, headings: object, meanings: object) => sql`
	insert into imports.habit (officer_id, kind, headings, meanings)
	values (${officerId}, ${kind}, ${JSON.stringify(headings)}, ${JSON.stringify(meanings)})
	on conflict (officer_id, kind) do update set headings = excluded.headings, meanings = excluded.meanings`;

/** What imports need to know of cases they name. */
export const selectCasesOf = (caseIds: readonly string[]) => sql<{
	case_id: string;
	person_id: string;
	disease: string;
}>`
	select case_id, person_id, disease from cases.case
	where case_id = any (${caseIds}::bigint[])
	order by case_id
	limit 5000`;
