import { redirect } from '@sveltejs/kit';
import { listDiseases, setDisease } from '#diseases';
import { Problem } from '#platform/problem';
import { ask, askOrShow } from '#web/server/ask.ts';
import { keepVersion, readNumber } from '#web/server/new-version.ts';
import { readTexts } from '#web/server/posted.ts';
import { diseaseFaults, diseaseFields } from '#web/ui/rule-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The disease the address names, as the form has it; a new one without a name. */
async function readBefore(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { diseases } = await askOrShow(event, listDiseases, {});
	const found = diseases.find(({ disease }) => disease === event.url.searchParams.get('name'));
	if (!found) return undefined;
	const { name, ...rest } = found;
	return {
		...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, String(value)])),
		...{ nameVi: name.vi, nameEn: name.en },
	} as Record<string, string>;
}

export const load: PageServerLoad = async (event) => ({ before: await readBefore(event) });

export const actions: Actions = {
	default: async (event) => {
		const names = ['seen', ...diseaseFields.map(({ field }) => field)];
		const { seen, ...values } = readTexts(await event.request.formData(), names);
		const before = await readBefore(event);
		if (before) values.disease = before.disease!;
		const form = { fields: diseaseFields, before, values, seen: seen! };
		const done = await keepVersion(event, form, () => keep(event, values, before === undefined), diseaseFaults);
		return 'lawGroup' in done ? redirect(303, `/console/diseases#${done.disease}`) : done;
	},
};

async function keep(event: RequestEvent, values: Record<string, string>, isNew: boolean) {
	const { diseases } = await ask(event, listDiseases, {});
	// A name that is taken would change another disease unseen.
	if (isNew && diseases.some(({ disease }) => disease === values.disease))
		throw new Problem('invalid-input', { field: 'disease' });
	if (!['A', 'B', 'C'].includes(values.lawGroup!)) throw new Problem('invalid-input', { field: 'lawGroup' });
	return ask(event, setDisease, {
		...{ disease: values.disease!, name: { vi: values.nameVi!, en: values.nameEn! } },
		lawGroup: values.lawGroup as 'A',
		...(values.icd10 ? { icd10: values.icd10 } : {}),
		incubationDaysMax: readNumber(values, 'incubationDaysMax'),
		...{ serialDaysMean: readNumber(values, 'serialDaysMean'), serialDaysSd: readNumber(values, 'serialDaysSd') },
		source: values.source!,
		...(values.sourceEn ? { sourceEn: values.sourceEn } : {}),
	});
}
