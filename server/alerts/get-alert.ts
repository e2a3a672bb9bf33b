import Type from 'typebox';
import { isSecondOfficer } from '#identity';
import { countMessages } from '#messages';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { AlertHead, Moment, toHead, Words } from './alert.ts';
import { countCasesOf, selectAlert, selectCasesOf } from './queries.ts';
import { countStages } from './queries-recipients.ts';
import { officerOfAlert } from './reach.ts';

const Counts = Type.Object(
	Object.fromEntries(
		['waiting', 'sending', 'sent', 'unsure', 'to-call', 'failed', 'blocked', 'expired', 'recalled'].map((state) => [
			state,
			Type.Integer(),
		]),
	),
	{ description: 'People by where their message is' },
);

const casesShown = 100;

export const getAlert = operation({
	name: 'alerts.get-alert',
	summary: {
		vi: 'Một cảnh báo: nội dung, tình trạng, số người theo từng kết quả',
		en: 'One alert: its words, how far it is, and how many people are where',
	},
	who: officerOfAlert,
	input: Type.Object({ alertId: Id }, { additionalProperties: false }),
	output: Type.Object({
		...AlertHead.properties,
		outbreakId: Type.Optional({ ...Id, description: 'It is for all who met the cases of this outbreak' }),
		cases: Type.Array(Id, { description: 'The first hundred' }),
		caseCount: Type.Integer(),
		levelMax: Type.Integer(),
		purpose: Type.String(),
		seenFrom: Type.Optional(Moment),
		seenUntil: Type.Optional(Moment),
		advice: Type.Optional(Words),
		phone: Type.Optional(Type.String()),
		text: Type.Optional(Words),
		stageMinutes: Type.Optional(Type.Integer()),
		stage: Type.Integer(),
		stages: Type.Array(Type.Object({ stage: Type.Integer(), people: Type.Integer(), released: Type.Integer() })),
		nextStageAt: Type.Optional(Moment),
		messages: Counts,
		mayApprove: Type.Boolean({ description: 'Waits for a second officer, and whoever asks is one' }),
		endedReason: Type.Optional(Type.String()),
		correction: Type.Optional(Words),
		corrections: Type.Optional(Counts),
		correctedAt: Type.Optional(Moment),
	}),
	personal: 'none',
	run: async ({ db, caller }, { alertId }) => {
		const row = await db.find(selectAlert(alertId));
		if (!row) throw new Problem('not-found', { field: 'alertId' });
		const [cases, { cases: caseCount }, stages, messages, corrections] = await Promise.all([
			db.rows(selectCasesOf(alertId, casesShown)),
			db.one(countCasesOf(alertId)),
			db.rows(countStages(alertId)),
			countMessages(db, alertId),
			countMessages(db, row.correction_id),
		]);
		// The job that notes it comes once a minute; whoever watches the page sees it at once.
		const isOut =
			row.state === 'sending' &&
			stages.every((one) => one.released === one.people) &&
			messages.waiting + messages.sending === 0;
		return {
			...toHead(isOut ? { ...row, state: 'sent' } : row),
			...(row.outbreak_id ? { outbreakId: row.outbreak_id } : {}),
			cases: cases.map((one) => one.case_id),
			caseCount,
			levelMax: row.level_max,
			purpose: row.purpose,
			...(row.seen_from && row.seen_until
				? { seenFrom: row.seen_from.toISOString(), seenUntil: row.seen_until.toISOString() }
				: {}),
			...(row.advice_vi && row.advice_en ? { advice: { vi: row.advice_vi, en: row.advice_en } } : {}),
			...(row.phone ? { phone: row.phone } : {}),
			...(row.vi && row.en ? { text: { vi: row.vi, en: row.en } } : {}),
			...(row.stage_minutes ? { stageMinutes: row.stage_minutes } : {}),
			stage: row.stage,
			stages,
			...(row.next_stage_at ? { nextStageAt: row.next_stage_at.toISOString() } : {}),
			messages,
			mayApprove: row.state === 'waiting' && isSecondOfficer(caller.actor, [row.drafted_by, row.submitted_by]),
			...(row.ended_reason ? { endedReason: row.ended_reason } : {}),
			...(row.correction_vi && row.correction_en
				? { correction: { vi: row.correction_vi, en: row.correction_en }, corrections }
				: {}),
			...(row.corrected_at ? { correctedAt: row.corrected_at.toISOString() } : {}),
		};
	},
});
