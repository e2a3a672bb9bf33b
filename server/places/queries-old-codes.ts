import { chunks, type Sql, sql, sqlRows } from '#platform/sql';
import type { OldPlaceCode } from '#shared/codes/old-place-code';

/** The code that is good now at the gate an old one stands for; at the place's first open gate when that one is closed. */
export const selectCodeOfOld = ({ system, id }: OldPlaceCode) => sql<{ code: string }>`
	select code.code
	from places.old_code
	join places.gate on gate.place_id = old_code.place_id and gate.closed_at is null
	join places.code on code.place_id = gate.place_id and code.gate = gate.gate and code.retired_at is null
	where old_code.system = ${system} and old_code.old_id = ${id}
	order by (gate.gate = old_code.gate) desc, gate.gate
	limit 1`;

export const selectGatesOfCodes = (codes: readonly string[]) => sql<{ code: string; place_id: string; gate: number }>`
	select code, place_id, gate
	from places.code
	where code = any(${codes}::text[])`;

/** Returns a row for each code that was new or led elsewhere; those known already are left as they are. */
export const upsertOldCodes = (
	rows: readonly { system: string; id: string; placeId: string; gate: number; now: Date }[],
): Sql<{ is_new: boolean }>[] =>
	chunks(rows.map(({ system, id, placeId, gate, now }) => [system, id, placeId, gate, now])).map((part) =>
		sqlRows<{ is_new: boolean }>(
			'insert into places.old_code (system, old_id, place_id, gate, loaded_at) values',
			['text', 'text', 'bigint', 'smallint', 'timestamptz'],
			part,
			`on conflict (system, old_id) do update
			set place_id = excluded.place_id, gate = excluded.gate, loaded_at = excluded.loaded_at
			where (places.old_code.place_id, places.old_code.gate) <> (excluded.place_id, excluded.gate)
			returning (xmax = 0) as is_new`,
		),
	);
