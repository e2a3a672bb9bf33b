import { listProvinces } from '#web/server/areas.ts';
import { listCountries } from '#web/server/countries.ts';
import type { RequestHandler } from './$types';

/** The lists khai hộ needs that are not in the questionnaire. The same for everyone, so they may be kept. */
export const GET: RequestHandler = async ({ locals }) =>
	Response.json(
		{ province: await listProvinces(), country: listCountries(locals.language) },
		{ headers: { 'cache-control': 'public, max-age=3600' } },
	);
