import { search } from '#areas';
import { listNewest } from '#risk';
import { askOrShow } from '#web/server/ask.ts';
import { readRiskNames } from '#web/server/risk-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const text = (searchParams.get('q') ?? '').trim().slice(0, 100);
	const cursor = searchParams.get('after');
	const { areas } = text ? await askOrShow(event, search, { text, limit: 30 }) : { areas: [] };
	return {
		text,
		areas: areas.filter(({ level }) => level !== 'country'),
		isFirst: !cursor,
		...(await askOrShow(event, listNewest, cursor ? { cursor } : {})),
		...(await readRiskNames(event)),
	};
};
