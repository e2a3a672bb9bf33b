import { makeTemplate } from '#registrations';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

/** The file to fill in, as CSV or XLSX. */
export const GET: RequestHandler = async (event) => {
	const format = event.params.format === 'csv' ? 'csv' : 'xlsx';
	const { base64, ...file } = await askOrShow(event, makeTemplate, { format });
	return fileResponse({ ...file, content: Buffer.from(base64, 'base64') });
};
