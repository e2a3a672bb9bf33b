import { redirect } from '@sveltejs/kit';
import { listContactRules, listDiseases, setContactRule } from '#diseases';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { ask, askOrShow } from '#web/server/ask.ts';
import { keepVersion } from '#web/server/new-version.ts';
import { readTexts } from '#web/server/posted.ts';
import { contactRuleFields, optionalNumbers, ruleFaults, ruleNumbers } from '#web/ui/rule-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What a new version begins with: the version its address names. */
async function readBefore(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { rules } = await askOrShow(event, listContactRules, {});
	const { searchParams } = event.url;
	const [rule, version] = [searchParams.get('rule'), Number(searchParams.get('version'))];
	const found = rules.find((one) => one.rule === rule && one.version === version);
	return (
		found &&
		({
			...Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)])),
			...{ nameVi: found.name.vi, nameEn: found.name.en },
			...{ sameGate: found.sameGate ? 'yes' : '', sameTrip: found.sameTrip ? 'yes' : '' },
		} as Record<string, string>)
	);
}

/** What a rule of a disease of the airways mostly says, to be changed to what its source says. */
const usual: Record<string, string> = {
	...{ daysBefore: '2', daysAfter: '10', symptomFreeDays: '0' },
	...{ minutesMin: '15', sameTrip: 'yes', followUpDays: '14' },
};

export const load: PageServerLoad = async (event) => {
	const [{ diseases }, before] = await Promise.all([askOrShow(event, listDiseases, {}), readBefore(event)]);
	const start = before ? { ...before, validUntil: '', decision: '', decisionEn: '' } : usual;
	return {
		before,
		start: { ...start, validFrom: dayOf(running.platform!.clock.now()) },
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
	};
};

type NumberField = (typeof ruleNumbers)[number]['field'];
type OptionalNumber = (typeof optionalNumbers)[number];
const names = contactRuleFields.map(({ field }) => field);

export const actions: Actions = {
	default: async (event) => {
		const { seen, ...values } = readTexts(await event.request.formData(), ['seen' as const, ...names]);
		const before = await readBefore(event);
		if (before) Object.assign(values, { rule: before.rule, disease: before.disease });
		const form = { fields: contactRuleFields, before, values, seen };
		const done = await keepVersion(event, form, () => add(event, values, before === undefined), ruleFaults);
		return 'version' in done ? redirect(303, `/console/diseases#${done.disease}`) : done;
	},
};

const isOptional = (field: NumberField) => optionalNumbers.some((one) => one === field);

async function add(event: RequestEvent, values: Record<(typeof names)[number], string>, isNew: boolean) {
	const { rules } = await ask(event, listContactRules, {});
	const numbers = Object.fromEntries(
		ruleNumbers
			.filter(({ field }) => values[field] || !isOptional(field))
			.map(({ field }) => [field, Number(values[field].replace(',', '.') || Number.NaN)] as const),
	) as Record<Exclude<NumberField, OptionalNumber>, number> & Partial<Record<OptionalNumber, number>>;
	const wrong = [
		// A name that is taken would add a version of another rule unseen.
		...(isNew && rules.some(({ rule }) => rule === values.rule) ? ['rule'] : []),
		...Object.entries(numbers).flatMap(([field, value]) => (Number.isNaN(value) ? field : [])),
	];
	if (wrong.length) throw new Problem('invalid-input', { fields: wrong.map((field) => ({ field })) });
	return ask(event, setContactRule, {
		...{ rule: values.rule, disease: values.disease, name: { vi: values.nameVi, en: values.nameEn }, ...numbers },
		...{ sameGate: values.sameGate === 'yes', sameTrip: values.sameTrip === 'yes' },
		...{ validFrom: values.validFrom, decision: values.decision },
		...(values.decisionEn ? { decisionEn: values.decisionEn } : {}),
		...(values.validUntil ? { validUntil: values.validUntil } : {}),
	});
}
