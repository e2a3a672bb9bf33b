import type { RequestEvent } from '@sveltejs/kit';
import { getNumbers } from '#chains';
import { listDiseases } from '#diseases';
import { listModes } from '#interviews';
import { listTypes } from '#places';
import type { Text } from '#shared/language';
import { origins } from '#web/ui/chain-words.ts';
import { listLedAreas } from './areas.ts';
import { ask, askOrShow } from './ask.ts';

const kinds = ['confirmed', 'probable', 'possible'] as const;

/** The numbers an address asks for, with what there is to choose from. What an address gets wrong is left out. */
export async function loadNumbers(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { searchParams } = event.url;
	const { diseases } = await ask(event, listDiseases, {});
	const areas = await listLedAreas(event.locals.caller.actor, event.locals.language);
	const chosen = diseases.find(({ disease }) => disease === searchParams.get('disease')) ?? usual(diseases);
	const day = (name: string) =>
		/^(?:1[89]|20)\d\d-(0\d|1[0-2])-([0-2]\d|3[01])$/.exec(searchParams.get(name) ?? '')?.[0];
	const area = areas.find(({ value }) => value === searchParams.get('area'))?.value;
	const atLeast = kinds.find((kind) => kind === searchParams.get('atLeast')) ?? 'possible';
	const [from, until] = [day('from'), day('until')];
	const input = {
		...{ disease: chosen.disease, atLeast },
		...(area ? { areaId: Number(area) } : {}),
		...(from ? { from } : {}),
		...(until ? { until } : {}),
	};
	return {
		numbers: await askOrShow(event, getNumbers, input),
		chosen: { disease: chosen.disease, area: area ?? '', from: from ?? '', until: until ?? '', atLeast },
		circumstances: await nameCircumstances(event),
		diseaseName: chosen.name,
		serialDays: { mean: chosen.serialDaysMean, deviation: chosen.serialDaysSd },
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
		areas,
	};
}

/** What the circumstances are called in which contacts met. */
async function nameCircumstances(event: Pick<RequestEvent, 'locals'>): Promise<Record<string, Text>> {
	const [{ modes }, { types }] = await Promise.all([ask(event, listModes, {}), ask(event, listTypes, {})]);
	return Object.fromEntries([
		...modes.map(({ mode, name }) => [`mode:${mode}`, name] as const),
		...types.map(({ type, name }) => [`place:${type}`, name] as const),
		...Object.entries(origins).map(([origin, name]) => [`origin:${origin}`, name] as const),
	]);
}

/** COVID-19 is what the product comes with; an installation without it begins with its first. */
const usual = <One extends { disease: string }>(diseases: readonly One[]): One =>
	diseases.find(({ disease }) => disease === 'covid-19') ?? diseases[0]!;
