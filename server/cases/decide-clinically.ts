import Type from 'typebox';
import { actorId } from '#platform/actor';
import { newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay } from '#shared/language';
import { normalise } from '#shared/text/vietnamese';
import { Id, Moment } from './answer.ts';
import { getOpenCaseRow } from './case.ts';
import { insertDecision } from './queries-decisions.ts';
import { officerOfCase } from './reach.ts';

const lookBackDaysMax = 366;

export const decideClinically = operation({
	name: 'cases.decide-clinically',
	summary: {
		vi: 'Ghi quyết định của bác sĩ về ca bệnh: có phải bệnh này không; là căn cứ để xem ai đã tiếp xúc',
		en: 'Records what a clinician decided of a case: whether it is the disease; grounds for learning who met it',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			decidedBy: Type.String({ minLength: 3, maxLength: 200, description: 'The clinician’s name or office' }),
			decidedOn: Type.String({ format: 'date', description: 'A day in Viet Nam, today at the latest' }),
			isDisease: Type.Boolean({ description: 'Whether it is the disease' }),
			decision: Type.String({ minLength: 5, maxLength: 1_000, description: 'What was decided, and on what' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ decisionId: Id, recordedAt: Moment }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId, decidedOn, isDisease, ...given }) => {
		const stored = await getOpenCaseRow(db, caseId);
		about(stored.person_id);
		const today = dayOf(now);
		if (decidedOn > today || decidedOn < shiftDay(today, -lookBackDaysMax))
			throw new Problem('invalid-input', { field: 'decidedOn' });
		const [decidedBy, decision] = [normalise(given.decidedBy), normalise(given.decision)];
		if (!decidedBy || !decision) throw new Problem('invalid-input', { field: decidedBy ? 'decision' : 'decidedBy' });
		const decisionId = newId();
		await db.run(
			insertDecision({
				case_id: caseId,
				decision_id: decisionId,
				decided_by: decidedBy,
				decided_on: decidedOn,
				is_disease: isDisease,
				decision,
				recorded_by: actorId(caller.actor) ?? null,
				recorded_at: now,
			}),
		);
		return { decisionId, recordedAt: now.toISOString() };
	},
});
