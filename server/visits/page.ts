import Type from 'typebox';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { leftKnownOf, Moment } from './answer.ts';
import { type Verdict, verdictCodes } from './decide.ts';
import { unpackReasons } from './door-reasons.ts';
import type { VisitRow } from './queries.ts';

/** A visit as its place may see it: the name masked, never more. */
export const PlaceVisit = Type.Object({
	visitId: Type.String({ format: 'uuid' }),
	person: Id,
	maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
	enteredAt: Moment,
	leftAt: Type.Optional(Moment),
	leftKnown: Type.Optional(Type.String({ description: 'recorded, usual-stay, entered-elsewhere or closed-by-place' })),
	wasStopped: Type.Boolean(),
	verdict: Type.String(),
	gate: Type.Integer(),
	trip: Type.Optional(Id),
	seat: Type.Optional(Type.String()),
	reasons: Type.Optional(
		Type.Array(Type.String(), { description: 'What the door said beside the verdict; of health only that it was' }),
	),
});

export const Cursor = Type.Optional(
	Type.String({ pattern: '^[0-9]{1,16}-[0-9]{1,19}$', description: 'Where the page before ended' }),
);

/** A visit on a page is found again by when it began and whose it is. */
export function readCursor(cursor: string | undefined, now: Date): { enteredAt: Date; personId: string } {
	if (!cursor) return { enteredAt: new Date(now.getTime() + 300_000), personId: '9223372036854775807' };
	const [time, personId] = cursor.split('-');
	const enteredAt = new Date(Number(time));
	if (Number.isNaN(enteredAt.getTime())) throw new Problem('invalid-input', { field: 'cursor' });
	return { enteredAt, personId: personId! };
}

export const toCursor = (row: VisitRow) => `${row.entered_at.getTime()}-${row.person_id}`;

/** The rows with masked names; the people go into the audit entry. */
export async function toPlaceVisits(context: Context, rows: readonly VisitRow[]) {
	const persons = [...new Set(rows.map((row) => row.person_id))];
	context.about(...persons);
	const names = await maskedNames({ db: context.db, keys: context.platform.keys }, persons);
	return rows.map((row) => ({
		visitId: row.visit_id,
		person: row.person_id,
		maskedName: names.get(row.person_id) ?? '***',
		enteredAt: row.entered_at.toISOString(),
		...(row.left_at ? { leftAt: row.left_at.toISOString(), leftKnown: leftKnownOf(row.left_known) } : {}),
		wasStopped: row.left_at?.getTime() === row.entered_at.getTime(),
		verdict: storedVerdict(row.verdict),
		gate: row.gate,
		...(row.trip_id === null ? {} : { trip: row.trip_id }),
		...(row.seat === null ? {} : { seat: row.seat }),
		...(row.reasons === 0 ? {} : { reasons: unpackReasons(row.reasons) }),
	}));
}

export const storedVerdict = (code: number) =>
	(Object.entries(verdictCodes).find(([, stored]) => stored === code)?.[0] ?? 'not-declared') as Verdict | 'imported';
