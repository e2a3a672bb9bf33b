import { listCaseLooks } from '#audit';
import { askOrShow } from '#web/server/ask.ts';
import { findOperation } from '#web/server/case-timeline.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const caseId = event.params.id;
	const cursor = event.url.searchParams.get('after');
	const listed = await askOrShow(event, listCaseLooks, { caseId, ...(cursor ? { cursor } : {}) });
	const whatOf = (name: string) => findOperation(name)?.summary ?? { vi: name, en: name };
	return {
		caseId,
		looks: listed.looks.map((one) => ({ ...one, what: whatOf(one.operation) })),
		...{ nextCursor: listed.nextCursor, isFirst: !cursor },
	};
};
