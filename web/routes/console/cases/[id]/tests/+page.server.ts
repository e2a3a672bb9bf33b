import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { correctTest, listTests } from '#laboratory';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { toLocalInput } from '#web/server/case-form.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { caseFaults, testKinds, testResults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const purpose = 'Xem xét nghiệm để điều tra ca bệnh · Reading the tests to investigate the case';

/** Every version of the tests of a case's person, and the one that is to be corrected. */
export const load: PageServerLoad = async (event) => {
	const one = await askOrShow(event, getCase, { caseId: event.params.id });
	if (one.closedAt || !one.person) redirect(303, `/console/cases/${event.params.id}`);
	const { tests } = await askOrShow(event, listTests, { person: one.person, purpose });
	const chosen = tests.find(({ testId }) => testId === event.url.searchParams.get('test'));
	return {
		caseId: event.params.id,
		maskedName: one.maskedName,
		tests: tests.filter(({ disease }) => disease === one.disease),
		chosen: chosen && {
			...chosen,
			...{ sampledAt: toLocalInput(chosen.sampledAt), resultAt: toLocalInput(chosen.resultAt), reason: '' },
		},
	};
};

function correct(event: RequestEvent, values: Record<string, string>) {
	const [sampledAt, resultAt] = [readLocalTime(values.sampledAt!), readLocalTime(values.resultAt!)];
	const missing = [
		...(Object.hasOwn(testKinds, values.kind!) ? [] : ['kind']),
		...(sampledAt ? [] : ['sampledAt']),
		...(Object.hasOwn(testResults, values.result!) ? [] : ['result']),
	];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, correctTest, {
		...{ testId: values.testId!, kind: values.kind as 'pcr', sampledAt: sampledAt! },
		...{ result: values.result as 'pending', laboratory: values.laboratory!, sampleId: values.sampleId! },
		...(resultAt ? { resultAt } : {}),
		reason: values.reason!,
	});
}

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), [
			...(['testId', 'kind', 'sampledAt', 'result', 'resultAt', 'laboratory', 'sampleId', 'reason'] as const),
		]);
		const done = await askOrReturn(event, values, () => correct(event, values), {
			...caseFaults,
			reason: { vi: 'Hãy ghi vì sao sửa, từ 3 đến 500 chữ', en: 'Say why it is corrected, in 3 to 500 letters' },
		});
		return 'version' in done ? redirect(303, `/console/cases/${event.params.id}/tests?corrected`) : done;
	},
};
