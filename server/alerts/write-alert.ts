import Type from 'typebox';
import { listProfiles } from '#identity';
import { checkLength } from '#messages';
import { Id } from '#platform/ids';
import type { Context } from '#platform/operation';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import type { Text } from '#shared/language';
import { normalise } from '#shared/text/vietnamese';
import { Moment, takeAlert, Words } from './alert.ts';
import { compose, eventOf, tellsOf } from './compose.ts';
import { requireCases } from './grounds.ts';
import { updateWords } from './queries.ts';
import { selectTemplate } from './queries-templates.ts';
import { officerOfAlert } from './reach.ts';

const Advice = Type.String({ minLength: 5, maxLength: 200 });
const longestMilliseconds = 60 * 86_400_000;

export const writeAlert = operation({
	name: 'alerts.write-alert',
	summary: {
		vi: 'Điền nơi, thời gian, việc cần làm và số điện thoại của cảnh báo đang soạn',
		en: 'Fills in where, when, what to do and whom to call of an alert that is being written',
	},
	who: officerOfAlert,
	input: Type.Object(
		{
			alertId: Id,
			placeName: Type.String({ minLength: 3, maxLength: 120 }),
			from: Moment,
			until: Moment,
			advice: Type.Object({ vi: Advice, en: Advice }, { additionalProperties: false }),
			phone: Type.String({ pattern: '^[0-9+][0-9 .]{2,19}$', description: 'Of the health station' }),
			stageMinutes: Type.Optional(
				Type.Integer({
					minimum: 1,
					maximum: 1_440,
					description: 'The next stage begins by itself; without it by hand',
				}),
			),
		},
		{ additionalProperties: false },
	),
	output: Words,
	personal: 'changes',
	run: async (
		{ db, now, platform: { keys }, about },
		{ alertId, placeName, from, until, advice, phone, stageMinutes },
	) => {
		const alert = await takeAlert(db, alertId, ['draft']);
		const filled = {
			...{ placeName: normalise(placeName), from: new Date(from), until: new Date(until), phone: phone.trim() },
			advice: { vi: normalise(advice.vi), en: normalise(advice.en) },
		};
		checkTimes(filled, now);
		const persons = await requireCases(db, alert);
		about(...persons);
		const template = await db.one(selectTemplate(alert.severity, alert.template_version));
		const text = compose(template, filled);
		await checkNobodyNamed({ db, keys }, text, persons);
		await checkLength(db, text, now);
		await db.run(
			updateWords({
				...{ alert_id: alertId, place_name: filled.placeName, seen_from: filled.from, seen_until: filled.until },
				...{ advice_vi: filled.advice.vi, advice_en: filled.advice.en, phone: filled.phone, ...text },
				...{ event: eventOf(alert.severity, filled), stage_minutes: stageMinutes ?? null },
			}),
		);
		return text;
	},
});

function checkTimes({ from, until }: { from: Date; until: Date }, now: Date): void {
	if (!(from < until)) throw new Problem('invalid-input', { field: 'until' });
	if (until > now) throw new Problem('invalid-input', { field: 'until' });
	if (now.getTime() - from.getTime() > longestMilliseconds) throw new Problem('invalid-input', { field: 'from' });
}

/** Whoever is ill must not be known from what others read. */
async function checkNobodyNamed(
	store: Pick<Context, 'db'> & { keys: Context['platform']['keys'] },
	{ vi, en }: Text,
	persons: readonly string[],
): Promise<void> {
	for (const { fullName, phone, documentNumber } of (await listProfiles(store, persons)).values()) {
		const numbers = [phone, documentNumber].filter((number) => number !== undefined);
		if (tellsOf(`${vi} ${en}`, { fullName, numbers })) throw new Problem('alert-names-case');
	}
}
