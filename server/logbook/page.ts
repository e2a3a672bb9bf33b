import Type from 'typebox';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import type { Context } from '#platform/operation';
import { leftKnownOf, unpackReasons, type Verdict, type VisitRow, verdictCodes } from '#visits';

export const Moment = Type.String({ format: 'date-time' });

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
