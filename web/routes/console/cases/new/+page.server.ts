import { redirect } from '@sveltejs/kit';
import { findPerson, openCase } from '#cases';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { listRuleChoices, readCaseDates } from '#web/server/case-form.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['phone', 'document', 'reference'] as const;
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
	find: async (event) => {
		const values = readTexts(await event.request.formData(), ['kind', 'value', 'purpose']);
		const kind = kinds.find((one) => one === values.kind) ?? 'phone';
		const input = { kind, value: values.value.slice(0, 200), purpose: values.purpose };
		return askOrReturn(
			event,
			values,
			async () => ({ values, found: (await ask(event, findPerson, input)).persons, fault: undefined }),
			caseFaults,
		);
	},
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

const readTexts = <Name extends string>(posted: FormData, names: readonly Name[]) =>
	Object.fromEntries(names.map((name) => [name, String(posted.get(name) ?? '').slice(0, 1_000)])) as Record<
		Name,
		string
	>;
