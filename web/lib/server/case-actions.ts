import { type RequestEvent, redirect } from '@sveltejs/kit';
import { changeCase, closeCase, decideClinically, getCase, reopenCase } from '#cases';
import { recordTest } from '#laboratory';
import { Problem } from '#platform/problem';
import { caseFaults } from '#web/ui/case-words.ts';
import { ask, askOrReturn } from './ask.ts';
import { readCaseDates } from './case-form.ts';
import { readLocalTime, readTexts } from './posted.ts';

type CaseEvent = RequestEvent<{ id: string }>;

const classes = ['suspected', 'probable', 'confirmed', 'discarded'] as const;
const outcomes = ['recovered', 'died', 'unknown'] as const;
const sources = ['screening', 'contact-tracing', 'border', 'self-report', 'hospital', 'other'] as const;
const kinds = ['pcr', 'antigen', 'antibody', 'culture', 'other'] as const;
const results = ['pending', 'positive', 'negative', 'invalid'] as const;
const reasons = ['finished', 'discarded', 'moved', 'twice', 'mistake'] as const;

const oneOf = <T extends string>(choices: readonly T[], text: string) => choices.find((one) => one === text);

/** The choice somebody made. Throws `invalid-input`, naming the field, where they made none. */
function chosen<T extends string>(choices: readonly T[], field: string, text: string): T {
	const found = oneOf(choices, text);
	if (!found) throw new Problem('invalid-input', { field });
	return found;
}

/** Does what a form of the case's page asks for, and shows the page anew; a Problem gives the form back, filled in. */
async function act(event: CaseEvent, values: Record<string, string>, part: string, work: () => Promise<unknown>) {
	const done = await askOrReturn(
		event,
		{ ...values, part },
		async () => ({ isDone: true, ...((await work()) as object) }),
		caseFaults,
	);
	return 'isDone' in done ? redirect(303, `/console/cases/${event.params.id}`) : done;
}

export async function changeFacts(event: CaseEvent) {
	const posted = await event.request.formData();
	const values = readTexts(posted, [
		...(['onsetOn', 'sampledOn', 'isolatedAt', 'classification', 'outcome', 'outcomeOn'] as const),
		...(['source', 'occupation', 'outbreak', 'reason'] as const),
	]);
	const classification = oneOf(classes, values.classification);
	return act(event, values, 'dates', async () => {
		// One word of a long form ends the case and everybody's follow-up: it is never chosen in passing.
		if (classification === 'discarded' && values.reason.length < 5)
			throw new Problem('invalid-input', { fields: [{ field: 'reason', text: whyDiscarded }] });
		return ask(event, changeCase, {
			caseId: event.params.id,
			...readCaseDates(posted),
			...(classification ? { classification } : {}),
			outcome: oneOf(outcomes, values.outcome) ?? null,
			outcomeOn: values.outcomeOn || null,
			source: oneOf(sources, values.source) ?? null,
			occupation: values.occupation || null,
			outbreak: values.outbreak || null,
			...(values.reason ? { reason: values.reason } : {}),
		});
	});
}

const whyDiscarded = {
	vi: 'Loại trừ thì ca kết thúc, người tiếp xúc thôi được theo dõi: hãy ghi vì sao, từ 5 chữ',
	en: 'Discarding closes the case and ends the follow-up of its contacts: say why, in 5 letters or more',
};

export async function addTest(event: CaseEvent) {
	const values = readTexts(await event.request.formData(), [
		...(['kind', 'sampledAt', 'result', 'resultAt', 'laboratory', 'sampleId'] as const),
	]);
	return act(event, values, 'test', async () => {
		const { person, disease, areaId, closedAt } = await ask(event, getCase, { caseId: event.params.id });
		if (closedAt || !person) throw new Problem('case-closed');
		const sampledAt = readLocalTime(values.sampledAt);
		if (!sampledAt) throw new Problem('invalid-input', { field: 'sampledAt' });
		const resultAt = readLocalTime(values.resultAt);
		return ask(event, recordTest, {
			...{ person, disease, areaId, sampledAt, laboratory: values.laboratory, sampleId: values.sampleId },
			kind: chosen(kinds, 'kind', values.kind),
			result: chosen(results, 'result', values.result),
			...(resultAt ? { resultAt } : {}),
		});
	});
}

export async function decide(event: CaseEvent) {
	const values = readTexts(await event.request.formData(), ['decidedBy', 'decidedOn', 'isDisease', 'decision']);
	return act(event, values, 'decide', () => {
		const isDisease = chosen(['yes', 'no'], 'isDisease', values.isDisease) === 'yes';
		const { decidedBy, decidedOn, decision } = values;
		return ask(event, decideClinically, { caseId: event.params.id, decidedBy, decidedOn, isDisease, decision });
	});
}

export async function close(event: CaseEvent) {
	const values = readTexts(await event.request.formData(), ['closing', 'note']);
	const { note } = values;
	return act(event, values, 'close', async () => {
		const reason = chosen(reasons, 'closing', values.closing);
		return ask(event, closeCase, { caseId: event.params.id, reason, ...(note ? { note } : {}) });
	});
}

export async function reopen(event: CaseEvent) {
	const values = readTexts(await event.request.formData(), ['reason']);
	return act(event, values, 'reopen', () => ask(event, reopenCase, { caseId: event.params.id, reason: values.reason }));
}
