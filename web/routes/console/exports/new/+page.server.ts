import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { orderExport } from '#exports';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readFilter, toQuery } from '#web/server/line-filter.ts';
import { readTexts } from '#web/server/posted.ts';
import { exportFaults, exportFormats, exportSubjects } from '#web/ui/export-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Of one case, or of all the cases a filter of the line list finds. */
function readScope({ searchParams }: URL) {
	const caseId = /^[1-9]\d{0,18}$/.exec(searchParams.get('case') ?? '')?.[0];
	const { order: _order, ...filter } = readFilter(searchParams);
	return { caseId, filter };
}

export const load: PageServerLoad = async (event) => {
	const { caseId, filter } = readScope(event.url);
	const one = caseId ? await askOrShow(event, getCase, { caseId }) : undefined;
	return {
		subject: event.url.searchParams.get('subject') ?? '',
		...(one ? { one: { caseId: one.caseId, name: one.maskedName ?? '', number: one.number ?? '' } } : {}),
		filterQuery: toQuery(filter),
		isFiltered: Object.keys(filter).length > 0,
	};
};

const fields = ['subject', 'format', 'layout', 'names', 'purpose'] as const;

function order(event: RequestEvent, values: Record<(typeof fields)[number], string>) {
	const { subject, format, layout, names, purpose } = values;
	const missing = [
		...(Object.hasOwn(exportSubjects, subject) ? [] : ['subject']),
		...(Object.hasOwn(exportFormats, format) ? [] : ['format']),
		...(purpose.length < 5 ? ['purpose'] : []),
	];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	const { caseId, filter } = readScope(event.url);
	return ask(event, orderExport, {
		...{ subject: subject as 'cases', format: format as 'csv', purpose },
		...{ layout: layout === 'wide' ? 'wide' : 'long', names: names === 'revealed' ? 'revealed' : 'masked' },
		...(caseId ? { caseId } : { filter }),
	});
}

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), fields);
		const done = await askOrReturn(event, values, () => order(event, values), exportFaults);
		return 'exportId' in done ? redirect(303, `/console/exports/${done.exportId}`) : done;
	},
};
