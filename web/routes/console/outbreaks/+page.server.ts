import { countByOutbreak } from '#cases';
import { listDiseases } from '#diseases';
import { listOutbreaks } from '#outbreaks';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const states = ['going-on', 'over', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'going-on';
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, listOutbreaks, { state, ...(cursor ? { cursor } : {}) });
	const ids = listed.outbreaks.map(({ outbreakId }) => outbreakId);
	const [{ counts }, { diseases }] = await Promise.all([
		askOrShow(event, countByOutbreak, { outbreaks: ids }),
		askOrShow(event, listDiseases, {}),
	]);
	const sum = (outbreak: string, one: 'cases' | 'open' | 'died', classification?: string) =>
		counts
			.filter((count) => count.outbreak === outbreak && (!classification || count.classification === classification))
			.reduce((total, count) => total + count[one], 0);
	return {
		outbreaks: listed.outbreaks.map((one) => ({
			...one,
			diseaseName: diseases.find(({ disease }) => disease === one.disease)?.name,
			cases: sum(one.outbreakId, 'cases'),
			confirmed: sum(one.outbreakId, 'cases', 'confirmed'),
			open: sum(one.outbreakId, 'open'),
			died: sum(one.outbreakId, 'died'),
		})),
		...{ state, nextCursor: listed.nextCursor, isFirst: !cursor },
	};
};
