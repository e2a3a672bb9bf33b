import { listDiseases } from '#diseases';
import { rankPlaces } from '#exposures';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const spans = [14, 28, 60, 90] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const { diseases } = await askOrShow(event, listDiseases, {});
	const asked = searchParams.get('disease');
	const disease = diseases.find((one) => one.disease === asked)?.disease ?? 'covid-19';
	const days = spans.find((one) => String(one) === searchParams.get('days')) ?? 28;
	return {
		...(await askOrShow(event, rankPlaces, { disease, onsetWithinDays: days })),
		...{ disease, days, spans: [...spans], diseases: diseases.map((one) => ({ value: one.disease, name: one.name })) },
	};
};
