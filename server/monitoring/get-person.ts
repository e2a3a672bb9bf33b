import Type from 'typebox';
import { maskedNames, readIds } from '#identity';
import { Id } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import type { Answers } from '#shared/form/answers';
import { dayOf } from '#shared/language';
import { toWatched, Watched } from './list-people.ts';
import { selectAlarmsOf } from './queries-alarms.ts';
import { selectAttempts, selectReviews } from './queries-attempts.ts';
import { selectWatches } from './queries-people.ts';
import { type SaidRow, selectSaid } from './queries-reports.ts';
import { officerOfPerson } from './reach.ts';
import { Channel, Day, followUp, Level, Moment } from './shapes.ts';

const Report = Type.Object({
	day: Day,
	slot: Type.Integer(),
	reportedAt: Moment,
	channel: Channel,
	level: Level,
	signs: Type.Array(Type.String()),
	temperature: Type.Optional(Type.Number()),
	note: Type.Optional(Type.String()),
	isCorrection: Type.Boolean({ description: 'Said later about a slot that was reported already' }),
	rule: Type.String({ description: 'The symptom rule that judged it, with its version' }),
});

const Done = Type.Object({ at: Moment, authority: Type.String(), note: Type.String() });
const reportsMax = 500;

export const getPerson = operation({
	name: 'monitoring.get-person',
	summary: {
		vi: 'Mọi lần báo sức khoẻ của một người, các báo động và các lần liên hệ, tên được che',
		en: 'All reports of one person, the alarms and what was done about them, with a masked name',
	},
	who: officerOfPerson,
	input: Type.Object({ person: Id }, { additionalProperties: false }),
	output: Type.Object({
		person: Id,
		maskedName: Type.String(),
		watches: Type.Array(Watched),
		reports: Type.Array(Report),
		alarms: Type.Array(
			Type.Object({
				alarmId: Id,
				raisedAt: Moment,
				isUrgent: Type.Boolean(),
				reasons: Type.Array(Type.String()),
				handled: Type.Optional(Done),
			}),
		),
		attempts: Type.Array(Type.Object({ ...Done.properties, outcome: Type.String() })),
		reviews: Type.Array(Done),
	}),
	personal: 'reads',
	purpose: () => followUp,
	run: async ({ db, now, platform: { keys }, about }, { person }) => {
		about(person);
		const ids = await readIds(db, person);
		const [rows, said, alarms, attempts, reviews] = await Promise.all([
			db.rows(selectWatches(ids, dayOf(now))),
			db.rows(selectSaid(ids, reportsMax)),
			db.rows(selectAlarmsOf(ids)),
			db.rows(selectAttempts(ids)),
			db.rows(selectReviews(ids)),
		]);
		const watches = await toWatched({ db, keys, now }, rows);
		if (!watches.length) throw new Problem('not-found', { field: 'person' });
		return {
			person,
			maskedName: (await maskedNames({ db, keys }, [person])).get(person) ?? '***',
			watches,
			reports: [...new Map(said.map((row) => [row.report_id, row])).values()].map((row) => toReport(row, keys)),
			alarms: alarms.map((row) => ({
				alarmId: row.alarm_id,
				raisedAt: row.raised_at.toISOString(),
				isUrgent: row.is_urgent,
				reasons: row.reasons,
				...(row.handled_at
					? { handled: toDone({ at: row.handled_at, authority: row.handled_authority!, note: row.handled_note! }) }
					: {}),
			})),
			attempts: attempts.map((row) => ({ ...toDone(row), outcome: row.outcome })),
			reviews: reviews.map(toDone),
		};
	},
});

const toDone = ({ at, authority, note }: { at: Date; authority: string; note: string }) => ({
	...{ at: at.toISOString(), authority, note },
});

function toReport(row: SaidRow, keys: Keys) {
	const answers = JSON.parse(keys.decrypt(row.answers_sealed)) as Answers;
	return {
		day: row.day,
		slot: row.slot,
		reportedAt: row.reported_at.toISOString(),
		channel: row.channel as 'self',
		level: row.level,
		signs: [answers.signs ?? []].flat(),
		...(answers.temperature === undefined ? {} : { temperature: Number(answers.temperature) }),
		...(typeof answers.note === 'string' ? { note: answers.note } : {}),
		isCorrection: row.is_correction,
		rule: `${row.rule} ${row.rule_version}`,
	};
}
