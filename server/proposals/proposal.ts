import Type, { type Static } from 'typebox';
import { getAreas } from '#areas';
import { readRegimes } from '#diseases';
import { maskedNames } from '#identity';
import { Kind } from '#isolation';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { type Clock, readClocks } from './clock.ts';
import { deadlines } from './deadlines.ts';
import { Day, Moment } from './fields.ts';
import type { ProposalRow } from './queries.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const Deadline = Type.Object({
	step: Type.Union([Type.Literal('list'), Type.Literal('decision'), Type.Literal('notice')]),
	dueAt: Moment,
	warnAt: Moment,
	state: Type.Union([
		Type.Literal('done'),
		Type.Literal('late'),
		Type.Literal('running'),
		Type.Literal('soon'),
		Type.Literal('missed'),
	]),
	doneAt: Type.Optional(Moment),
});

export const Proposal = Type.Object({
	proposalId: Id,
	person: Id,
	maskedName: Type.String(),
	areaId: Type.Integer(),
	areaName: Words,
	kind: Kind,
	cause: Type.Union([Type.Literal('case'), Type.Literal('contact'), Type.Literal('arrival')]),
	caseId: Type.Optional(Id),
	disease: Type.String(),
	regimeName: Type.Optional(Words),
	fromOn: Day,
	untilOn: Day,
	reason: Type.String(),
	knownAt: Moment,
	proposedAt: Moment,
	authority: Type.Optional(Type.String()),
	/** The role that decides on this kind, and the form it fills in. */
	office: Type.String(),
	form: Type.String(),
	deadlines: Type.Array(Deadline),
	holdUntil: Type.Optional(Moment),
	isHoldDoubled: Type.Boolean(),
	outcome: Type.Optional(Type.Union([Type.Literal('accepted'), Type.Literal('refused')])),
	isOwnDecision: Type.Optional(Type.Boolean({ description: 'The office itself decided here, not on paper' })),
	decidedBy: Type.Optional(Type.String()),
	decisionNumber: Type.Optional(Type.String()),
	refusedReason: Type.Optional(Type.String()),
	orderId: Type.Optional(Id),
	mustBeTold: Type.Array(Type.String()),
});
export type Proposal = Static<typeof Proposal>;

const areaIdOf = (path: string): number => Number(path.split('.').at(-1));

export async function toProposals(
	{ db, keys, now }: { db: Db; keys: Keys; now: Date },
	rows: readonly ProposalRow[],
): Promise<Proposal[]> {
	const persons = [...new Set(rows.map((row) => row.person_id))];
	const asked = rows.flatMap(({ regime, regime_version }) => (regime ? [{ regime, version: regime_version! }] : []));
	const [areas, names, regimes, clocks] = await Promise.all([
		getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]),
		maskedNames({ db, keys }, persons),
		readRegimes(db, asked),
		readClocks(db),
	]);
	return rows.map((row) => {
		const clock = clocks.find((one) => one.kind === row.kind && one.version === row.clock_version)!;
		return {
			...toFields(row, clock, now),
			maskedName: names.get(row.person_id) ?? '***',
			areaName: areas.get(areaIdOf(row.area_path))?.fullName ?? { vi: '', en: '' },
			...optional('regimeName', regimes.get(`${row.regime}/${row.regime_version}`)?.name),
		};
	});
}

const toFields = (row: ProposalRow, clock: Clock, now: Date) => ({
	proposalId: row.proposal_id,
	person: row.person_id,
	areaId: areaIdOf(row.area_path),
	kind: row.kind as Proposal['kind'],
	cause: row.cause as Proposal['cause'],
	...optional('caseId', row.case_id),
	disease: row.disease,
	fromOn: row.from_on,
	untilOn: row.until_on,
	reason: row.reason,
	knownAt: row.known_at.toISOString(),
	proposedAt: row.proposed_at.toISOString(),
	...optional('authority', row.authority),
	office: clock.office,
	form: clock.form,
	deadlines: readDeadlines(row, clock, now),
	...optional('holdUntil', row.hold_until?.toISOString()),
	isHoldDoubled: row.is_hold_doubled,
	...optional('outcome', row.outcome as Proposal['outcome'] | null),
	...optional('isOwnDecision', row.is_own_decision),
	...optional('decidedBy', row.decided_by),
	...optional('decisionNumber', row.decision_number),
	...optional('refusedReason', row.refused_reason),
	...optional('orderId', row.order_id),
	mustBeTold: row.told,
});

function readDeadlines(row: ProposalRow, clock: Clock, now: Date): Proposal['deadlines'] {
	const course = {
		knownAt: row.known_at,
		proposedAt: row.proposed_at,
		...optional('decidedAt', row.decided_at),
		...optional('outcome', row.outcome as 'accepted' | 'refused' | null),
		...optional('notifiedAt', row.notified_at),
	};
	return deadlines(course, clock, now).map(({ step, state, dueAt, warnAt, doneAt }) => ({
		...{ step, state, dueAt: dueAt.toISOString(), warnAt: warnAt.toISOString() },
		...optional('doneAt', doneAt?.toISOString()),
	}));
}

/** The field, where there is something to say. */
function optional<Name extends string, Value>(name: Name, value: Value | null | undefined) {
	return (value === null || value === undefined ? {} : { [name]: value }) as { [key in Name]?: NonNullable<Value> };
}
