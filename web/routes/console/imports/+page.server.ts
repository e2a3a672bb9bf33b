import { list } from '#imports';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [sentAt, importId] = (event.url.searchParams.get('before') ?? '').split(' ');
	const input = sentAt && importId ? { before: { sentAt, importId } } : {};
	return { ...(await askOrShow(event, list, input)), isFirst: !sentAt };
};
