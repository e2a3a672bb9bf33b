import Type from 'typebox';
import { readIds } from '#identity';
import { readTestsOf } from '#laboratory';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { getOpenCaseRow } from './case.ts';
import { Day } from './link.ts';
import type { CaseRow } from './queries.ts';
import { selectHeld, selectStays } from './queries-timeline.ts';
import { officerOfCase } from './reach.ts';

const Moment = Type.String({ format: 'date-time' });

const rowsMax = 300;
/** As far back as somebody falls ill after an infection, and as long as a case is followed. */
const days = { before: 14, after: 28 };

export const getTimeline = operation({
	name: 'chains.get-timeline',
	summary: {
		vi: 'Diễn biến một ca theo thời gian: khởi phát, xét nghiệm, nơi đã đến, cách ly',
		en: 'A case over time: onset, tests, where it was, isolation',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		from: Day,
		until: Type.String({ format: 'date', description: 'The last day shown' }),
		onsetOn: Type.Optional(Day),
		sampledOn: Type.Optional(Day),
		infectious: Type.Optional(Type.Object({ from: Day, until: Day })),
		isolatedAt: Type.Optional(Moment),
		tests: Type.Array(Type.Object({ kind: Type.String(), sampledAt: Moment, result: Type.String() })),
		stays: Type.Array(
			Type.Object({
				place: Id,
				placeName: Type.String(),
				enteredAt: Moment,
				leftAt: Type.Optional(Moment),
				isInferred: Type.Boolean({ description: 'Nobody recorded when they left' }),
			}),
		),
		held: Type.Array(Type.Object({ kind: Type.String(), from: Moment, until: Moment })),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId }) => {
		const row = await getOpenCaseRow(db, caseId);
		about(row.person_id);
		const { from, until } = shownDays(row, dayOf(now));
		const [start, end] = [startOfDay(from), startOfDay(shiftDay(until, 1))];
		const ids = await readIds(db, row.person_id);
		const [stays, held, tests] = await Promise.all([
			db.rows(selectStays(ids, start, end, rowsMax)),
			db.rows(selectHeld(ids, start, end, rowsMax)),
			readTestsOf(db, [row.person_id], row.disease),
		]);
		const places = await getPlaces(db, [...new Set(stays.map((stay) => stay.place_id))]);
		const anchor = row.onset_on ?? row.sampled_on;
		return {
			...{ from, until },
			...(row.onset_on ? { onsetOn: row.onset_on } : {}),
			...(row.sampled_on ? { sampledOn: row.sampled_on } : {}),
			...(anchor
				? { infectious: { from: shiftDay(anchor, -row.days_before), until: shiftDay(anchor, row.days_after) } }
				: {}),
			...(row.isolated_at ? { isolatedAt: row.isolated_at.toISOString() } : {}),
			tests: (tests.get(row.person_id) ?? [])
				.filter(({ sampledAt }) => new Date(sampledAt) >= start && new Date(sampledAt) < end)
				.map(({ kind, sampledAt, result }) => ({ kind, sampledAt, result })),
			stays: stays.map((stay) => ({
				place: stay.place_id,
				placeName: places.get(stay.place_id)?.name ?? '',
				enteredAt: stay.entered_at.toISOString(),
				...(stay.left_at ? { leftAt: stay.left_at.toISOString() } : {}),
				isInferred: stay.left_known !== 0 || !stay.left_at,
			})),
			held: held.map((one) => ({
				...{ kind: one.kind, from: one.holds_from.toISOString(), until: one.holds_until.toISOString() },
			})),
		};
	},
});

/** From two weeks before the case's first day until today, at most four weeks after it. */
function shownDays(row: CaseRow, today: string) {
	const first = [row.onset_on, row.sampled_on, dayOf(row.opened_at)].filter((day) => day !== null).sort()[0]!;
	const last = shiftDay(first, days.after);
	return { from: shiftDay(first, -days.before), until: last < today ? last : today };
}
