import { listCommunes } from '#web/server/areas.ts';
import type { RequestHandler } from './$types';

/** The communes of a province, for the form's second list. The same for everyone, so it may be kept. */
export const GET: RequestHandler = async ({ url }) =>
	Response.json(await listCommunes(url.searchParams.get('province') ?? ''), {
		headers: { 'cache-control': 'public, max-age=3600' },
	});
