import { redirect } from '@sveltejs/kit';
import { listContactRules, listDiseases, setContactRule } from '#diseases';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { ruleFaults, ruleNumbers } from '#web/ui/rule-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a new version begins with: the version it follows. */
export const load: PageServerLoad = async (event) => {
	const [{ diseases }, { rules }] = await Promise.all([
		askOrShow(event, listDiseases, {}),
		askOrShow(event, listContactRules, {}),
	]);
	const { searchParams } = event.url;
	const [rule, version] = [searchParams.get('rule'), Number(searchParams.get('version'))];
	const before = rules.find((one) => one.rule === rule && one.version === version);
	return {
		before: before && {
			...Object.fromEntries(Object.entries(before).map(([name, value]) => [name, String(value)])),
			...{ nameVi: before.name.vi, nameEn: before.name.en, validFrom: '', validUntil: '', decision: '' },
			...{ sameGate: before.sameGate ? 'yes' : '', sameTrip: before.sameTrip ? 'yes' : '' },
		},
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
	};
};

const names = [
	...(['rule', 'disease', 'nameVi', 'nameEn', 'validFrom', 'validUntil', 'decision', 'sameGate', 'sameTrip'] as const),
	...ruleNumbers.map(({ field }) => field),
];

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), names);
		const done = await askOrReturn(event, values, () => add(event, values), ruleFaults);
		return 'version' in done ? redirect(303, `/console/diseases#${done.disease}`) : done;
	},
};

function add(event: Parameters<typeof ask>[0], values: Record<(typeof names)[number], string>) {
	const number = (field: (typeof ruleNumbers)[number]['field'], isRequired: boolean): number | undefined => {
		const text = values[field].replace(',', '.');
		if (!text && !isRequired) return undefined;
		const value = Number(text);
		if (!text || Number.isNaN(value)) throw new Problem('invalid-input', { field });
		return value;
	};
	const optional = Object.fromEntries(
		(['metersMax', 'withinHours', 'seatRows'] as const)
			.map((field) => [field, number(field, false)] as const)
			.filter(([, value]) => value !== undefined),
	);
	return ask(event, setContactRule, {
		...{ rule: values.rule, disease: values.disease, name: { vi: values.nameVi, en: values.nameEn } },
		...{ daysBefore: number('daysBefore', true)!, daysAfter: number('daysAfter', true)! },
		...{ minutesMin: number('minutesMin', true)!, symptomFreeDays: number('symptomFreeDays', true)! },
		...{ followUpDays: number('followUpDays', true)!, ...optional },
		...{ sameGate: values.sameGate === 'yes', sameTrip: values.sameTrip === 'yes' },
		...{ validFrom: values.validFrom, decision: values.decision },
		...(values.validUntil ? { validUntil: values.validUntil } : {}),
	});
}
