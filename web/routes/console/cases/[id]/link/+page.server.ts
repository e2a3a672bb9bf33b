import { type RequestEvent, redirect } from '@sveltejs/kit';
import { getCase, listCases } from '#cases';
import { listLinks, setLink } from '#chains';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf, formatDay, startOfDay } from '#shared/language';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { linkTexts } from '#web/ui/chain-words.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['confirmed', 'probable', 'possible'] as const;

export const load: PageServerLoad = async (event) => {
	const caseId = event.params.id;
	const one = await askOrShow(event, getCase, { caseId });
	const from = /^\d{1,19}$/.exec(event.url.searchParams.get('from') ?? '')?.[0] ?? '';
	const on = /^\d{4}-\d\d-\d\d$/.exec(event.url.searchParams.get('on') ?? '')?.[0] ?? '';
	const { infectors } = await ask(event, listLinks, { caseId });
	const set = infectors.find(({ infectorCaseId }) => infectorCaseId === from);
	const known = set ? { ...set, infectorCaseId: from } : { infectorCaseId: from, contactOn: on };
	return {
		one,
		known,
		choices: await listChoices(event, one, from),
		today: dayOf(running.platform!.clock.now()),
	};
};

/** The newest open cases of the same disease; one that is asked for and is not among them is offered as it is. */
async function listChoices(
	event: Pick<RequestEvent, 'locals'>,
	one: { caseId: string; disease: string },
	from: string,
) {
	const { cases } = await ask(event, listCases, { state: 'open', limit: 100 });
	const english = event.locals.language === 'en';
	const choices = cases
		.filter(({ caseId, disease }) => disease === one.disease && caseId !== one.caseId)
		.map(({ caseId, maskedName, areaName, onsetOn }) => ({
			value: caseId,
			label: [
				maskedName ?? '',
				areaName[event.locals.language],
				...(onsetOn ? [`${english ? 'onset' : 'khởi phát'} ${formatDay(startOfDay(onsetOn))}`] : []),
			].join(', '),
		}));
	if (!from || choices.some(({ value }) => value === from)) return choices;
	return [{ value: from, label: english ? 'The chosen case' : 'Ca đã chọn' }, ...choices];
}

export const actions: Actions = {
	default: async (event) => {
		const fields = ['infectorCaseId', 'kind', 'contactOn', 'relation', 'setting', 'note'] as const;
		const values = readTexts(await event.request.formData(), fields);
		const done = await askOrReturn(event, values, () => set(event, event.params.id, values), dayAndNote);
		if (!('infectorCaseId' in done)) return done;
		redirect(303, `/console/cases/${event.params.id}#links`);
	},
};

/** Of who infected whom the problem’s own words say more. */
const dayAndNote = { contactOn: linkTexts.contactOn!, note: linkTexts.note! };

type Input = Parameters<NonNullable<typeof setLink.run>>[1];

async function set(event: Pick<RequestEvent, 'locals'>, caseId: string, values: Record<string, string>) {
	const kind = kinds.find((one) => one === values.kind);
	const missing = [...(values.infectorCaseId ? [] : ['infectorCaseId']), ...(kind ? [] : ['kind'])];
	if (missing.length)
		throw new Problem('invalid-input', { fields: missing.map((field) => ({ field, text: linkTexts[field]! })) });
	return ask(event, setLink, {
		...{ caseId, infectorCaseId: values.infectorCaseId!, kind: kind! },
		...(values.contactOn ? { contactOn: values.contactOn } : {}),
		...(values.relation ? { relation: values.relation as NonNullable<Input['relation']> } : {}),
		...(values.setting ? { setting: values.setting as NonNullable<Input['setting']> } : {}),
		...(values.note ? { note: values.note } : {}),
	});
}
