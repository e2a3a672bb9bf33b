import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { Kind } from '#isolation';
import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { type ClockRow, insertClock, selectClocks } from './queries-clocks.ts';

/** Who is told of a decision. */
export const Told = Type.Union([
	Type.Literal('person'),
	Type.Literal('relatives'),
	Type.Literal('police'),
	Type.Literal('ward-leader'),
	Type.Literal('consulate'),
]);
export type Told = Static<typeof Told>;

const Minutes = Type.Integer({ minimum: 1, maximum: 10_080 });

export const clockFields = {
	kind: Kind,
	listMinutes: Minutes,
	decisionMinutes: Minutes,
	noticeMinutes: Type.Optional(Minutes),
	holdMinutes: Type.Integer({ minimum: 1, maximum: 10_080, description: 'How long somebody is kept undecided' }),
	office: Type.Union([Type.Literal('commune-chair'), Type.Literal('facility-head'), Type.Literal('gate-authority')]),
	told: Type.Array(Told, { uniqueItems: true, maxItems: 5, description: 'Who must be told of the decision' }),
	form: Type.String({ minLength: 3, maxLength: 100, description: 'Mẫu 02 Phụ lục IV' }),
	validFrom: Type.String({ format: 'date' }),
	decision: Type.String({ minLength: 3, maxLength: 500 }),
};

export const Clock = Type.Object({ ...clockFields, version: Type.Integer({ minimum: 1 }) });
export type Clock = Static<typeof Clock>;

/** Every version of every kind's clocks. */
export async function readClocks(db: Db): Promise<Clock[]> {
	return (await db.rows(selectClocks())).map(toClock);
}

/** The clocks in force for a kind; those shipped hold from 1 July 2026, and before it as well: there are no others. */
export function clockOn(clocks: readonly Clock[], kind: Clock['kind'], now: Date): Clock {
	const ofKind = clocks.filter((one) => one.kind === kind).sort((one, other) => other.version - one.version);
	return ofKind.find(({ validFrom }) => validFrom <= dayOf(now)) ?? ofKind.at(-1)!;
}

const toClock = (row: ClockRow): Clock => ({
	kind: row.kind as Clock['kind'],
	version: row.version,
	listMinutes: row.list_minutes,
	decisionMinutes: row.decision_minutes,
	...(row.notice_minutes === null ? {} : { noticeMinutes: row.notice_minutes }),
	holdMinutes: row.hold_minutes,
	office: row.office as Clock['office'],
	told: row.told as Told[],
	form: row.form,
	validFrom: row.valid_from,
	decision: row.decision,
});

export const toClockRow = (clock: Clock): ClockRow => ({
	kind: clock.kind,
	version: clock.version,
	list_minutes: clock.listMinutes,
	decision_minutes: clock.decisionMinutes,
	notice_minutes: clock.noticeMinutes ?? null,
	hold_minutes: clock.holdMinutes,
	office: clock.office,
	told: clock.told,
	form: clock.form,
	valid_from: clock.validFrom,
	decision: clock.decision,
});

/** Adds the clocks the product comes with; those that are there stay as they are. */
export async function ensureClocks(db: Db): Promise<void> {
	const folder = join(import.meta.dirname, 'clocks');
	for (const name of readdirSync(folder).sort())
		await db.run(insertClock(toClockRow(JSON.parse(readFileSync(join(folder, name), 'utf8')))));
}
