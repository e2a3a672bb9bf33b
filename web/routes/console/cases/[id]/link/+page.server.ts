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

/** The newest cases of the same disease; one that is asked for and is not among them is offered as it is. */
async function listChoices(
	event: Pick<RequestEvent, 'locals'>,
	one: { caseId: string; disease: string },
	from: string,
) {
	const { cases } = await ask(event, listCases, { state: 'all', disease: one.disease, limit: 100 });
	const english = event.locals.language === 'en';
	const choices = cases
		.filter(({ caseId }) => caseId !== one.caseId)
		.map(({ caseId, number, maskedName, areaName, onsetOn }) => ({
			value: caseId,
			label: [
				maskedName ?? (english ? 'a closed case' : 'ca đã kết thúc'),
				...(number ? [number] : []),
				areaName[event.locals.language],
				...(onsetOn ? [`${english ? 'onset' : 'khởi phát'} ${formatDay(startOfDay(onsetOn))}`] : []),
			].join(', '),
		}));
	if (!from || choices.some(({ value }) => value === from)) return choices;
	return [{ value: from, label: english ? 'The chosen case' : 'Ca đã chọn' }, ...choices];
}

export const actions: Actions = {
	default: async (event) => {
		const fields = ['infectorCaseId', 'infectorNumber', 'kind', 'contactOn', 'relation', 'setting', 'note'] as const;
		const values = readTexts(await event.request.formData(), fields);
		const done = await askOrReturn(event, values, () => set(event, event.params.id, values), dayAndNote);
		if (!('infectorCaseId' in done)) return done;
		redirect(303, `/console/cases/${event.params.id}#links`);
	},
};

/** Of who infected whom the problem’s own words say more. */
const dayAndNote = { contactOn: linkTexts.contactOn!, note: linkTexts.note! };

/** A case older than those listed, by the number officers say to each other. Throws `invalid-input` for no such case. */
async function findByNumber(event: Pick<RequestEvent, 'locals'>, caseId: string, number: string): Promise<string> {
	const unknown = new Problem('invalid-input', {
		fields: [{ field: 'infectorNumber', text: linkTexts.infectorNumber! }],
	});
	const { disease } = await ask(event, getCase, { caseId });
	const found = await ask(event, listCases, { state: 'all', disease, number: number.slice(0, 40), limit: 2 }).catch(
		(problem: unknown) => {
			if (problem instanceof Problem && problem.code === 'invalid-input') throw unknown;
			throw problem;
		},
	);
	if (found.cases.length !== 1) throw unknown;
	return found.cases[0]!.caseId;
}

type Input = Parameters<NonNullable<typeof setLink.run>>[1];

async function set(event: Pick<RequestEvent, 'locals'>, caseId: string, values: Record<string, string>) {
	const kind = kinds.find((one) => one === values.kind);
	const infectorCaseId = values.infectorNumber
		? await findByNumber(event, caseId, values.infectorNumber)
		: values.infectorCaseId;
	const missing = [...(infectorCaseId ? [] : ['infectorCaseId']), ...(kind ? [] : ['kind'])];
	if (missing.length)
		throw new Problem('invalid-input', { fields: missing.map((field) => ({ field, text: linkTexts[field]! })) });
	return ask(event, setLink, {
		...{ caseId, infectorCaseId: infectorCaseId!, kind: kind! },
		...(values.contactOn ? { contactOn: values.contactOn } : {}),
		...(values.relation ? { relation: values.relation as NonNullable<Input['relation']> } : {}),
		...(values.setting ? { setting: values.setting as NonNullable<Input['setting']> } : {}),
		...(values.note ? { note: values.note } : {}),
	});
}
