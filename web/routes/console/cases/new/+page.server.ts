import { redirect } from '@sveltejs/kit';
import { openCase } from '#cases';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { listRuleChoices, readCaseDates } from '#web/server/case-form.ts';
import { findPersons } from '#web/server/find-person.ts';
import { readTexts } from '#web/server/posted.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

const classes = ['suspected', 'probable', 'confirmed', 'discarded'] as const;

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	return {
		areas: await listLedAreas(actor, event.locals.language),
		rules: await listRuleChoices(event),
	};
};

export const actions: Actions = {
	find: findPersons,
	open: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, [
			...(['person', 'maskedName', 'areaId', 'classification', 'rule'] as const),
			...(['onsetOn', 'sampledOn', 'isolatedAt', 'purpose'] as const),
		]);
		const opened = await askOrReturn(event, values, () => open(event, values, posted), caseFaults);
		if (!('caseId' in opened)) return opened;
		redirect(303, `/console/cases/${opened.caseId}${opened.wasOpen ? '?was-open' : ''}`);
	},
};

async function open(event: Parameters<typeof ask>[0], values: Record<string, string>, posted: FormData) {
	const classification = classes.find((one) => one === values.classification);
	const missing = ['person', 'areaId', 'rule'].filter((field) => !values[field]);
	if (missing.length || !classification)
		throw new Problem('invalid-input', {
			fields: [...missing, ...(classification ? [] : ['classification'])].map((field) => ({ field })),
		});
	return ask(event, openCase, {
		person: values.person!,
		areaId: Number(values.areaId),
		classification,
		rule: values.rule!,
		...readCaseDates(posted),
		purpose: values.purpose!,
	});
}
