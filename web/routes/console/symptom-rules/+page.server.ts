import { getAreas } from '#areas';
import { listDiseases, listSymptomRules } from '#diseases';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const areaIdOf = (path: string) => Number(path.split('.').at(-1));

export const load: PageServerLoad = async (event) => {
	const [{ rules }, { diseases }] = await Promise.all([
		askOrShow(event, listSymptomRules, {}),
		askOrShow(event, listDiseases, {}),
	]);
	const { db, clock } = running.platform!;
	const areas = await getAreas(db, [
		...new Set(rules.filter((one) => one.areaPath).map((one) => areaIdOf(one.areaPath))),
	]);
	return {
		rules: rules.map(({ areaPath, ...rule }) => ({
			...rule,
			diseaseName: diseases.find(({ disease }) => disease === rule.disease)?.name,
			...(areaPath ? { areaId: areaIdOf(areaPath), areaName: areas.get(areaIdOf(areaPath))?.fullName } : {}),
		})),
		today: dayOf(clock.now()),
		kept: event.url.searchParams.has('kept'),
	};
};
