import { redirect } from '@sveltejs/kit';
import { findArea, listChildren } from '#areas';
import { listDiseases, listSymptomRules, setSymptomRule } from '#diseases';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { ask, askOrShow } from '#web/server/ask.ts';
import { keepVersion, readNumber } from '#web/server/new-version.ts';
import { readTexts } from '#web/server/posted.ts';
import { symptomFields, symptomLists, versionFaults } from '#web/ui/regime-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What a new version begins with: the version of a disease and area that the address names. */
async function readBefore(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { searchParams } = event.url;
	const { rules } = await askOrShow(event, listSymptomRules, {});
	const [disease, area, version] = ['disease', 'area', 'version'].map((name) => searchParams.get(name) ?? '');
	const found = rules.find(
		(one) =>
			one.disease === disease && (one.areaPath.split('.').at(-1) ?? '') === area && String(one.version) === version,
	);
	if (!found) return undefined;
	const { name, anyOf, anyTwoOf, urgentAnyOf, areaPath: _, ...rest } = found;
	return {
		...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, String(value)])),
		...{ nameVi: name.vi, nameEn: name.en, areaId: area },
		...{ anyOf: anyOf.join(', '), anyTwoOf: anyTwoOf.join(', '), urgentAnyOf: urgentAnyOf.join(', ') },
	} as Record<string, string>;
}

export const load: PageServerLoad = async (event) => {
	const before = await readBefore(event);
	const { diseases } = await askOrShow(event, listDiseases, {});
	const { language } = event.locals;
	const { db, clock } = running.platform!;
	const provinces = await listChildren(db, null, dayOf(clock.now()));
	const own = before?.areaId ? await findArea(db, Number(before.areaId)) : undefined;
	const areas = own && !provinces.some(({ areaId }) => areaId === own.areaId) ? [own, ...provinces] : provinces;
	return {
		before,
		diseases: [
			{
				value: 'any',
				label: language === 'vi' ? 'Bệnh chưa có quy tắc riêng' : 'Diseases without a rule of their own',
			},
			...diseases.map(({ disease, name }) => ({ value: disease, label: name[language] })),
		],
		areas: areas.map(({ areaId, fullName }) => ({ value: String(areaId), label: fullName[language] })),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const { seen, ...texts } = readTexts(posted, ['seen', ...symptomFields.map(({ field }) => field)]);
		const lists = symptomLists.map(({ field }) => [field, posted.getAll(field).map(String).slice(0, 30).join(', ')]);
		const values: Record<string, string> = { ...texts, ...Object.fromEntries(lists) };
		const form = { fields: symptomFields, before: await readBefore(event), values, seen: seen! };
		const done = await keepVersion(event, form, () => keep(event, values), versionFaults);
		return 'version' in done ? redirect(303, '/console/symptom-rules?kept') : done;
	},
};

function keep(event: RequestEvent, values: Record<string, string>) {
	if (!values.disease) throw new Problem('invalid-input', { field: 'disease' });
	const signs = (field: string) => (values[field] ? values[field].split(', ') : []);
	return ask(event, setSymptomRule, {
		...{ disease: values.disease, name: { vi: values.nameVi!, en: values.nameEn! } },
		...(values.areaId ? { areaId: readNumber(values, 'areaId') } : {}),
		...{ anyOf: signs('anyOf'), anyTwoOf: signs('anyTwoOf'), urgentAnyOf: signs('urgentAnyOf') },
		...{
			temperatureMin: readNumber(values, 'temperatureMin'),
			urgentTemperatureMin: readNumber(values, 'urgentTemperatureMin'),
			symptomFreeDays: readNumber(values, 'symptomFreeDays'),
		},
		...{ validFrom: values.validFrom!, decision: values.decision! },
		...(values.decisionEn ? { decisionEn: values.decisionEn } : {}),
	});
}
