import { getArea } from '#risk';
import { askOrShow } from '#web/server/ask.ts';
import { readRiskNames } from '#web/server/risk-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await askOrShow(event, getArea, { areaId: Number(event.params.area) })),
	...(await readRiskNames(event)),
});
