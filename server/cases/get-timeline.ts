import Type, { type Static } from 'typebox';
import { readIds } from '#identity';
import { readTestsOf } from '#laboratory';
import type { Db } from '#platform/db';
import { operation } from '#platform/operation';
import { startOfDay } from '#shared/language';
import { Day, Id, Moment } from './answer.ts';
import { getCaseRow } from './case.ts';
import type { RuledCaseRow } from './queries.ts';
import { selectChanges } from './queries-changes.ts';
import { selectDecisions } from './queries-decisions.ts';
import { countVisits, selectAttempts, selectCalls, selectLevels, selectOrders } from './queries-timeline.ts';
import { officerOfCase } from './reach.ts';

const eventsMax = 300;
const dayLong = 86_400_000;
/** What somebody did or said longer before the case is no part of it. */
const daysBefore = 30;

const Event = Type.Object({
	/** A moment, or a day where only the day is known. */
	at: Type.Union([Moment, Day]),
	kind: Type.Union([
		Type.Literal('onset'),
		Type.Literal('opened'),
		Type.Literal('isolated'),
		Type.Literal('outcome'),
		Type.Literal('sampled'),
		Type.Literal('result'),
		Type.Literal('decided'),
		Type.Literal('ordered'),
		Type.Literal('declared'),
		Type.Literal('visited'),
		Type.Literal('attempted'),
		Type.Literal('called'),
		Type.Literal('changed'),
		Type.Literal('closed'),
		Type.Literal('reopened'),
	]),
	until: Type.Optional(Moment),
	/** A result, a level, an outcome, a kind of isolation, a reason for closing. */
	value: Type.Optional(Type.String()),
	count: Type.Optional(Type.Integer()),
	places: Type.Optional(Type.Integer()),
	/** Who: a laboratory, a clinician, an authority. */
	by: Type.Optional(Type.String()),
	note: Type.Optional(Type.String()),
	before: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
	after: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
type Event = Static<typeof Event>;

export const getTimeline = operation({
	name: 'cases.get-timeline',
	summary: {
		vi: 'Diễn biến của một ca: khởi phát, xét nghiệm, khai báo, vào ra, cách ly, các lần sửa hồ sơ; mới nhất trước',
		en: 'What happened in a case: onset, tests, declarations, visits a day, isolation, changes; the newest first',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({ events: Type.Array(Event) }),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId }) => {
		const row = await getCaseRow(db, caseId);
		const ofFile = [...fileEvents(row), ...(await changeEvents(db, caseId))];
		if (!row.closed_at) about(row.person_id);
		// Of a closed case only what was done with it is told.
		const ofPerson = row.closed_at ? [] : await personEvents(db, row, now);
		return { events: [...ofFile, ...ofPerson].sort(newestFirst).slice(0, eventsMax) };
	},
});

/** A day without a time comes before what happened on it. */
const timeOf = ({ at }: Event) => (at.length === 10 ? startOfDay(at).getTime() : Date.parse(at));
const newestFirst = (one: Event, other: Event) => timeOf(other) - timeOf(one);

function fileEvents(row: RuledCaseRow): Event[] {
	return [
		{ at: row.opened_at.toISOString(), kind: 'opened' },
		...(row.onset_on ? [{ at: row.onset_on, kind: 'onset' as const }] : []),
		...(row.isolated_at ? [{ at: row.isolated_at.toISOString(), kind: 'isolated' as const }] : []),
		...(row.outcome_on ? [{ at: row.outcome_on, kind: 'outcome' as const, value: row.outcome ?? '' }] : []),
	];
}

async function changeEvents(db: Db, caseId: string): Promise<Event[]> {
	const rows = await db.rows(selectChanges(caseId, eventsMax));
	return rows.map((row) => ({
		at: row.at.toISOString(),
		kind: row.kind as 'changed',
		...(row.authority ? { by: row.authority } : {}),
		...(row.reason ? { note: row.reason } : {}),
		...(typeof row.after.closed === 'string' ? { value: row.after.closed } : {}),
		before: row.before,
		after: row.after,
	}));
}

async function personEvents(db: Db, row: RuledCaseRow, now: Date): Promise<Event[]> {
	const first = [row.onset_on, row.sampled_on].flatMap((day) => (day ? [startOfDay(day)] : []));
	const begin = Math.min(row.opened_at.getTime(), ...first.map((at) => at.getTime()));
	const from = new Date(begin - daysBefore * dayLong);
	const persons = await readIds(db, row.person_id);
	const [tests, decisions, levels, orders, visits, attempts, calls] = await Promise.all([
		readTestsOf(db, [row.person_id], row.disease),
		db.rows(selectDecisions(row.case_id, eventsMax)),
		db.rows(selectLevels(persons, from, now, eventsMax)),
		db.rows(selectOrders(persons, from, now, eventsMax)),
		db.rows(countVisits(persons, from, now)),
		db.rows(selectAttempts(persons, from, now, eventsMax)),
		db.rows(selectCalls(persons, from, now, eventsMax)),
	]);
	return [
		...(tests.get(row.person_id) ?? []).flatMap((one): Event[] => [
			{ at: one.sampledAt, kind: 'sampled', value: one.kind, by: one.laboratory },
			...(one.resultAt ? [{ at: one.resultAt, kind: 'result' as const, value: one.result, by: one.laboratory }] : []),
		]),
		...decisions.map((one): Event => {
			const value = one.is_disease ? 'is-disease' : 'is-not';
			return { at: one.decided_on, kind: 'decided', value, by: one.decided_by, note: one.decision };
		}),
		...levels.map((one): Event => ({ at: one.declared_at.toISOString(), kind: 'declared', value: one.level })),
		...orders.map((one): Event => {
			const [at, until] = [one.holds_from.toISOString(), one.holds_until.toISOString()];
			return { at, until, kind: 'ordered', value: one.kind };
		}),
		...visits.map((one): Event => ({ at: one.day, kind: 'visited', count: one.visits, places: one.places })),
		...attempts.map((one) => toContact('attempted', one)),
		...calls.map((one) => toContact('called', one)),
	];
}

/** Somebody of an authority tried to reach the person, or had something to tell them. */
const toContact = (
	kind: 'attempted' | 'called',
	one: { at: Date; outcome: string; note: string | null; authority: string | null },
): Event => ({
	...{ at: one.at.toISOString(), kind, value: one.outcome },
	...(one.authority ? { by: one.authority } : {}),
	...(one.note ? { note: one.note } : {}),
});
