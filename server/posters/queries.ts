import { type Sql, sql } from '#platform/sql';
import type { FormatName } from './drawing/formats.ts';

export type PrintState = 'waiting' | 'drawing' | 'ready' | 'failed' | 'cancelled';

export interface PrintRow {
	print_id: string;
	ordered_by: string;
	format: FormatName;
	state: PrintState;
	signs_total: number;
	signs_done: number;
	pages: number;
	parts: number;
	bytes: string;
	ordered_at: Date;
}

export const insertPrint = (print: {
	printId: string;
	orderedBy: string;
	format: FormatName;
	seats: readonly string[];
	copies: number;
	placeIds: readonly string[];
	signs: number;
	now: Date;
}): Sql => sql`
	insert into posters.print (
		print_id, ordered_by, format, seats, copies, place_ids, state, signs_total, ordered_at, moved_at
	)
	values (
		${print.printId}, ${print.orderedBy}, ${print.format}, ${print.seats}, ${print.copies}, ${print.placeIds}, 'waiting',
		${print.signs}, ${print.now}, ${print.now}
	)`;

export const selectPrint = (printId: string): Sql<PrintRow> => sql<PrintRow>`
	select print_id, ordered_by, format, state, signs_total, signs_done, pages, parts, bytes, ordered_at
	from posters.print
	where print_id = ${printId}`;

export const selectPrintsOf = (orderedBy: string): Sql<PrintRow> => sql<PrintRow>`
	select print_id, ordered_by, format, state, signs_total, signs_done, pages, parts, bytes, ordered_at
	from posters.print
	where ordered_by = ${orderedBy}
	order by ordered_at desc, print_id
	limit 50`;

export const cancelPrintRow = (printId: string, now: Date): Sql => sql`
	update posters.print
	set state = 'cancelled', finished_at = ${now}
	where print_id = ${printId} and state in ('waiting', 'drawing')`;

/** Takes a print up that waits, or whose run has not moved since `stalledBefore`. */
export const takePrint = (take: { printId: string; runId: string; now: Date; stalledBefore: Date }) => sql<{
	format: FormatName;
	seats: string[];
	copies: number;
	place_ids: string[];
	tries: number;
}>`
	update posters.print
	set state = 'drawing', run_id = ${take.runId}, tries = tries + 1, signs_done = 0, pages = 0, parts = 0, bytes = 0,
		moved_at = ${take.now}
	where print_id = ${take.printId}
		and (state = 'waiting' or (state = 'drawing' and moved_at < ${take.stalledBefore}))
	returning format, seats, copies, place_ids, tries`;

/** Touches no row when the print was cancelled or another run took it over. */
export const movePrint = (move: {
	printId: string;
	runId: string;
	signs: number;
	pages: number;
	part: number;
	bytes: number;
	isLast: boolean;
	now: Date;
}): Sql => sql`
	update posters.print
	set signs_done = ${move.signs}, pages = ${move.pages}, parts = ${move.part}, bytes = bytes + ${move.bytes},
		state = case when ${move.isLast} then 'ready' else state end,
		finished_at = case when ${move.isLast} then ${move.now}::timestamptz end,
		moved_at = ${move.now}
	where print_id = ${move.printId} and run_id = ${move.runId} and state = 'drawing'`;

export const insertPart = (printId: string, number: number, content: Buffer): Sql => sql`
	insert into posters.print_part (print_id, number, content)
	values (${printId}, ${number}, ${content})`;

export const selectPart = (printId: string, number: number) => sql<{ content: Buffer }>`
	select content
	from posters.print_part
	where print_id = ${printId} and number = ${number}`;

export const deleteParts = (printId: string): Sql => sql`
	delete from posters.print_part
	where print_id = ${printId}`;

export const failPrint = (printId: string, now: Date): Sql => sql`
	update posters.print
	set state = 'failed', finished_at = ${now}
	where print_id = ${printId} and state = 'drawing'`;

/** Those a stopped server left behind. */
export const selectStalledPrints = (stalledBefore: Date) => sql<{ print_id: string }>`
	select print_id
	from posters.print
	where state in ('waiting', 'drawing') and moved_at < ${stalledBefore}
	order by moved_at, print_id
	limit 20`;

export const selectOldPrints = (orderedBefore: Date) => sql<{ print_id: string }>`
	select print_id
	from posters.print
	where ordered_at < ${orderedBefore}
	order by ordered_at, print_id
	limit 500`;

export const deletePrint = (printId: string): Sql => sql`
	delete from posters.print
	where print_id = ${printId}`;
