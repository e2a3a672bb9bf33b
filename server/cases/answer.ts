import Type, { type Static } from 'typebox';
import { type Area, getAreas } from '#areas';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { infectiousWindow } from './infectious-window.ts';
import type { CaseRow, RuledCaseRow } from './queries.ts';

export { Id };
export const Moment = Type.String({ format: 'date-time' });
export const Day = Type.String({ format: 'date', description: 'A day in Viet Nam' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const Purpose = Type.String({
	minLength: 5,
	maxLength: 500,
	description: 'Why; the person concerned will read it',
});

export const Classification = Type.Union([
	Type.Literal('suspected'),
	Type.Literal('probable'),
	Type.Literal('confirmed'),
	Type.Literal('discarded'),
]);

export const Outcome = Type.Union([Type.Literal('recovered'), Type.Literal('died'), Type.Literal('unknown')]);

/** How the case was found. */
export const Source = Type.Union([
	Type.Literal('screening'),
	Type.Literal('contact-tracing'),
	Type.Literal('border'),
	Type.Literal('self-report'),
	Type.Literal('hospital'),
	Type.Literal('other'),
]);

/** The dates an officer may give; null clears one, leaving it out keeps it. */
export const dateFields = {
	onsetOn: Type.Optional(Type.Union([Day, Type.Null()])),
	sampledOn: Type.Optional(Type.Union([Day, Type.Null()])),
	isolatedAt: Type.Optional(Type.Union([Moment, Type.Null()])),
};

/** Which rule decided, as a result keeps it. */
export const UsedRule = Type.Object({
	rule: Type.String(),
	version: Type.Integer(),
	name: Words,
	daysBefore: Type.Integer(),
	daysAfter: Type.Integer(),
	minutesMin: Type.Integer(),
	withinHours: Type.Optional(Type.Integer({ description: 'The minutes must fall within so many hours' })),
	sameGate: Type.Boolean(),
	sameTrip: Type.Boolean(),
	seatRows: Type.Optional(Type.Integer()),
	symptomFreeDays: Type.Integer(),
	followUpDays: Type.Integer(),
	metersMax: Type.Optional(Type.Number({ description: 'Told, never applied: no log of a door knows nearness' })),
	decision: Type.String(),
	decisionEn: Type.Optional(Type.String({ description: 'The same in English; without it, as it is' })),
});

export const Window = Type.Object({ from: Moment, until: Moment }, { description: 'From `from` until before `until`' });

/** A case without the person. */
export const CaseHead = Type.Object({
	caseId: Id,
	number: Type.Optional(Type.String({ description: 'BN-2026-000123, counted by province and year' })),
	disease: Type.String(),
	classification: Classification,
	areaId: Type.Integer(),
	areaName: Words,
	onsetOn: Type.Optional(Day),
	sampledOn: Type.Optional(Day),
	isolatedAt: Type.Optional(Moment),
	rule: Type.String(),
	ruleVersion: Type.Integer(),
	openedAt: Moment,
	closedAt: Type.Optional(Moment),
	closedReason: Type.Optional(Type.String()),
	closedNote: Type.Optional(Type.String()),
	outcome: Type.Optional(Outcome),
	outcomeOn: Type.Optional(Day),
	source: Type.Optional(Source),
	occupation: Type.Optional(Type.String()),
	outbreak: Type.Optional(Id),
});
export type CaseHead = Static<typeof CaseHead>;

const areaIdOf = (path: string) => Number(path.split('.').at(-1));

export async function toHeads(db: Db, rows: readonly CaseRow[]): Promise<CaseHead[]> {
	const areas = await getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]);
	return rows.map((row) => toHead(row, areas.get(areaIdOf(row.area_path))));
}

function toHead(row: CaseRow, area: Area | undefined): CaseHead {
	return {
		caseId: row.case_id,
		...(row.number ? { number: row.number } : {}),
		disease: row.disease,
		classification: row.classification as CaseHead['classification'],
		areaId: areaIdOf(row.area_path),
		areaName: area?.fullName ?? { vi: '', en: '' },
		...(row.onset_on ? { onsetOn: row.onset_on } : {}),
		...(row.sampled_on ? { sampledOn: row.sampled_on } : {}),
		...(row.isolated_at ? { isolatedAt: row.isolated_at.toISOString() } : {}),
		rule: row.rule,
		ruleVersion: row.rule_version,
		openedAt: row.opened_at.toISOString(),
		...(row.closed_at ? { closedAt: row.closed_at.toISOString() } : {}),
		...(row.closed_reason ? { closedReason: row.closed_reason } : {}),
		...(row.closed_note ? { closedNote: row.closed_note } : {}),
		...(row.outcome ? { outcome: row.outcome as Static<typeof Outcome> } : {}),
		...(row.outcome_on ? { outcomeOn: row.outcome_on } : {}),
		...(row.source ? { source: row.source as Static<typeof Source> } : {}),
		// What somebody does for a living tells who they are, in a small place.
		...(row.occupation && !row.closed_at ? { occupation: row.occupation } : {}),
		...(row.outbreak_id ? { outbreak: row.outbreak_id } : {}),
	};
}

export const toUsedRule = (row: RuledCaseRow): Static<typeof UsedRule> => ({
	rule: row.rule,
	version: row.rule_version,
	name: { vi: row.rule_name_vi, en: row.rule_name_en },
	daysBefore: row.days_before,
	daysAfter: row.days_after,
	minutesMin: row.minutes_min,
	...(row.within_hours === null ? {} : { withinHours: row.within_hours }),
	sameGate: row.same_gate,
	sameTrip: row.same_trip,
	...(row.seat_rows === null ? {} : { seatRows: row.seat_rows }),
	symptomFreeDays: row.symptom_free_days,
	followUpDays: row.follow_up_days,
	...(row.meters_max === null ? {} : { metersMax: Number(row.meters_max) }),
	decision: row.decision,
	...(row.decision_en === null ? {} : { decisionEn: row.decision_en }),
});

/** The infectious window of a stored case, or undefined while neither onset nor sampling is known. */
export const windowOf = (row: RuledCaseRow) =>
	infectiousWindow(
		{ daysBefore: row.days_before, daysAfter: row.days_after, symptomFreeDays: row.symptom_free_days },
		{
			onsetOn: row.onset_on ?? undefined,
			sampledOn: row.sampled_on ?? undefined,
			isolatedAt: row.isolated_at ?? undefined,
		},
	);

export const toWindow = ({ from, until }: { from: Date; until: Date }) => ({
	from: from.toISOString(),
	until: until.toISOString(),
});
