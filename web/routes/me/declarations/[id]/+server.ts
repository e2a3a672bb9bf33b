import { exportResponse } from '#declarations';
import { askOrShow } from '#web/server/ask.ts';
import type { RequestHandler } from './$types';

/** A declaration as a FHIR file. */
export const GET: RequestHandler = async (event) => {
	const input = { person: event.url.searchParams.get('person') ?? '', declaration: event.params.id };
	const { response } = await askOrShow(event, exportResponse, input);
	return new Response(JSON.stringify(response, undefined, '\t'), {
		headers: {
			'content-type': 'application/fhir+json; charset=utf-8',
			'content-disposition': `attachment; filename="declaration-${event.params.id}.json"`,
			'cache-control': 'no-store',
		},
	});
};
