import { sql } from '#platform/sql';

export interface BatchRow {
	batch_id: string;
	area_path: string;
	decided_by: string;
	decision_number: string;
	ordered_by: string | null;
	authority: string;
	ordered_at: Date;
	ended: number;
	done_at: Date | null;
}

export const insertBatch = (row: BatchRow) => sql`
	insert into endings.batch (batch_id, area_path, decided_by, decision_number, ordered_by, authority, ordered_at)
	values (${row.batch_id}, ${row.area_path}, ${row.decided_by}, ${row.decision_number}, ${row.ordered_by},
		${row.authority}, ${row.ordered_at})`;

export const selectBatch = (batchId: string) => sql<BatchRow>`
	select batch_id, area_path, decided_by, decision_number, ordered_by, authority, ordered_at, ended, done_at
	from endings.batch where batch_id = ${batchId}`;

export const addEnded = (batchId: string, ended: number) => sql`
	update endings.batch set ended = ended + ${ended} where batch_id = ${batchId}`;

export const finishBatch = (batchId: string, now: Date) => sql`
	update endings.batch set done_at = ${now} where batch_id = ${batchId} and done_at is null`;
