import Type, { type Static } from 'typebox';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { type AlertRow, lockAlert } from './queries.ts';

export const Moment = Type.String({ format: 'date-time' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const Purpose = Type.String({ minLength: 5, maxLength: 500, description: 'Why; other officers read it' });

export const Severity = Type.Union([Type.Literal('information'), Type.Literal('warning'), Type.Literal('urgent')]);
export type Severity = Static<typeof Severity>;
export const severities: readonly Severity[] = ['information', 'warning', 'urgent'];

/** What an officer says of an alert before its words, whoever it is for. */
export const draftFields = {
	severity: Severity,
	levelMax: Type.Optional(
		Type.Integer({ minimum: 1, maximum: 3, description: '1: only those who met a case themselves (F1)' }),
	),
	purpose: Purpose,
};

const AlertState = Type.Union([
	Type.Literal('draft', { description: 'Being written' }),
	Type.Literal('waiting', { description: 'Handed in, waits for a second officer' }),
	Type.Literal('sending', { description: 'Goes out, stage by stage' }),
	Type.Literal('sent'),
	Type.Literal('stopped', { description: 'What was unsent stays so; what was sent stands' }),
	Type.Literal('recalling', { description: 'Taken back; corrections go out' }),
	Type.Literal('recalled'),
	Type.Literal('dropped', { description: 'Given up before anybody was told' }),
]);
export type AlertState = Static<typeof AlertState>;

/** What a list tells of an alert. */
export const AlertHead = Type.Object({
	alertId: Id,
	severity: Severity,
	state: AlertState,
	placeName: Type.Optional(Type.String()),
	recipients: Type.Optional(Type.Integer()),
	draftedAt: Moment,
	submittedAt: Type.Optional(Moment),
	approvedAt: Type.Optional(Moment),
	endedAt: Type.Optional(Moment),
});

export const toHead = (row: AlertRow): Static<typeof AlertHead> => ({
	alertId: row.alert_id,
	severity: row.severity as Severity,
	state: row.state as AlertState,
	...(row.place_name ? { placeName: row.place_name } : {}),
	...(row.recipients === null ? {} : { recipients: row.recipients }),
	draftedAt: row.drafted_at.toISOString(),
	...(row.submitted_at ? { submittedAt: row.submitted_at.toISOString() } : {}),
	...(row.approved_at ? { approvedAt: row.approved_at.toISOString() } : {}),
	...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
});

/** The alert, held until the transaction ends so that two officers cannot move it at once. Throws `alert-has-moved-on`. */
export async function takeAlert(db: Db, alertId: string, states: readonly AlertState[]): Promise<AlertRow> {
	const row = await db.find(lockAlert(alertId));
	if (!row) throw new Problem('not-found', { field: 'alertId' });
	if (!states.includes(row.state as AlertState)) throw new Problem('alert-has-moved-on');
	return row;
}
