import { redirect } from '@sveltejs/kit';
import { listDiseases, listRegimes, setRegime } from '#diseases';
import { Problem } from '#platform/problem';
import { ask, askOrShow } from '#web/server/ask.ts';
import { keepVersion, readNumber } from '#web/server/new-version.ts';
import { readTexts } from '#web/server/posted.ts';
import { regimeFields, versionFaults } from '#web/ui/regime-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What a new version begins with: the version its address names. */
async function readBefore(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { regimes } = await askOrShow(event, listRegimes, {});
	const [name, version] = [event.url.searchParams.get('regime'), Number(event.url.searchParams.get('version'))];
	const found = regimes.find((one) => one.regime === name && one.version === version);
	if (!found) return undefined;
	const { name: names, testDays, takesTemperature, ...rest } = found;
	return {
		...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, String(value)])),
		...{ nameVi: names.vi, nameEn: names.en, testDays: testDays.join(', ') },
		takesTemperature: takesTemperature ? 'yes' : '',
	} as Record<string, string>;
}

export const load: PageServerLoad = async (event) => {
	const { diseases } = await askOrShow(event, listDiseases, {});
	return {
		before: await readBefore(event),
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(
			posted,
			regimeFields.map(({ field }) => field),
		);
		values.testDays = values.testDays!.replace(/\s*,\s*/g, ', ');
		const { seen } = readTexts(posted, ['seen']);
		const form = { fields: regimeFields, before: await readBefore(event), values, seen };
		const done = await keepVersion(event, form, () => keep(event, values), versionFaults);
		return 'version' in done ? redirect(303, `/console/regimes?kept=${done.regime}#${done.regime}`) : done;
	},
};

function keep(event: RequestEvent, values: Record<string, string>) {
	const testDays = values.testDays ? values.testDays.split(', ').map(Number) : [];
	const missing = [
		...(['case', 'contact', 'arrival'].includes(values.subject!) ? [] : ['subject']),
		...(testDays.every(Number.isInteger) ? [] : ['testDays']),
	];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, setRegime, {
		...{ regime: values.regime!, disease: values.disease!, subject: values.subject as 'case' },
		...{ name: { vi: values.nameVi!, en: values.nameEn! }, testDays },
		...{ days: readNumber(values, 'days'), reportsADay: readNumber(values, 'reportsADay') },
		...{
			negativeTests: readNumber(values, 'negativeTests'),
			symptomFreeDays: readNumber(values, 'symptomFreeDays'),
		},
		takesTemperature: values.takesTemperature === 'yes',
		...{ validFrom: values.validFrom!, decision: values.decision! },
		...(values.validUntil ? { validUntil: values.validUntil } : {}),
	});
}
