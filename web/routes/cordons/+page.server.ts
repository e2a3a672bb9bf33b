import { listDiseases } from '#diseases';
import { askOrShow } from '#web/server/ask.ts';
import { listPublic } from '#zones';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	const listed = await askOrShow(event, listPublic, cursor ? { cursor } : {});
	const { diseases } = await askOrShow(event, listDiseases, {});
	const nameOf = (disease: string) => diseases.find((one) => one.disease === disease)?.name[event.locals.language];
	return {
		cordons: listed.cordons.map((one) => ({ ...one, diseaseName: nameOf(one.disease) ?? one.disease })),
		...{ nextCursor: listed.nextCursor, isFirst: !cursor },
	};
};
