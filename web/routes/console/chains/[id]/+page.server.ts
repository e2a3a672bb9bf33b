import { getChain } from '#chains';
import { listDiseases } from '#diseases';
import { ask, askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const layouts = ['generations', 'time', 'areas'] as const;
const kinds = ['confirmed', 'probable', 'possible'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const atLeast = kinds.find((kind) => kind === searchParams.get('atLeast')) ?? 'possible';
	const chain = await askOrShow(event, getChain, { caseId: event.params.id, atLeast });
	const { diseases } = await ask(event, listDiseases, {});
	return {
		chain,
		atLeast,
		layout: layouts.find((layout) => layout === searchParams.get('layout')) ?? 'generations',
		by: searchParams.get('by') === 'week' ? ('week' as const) : ('day' as const),
		focus: event.params.id,
		diseaseName: diseases.find(({ disease }) => disease === chain.disease)?.name ?? { vi: '', en: '' },
	};
};
