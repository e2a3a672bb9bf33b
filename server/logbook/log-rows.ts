import { maskedNames } from '#identity';
import type { Context } from '#platform/operation';
import type { Text } from '#shared/language';
import { leftKnownWords, reasonWords, verdictWords } from '#shared/visit-words';
import { getTrips } from '#trips';
import { leftKnownOf, unpackReasons, type VisitRow } from '#visits';
import { storedVerdict } from './page.ts';
import { selectStretch } from './queries.ts';

/** The columns of an exported log, with their widths in letters. */
export const logColumns: readonly [string, number][] = [
	['Người (che bớt) · Person (masked)', 40],
	['Vào · In', 20],
	['Ra · Out', 20],
	['Giờ ra biết từ đâu · How leaving is known', 40],
	['Kết quả · Verdict', 22],
	['Lý do · Reason', 40],
	['Cổng · Gate', 12],
	['Chuyến · Trip', 40],
	['Ghế · Seat', 12],
];

const batchLength = 1_000;

/**
 * A stretch of a place's log as rows of an exported table, in the order of time, read a thousand at a time so that other
 * work goes on between them. Those on it go into the audit entry. Times are Viet Nam's.
 */
export async function* logRows(
	context: Context,
	stretch: { placeId: string; from: Date; until: Date },
): AsyncGenerator<string[]> {
	let after = { enteredAt: stretch.from, personId: '0' };
	for (;;) {
		const rows = await context.db.rows(selectStretch(stretch, after, batchLength));
		const persons = [...new Set(rows.map((row) => row.person_id))];
		context.about(...persons);
		const names = await maskedNames({ db: context.db, keys: context.platform.keys }, persons);
		const trips = await tripsOf(context, rows);
		for (const row of rows) yield toCells(row, names.get(row.person_id) ?? '***', trips.get(row.trip_id ?? '') ?? '');
		const last = rows.at(-1);
		if (!last || rows.length < batchLength) return;
		after = { enteredAt: last.entered_at, personId: last.person_id };
	}
}

/** A trip as a place writes it: when it left and where it goes. */
async function tripsOf({ db }: Context, rows: readonly VisitRow[]): Promise<Map<string, string>> {
	const asked = rows.flatMap((row) => (row.trip_id === null ? [] : [{ placeId: row.place_id, tripId: row.trip_id }]));
	const trips = await getTrips(db, asked);
	return new Map(
		[...trips.values()].map(({ tripId, route, departsAt }) => [tripId, `${localTime(departsAt)} ${route}`]),
	);
}

function toCells(row: VisitRow, name: string, trip: string): string[] {
	const wasStopped = row.left_at?.getTime() === row.entered_at.getTime();
	const left = !row.left_at || wasStopped ? '' : localTime(row.left_at);
	const known = wasStopped ? notEntered : row.left_at ? leftKnownWords[leftKnownOf(row.left_known)]! : notNoted;
	return [
		...[name, localTime(row.entered_at), left, both(known), both(verdictWords[storedVerdict(row.verdict)]!)],
		unpackReasons(row.reasons)
			.map((reason) => both(reasonWords[reason]!))
			.join('; '),
		...[String(row.gate), trip, row.seat ?? ''],
	];
}

const notEntered: Text = { vi: 'bị dừng, không vào', en: 'stopped, did not go in' };
const notNoted: Text = { vi: 'chưa ghi nhận ra', en: 'not noted leaving' };

const both = ({ vi, en }: Text) => `${vi} · ${en}`;

/** `2026-11-24 08:05:00` in Viet Nam: as text and as a spreadsheet's time it sorts alike. */
export const localTime = (moment: Date) =>
	new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
